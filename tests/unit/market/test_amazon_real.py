"""Our reading of saved real pages, against what people read from them."""

import json
import os
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from wareloom.market.marketplaces.amazon import AmazonMarketplace
from wareloom.market.page import OfferPage, SeenOffer

DATA = Path(os.environ.get("WARELOOM_REAL_DATA", Path(__file__).parents[4] / "shared" / "data"))
PAGES = DATA / "pages" / "amazon"
EXPECTED = sorted(PAGES.glob("*.expected.json"))

Facts = dict[str, Any]


@pytest.mark.real_data
@pytest.mark.skipif(not EXPECTED, reason="no real data")
def test_saved_pages_are_read_as_people_read_them() -> None:
    for file in EXPECTED:
        expected = json.loads(file.read_text())
        body = (PAGES / expected["file"]).read_bytes()
        for url in ("", f"https://www.{expected['domain']}/"):
            _is_as_expected(AmazonMarketplace().read(body, url), expected)


def _is_as_expected(page: OfferPage, expected: Facts) -> None:
    assert len(page.offers) == expected["product_count"], expected["file"]
    every: list[Facts] = expected.get("all", expected["first5"])
    for offer, want in zip(page.offers, every, strict=True):
        _same(offer, want)
    for offer, want in zip(page.offers, expected["first5"], strict=False):
        _same(offer, want)
    if "sponsored_count" in expected:
        assert sum(offer.sponsored for offer in page.offers) == expected["sponsored_count"]


def _same(offer: SeenOffer, want: Facts) -> None:
    read: Facts = {
        "external_id": offer.external_id,
        "title": offer.title,
        "price": offer.price,
        "list_price": offer.list_price,
        "currency": offer.currency,
        "rating": offer.rating,
        "review_count": offer.reviews_count,
        "rank": offer.rank,
        "sponsored": offer.sponsored,
        "image_url": urlsplit(offer.image_url or "").path,
        "product_url": offer.product_url,
    }
    assert read | {name: _value(name, value) for name, value in want.items() if name in read} == read


def _value(name: str, value: Any) -> Any:
    if name in {"price", "list_price", "rating"}:
        return None if value is None else Decimal(str(value))
    return urlsplit(str(value)).path if name == "image_url" else value
