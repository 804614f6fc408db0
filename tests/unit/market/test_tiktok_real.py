"""Our reading of saved real pages of TikTok Shop, against what people read from them."""

import json
import os
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from wareloom.kit.errors import Rejected
from wareloom.market.marketplaces.tiktok import TikTokMarketplace
from wareloom.market.page import SeenOffer

DATA = Path(os.environ.get("WARELOOM_REAL_DATA", Path(__file__).parents[4] / "shared" / "data"))
PAGES = DATA / "pages" / "tiktok"
EXPECTED = sorted(PAGES.glob("*.expected.json"))

Facts = dict[str, Any]


@pytest.mark.real_data
@pytest.mark.skipif(not EXPECTED, reason="no real data")
def test_saved_pages_are_read_as_people_read_them() -> None:
    for file in EXPECTED:
        expected = json.loads(file.read_text())
        body = (PAGES / expected["file"]).read_bytes()
        if expected["marketplace"] != "tiktok_shop":
            with pytest.raises(Rejected, match="parse-posts"):
                TikTokMarketplace().read(body, "")
            continue
        offers = TikTokMarketplace().read(body, "").offers
        assert len(offers) == expected["product_count"], file.name
        for offer, want in zip(offers, expected["first5"], strict=False):
            _same(offer, want)


def _same(offer: SeenOffer, want: Facts) -> None:
    assert (offer.external_id, offer.title) == (want["external_id"], want["title"])
    assert (offer.price, offer.list_price) == (Decimal(want["price"]), Decimal(want["list_price"]))
    assert (offer.currency, offer.product_url, offer.seller) == (want["currency"], want["product_url"], want["shop"])
    assert (offer.rating, offer.reviews_count) == (Decimal(str(want["rating"])), want["review_count"])
    assert urlsplit(offer.image_url or "").path == urlsplit(str(want["image_url"])).path
    assert (offer.details["sold_total"], offer.details["variants"]) == (want["sold_count"], want["skus"])
    assert (offer.details["price_max"], offer.availability) == (want["price_high"], "in_stock")
