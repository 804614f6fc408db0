"""Our reading of saved real pages, against what people read from them."""

import json
import os
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from wareloom.market.marketplaces.shopify import ShopifyMarketplace
from wareloom.market.page import SeenOffer

DATA = Path(os.environ.get("WARELOOM_REAL_DATA", Path(__file__).parents[4] / "shared" / "data"))
PAGES = DATA / "pages" / "shopify"
EXPECTED = sorted(PAGES.glob("*.expected.json"))

Facts = dict[str, Any]


@pytest.mark.real_data
@pytest.mark.skipif(not EXPECTED, reason="no real data")
def test_saved_pages_are_read_as_people_read_them() -> None:
    for file in EXPECTED:
        expected = json.loads(file.read_text())
        wanted: list[Facts] = expected["first5"]
        body = (PAGES / expected["file"]).read_bytes()
        page = ShopifyMarketplace().read(body, _origin(wanted[0]) + "/products.json")
        assert len(page.offers) == expected["product_count"], file.name
        for offer, want in zip(page.offers, wanted, strict=False):
            _same(offer, want)


def _origin(want: Facts) -> str:
    parts = urlsplit(str(want["product_url"]))
    return f"{parts.scheme}://{parts.netloc}"


def _same(offer: SeenOffer, want: Facts) -> None:
    assert (offer.external_id, offer.title) == (want["external_id"], want["title"])
    assert offer.price == Decimal(want["price"])
    assert offer.product_url == want["product_url"]
    assert urlsplit(offer.image_url or "").path == urlsplit(str(want["image_url"])).path
    assert offer.rating == (None if want["rating"] is None else Decimal(str(want["rating"])))
    assert offer.reviews_count == want["review_count"]
    # A list says no currency: there the expectation is knowledge about the shop.
    assert offer.currency in (None, want["currency"])
