"""Our reading of saved real answers of Shopee, against what people read from them."""

import json
import os
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from wareloom.market.marketplaces.shopee import ShopeeMarketplace
from wareloom.market.page import SeenOffer

DATA = Path(os.environ.get("WARELOOM_REAL_DATA", Path(__file__).parents[4] / "shared" / "data"))
PAGES = DATA / "pages" / "shopee"
EXPECTED = sorted(PAGES.glob("*.expected.json"))

Facts = dict[str, Any]


@pytest.mark.real_data
@pytest.mark.skipif(not EXPECTED, reason="no real data")
def test_saved_answers_are_read_as_people_read_them() -> None:
    for file in EXPECTED:
        expected = json.loads(file.read_text())
        page = ShopeeMarketplace().read((PAGES / expected["file"]).read_bytes(), "")
        assert len(page.offers) == expected["product_count"] == len(expected["all"]), file.name
        assert page.offers_total == expected["total_results"]
        assert sum(offer.sponsored for offer in page.offers) == expected["with_adsid"]
        for offer, want in zip(page.offers, expected["all"], strict=True):
            _same_numbers(offer, want)
        for offer, want in zip(page.offers, expected["first5"], strict=False):
            _same(offer, want)


def _same_numbers(offer: SeenOffer, want: Facts) -> None:
    assert offer.external_id == want["external_id"]
    assert f"{offer.price:f}" == want["price"]
    assert (None if offer.list_price is None else f"{offer.list_price:f}") == want["list_price"]
    assert (offer.rating, offer.reviews_count) == (Decimal(str(want["rating"])), want["review_count"])
    assert offer.details["sold_total"] == want["sold_total"]


def _same(offer: SeenOffer, want: Facts) -> None:
    assert (offer.title, offer.currency, offer.product_url) == (want["title"], want["currency"], want["product_url"])
    assert (offer.details["price_max"], offer.details["sold_30_days"]) == (want["price_max"], want["sold_30d"])
    # Whoever wrote the expectation made up the picture's host: its name alone is told.
    assert (offer.image_url or "").rpartition("/")[2] == want["image_url"].rpartition("/")[2]
