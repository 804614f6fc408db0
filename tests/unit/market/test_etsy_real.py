"""Our reading of saved real pages, against what people read from them."""

import json
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.support.etsy_pages import SEARCH, searched
from tests.support.openapi_contract import DATA
from wareloom.market.marketplaces.etsy import EtsyMarketplace
from wareloom.market.page import SeenOffer

PAGES = DATA / "pages" / "etsy"
EXPECTED = sorted(PAGES.glob("*.expected.json"))

Facts = dict[str, Any]

pytestmark = [pytest.mark.real_data, pytest.mark.skipif(not EXPECTED, reason="no real data")]


def test_saved_pages_are_read_as_people_read_them() -> None:
    for file in EXPECTED:
        expected: Facts = json.loads(file.read_text())
        page = EtsyMarketplace().read((PAGES / expected["file"]).read_bytes(), "")
        assert len(page.offers) == expected["product_count"], file.name
        assert page.offers_total == expected.get("total_results"), file.name
        for offer, want in zip(page.offers, expected["first5"], strict=False):
            _same(offer, want)
        for offer, want in zip(page.offers, expected.get("all", ()), strict=False):
            _same_in_short(offer, want)


def test_tiles_of_a_saved_page_are_read_as_people_read_them() -> None:
    """A listing's page shows its neighbours as a search shows what it found: put into one, they are read."""
    from selectolax.lexbor import LexborHTMLParser

    for file in EXPECTED:
        expected: Facts = json.loads(file.read_text())
        cards: list[Facts] = expected.get("recommendation_cards", [])
        if not cards:
            continue
        tree = LexborHTMLParser((PAGES / expected["file"]).read_text())
        tiles = "".join(node.html or "" for node in tree.css(".v2-listing-card"))
        body = searched(tiles, attributes=f'data-currency="{expected["currency"]}"')
        page = EtsyMarketplace().read(body, SEARCH)
        wanted = {card["external_id"]: card for card in cards}
        assert [offer.external_id for offer in page.offers] == list(wanted)
        for offer in page.offers:
            _same_tile(offer, wanted[offer.external_id], expected["currency"])


def _same(offer: SeenOffer, want: Facts) -> None:
    assert (offer.external_id, offer.title) == (want["external_id"], want["title"])
    assert (offer.price, offer.currency) == (Decimal(want["price"]), want["currency"])
    assert offer.product_url == want["product_url"]
    assert _path(offer.image_url) == _path(want["image_url"])
    assert offer.rating == (None if want["rating"] is None else Decimal(str(want["rating"])))
    assert offer.reviews_count == want["review_count"]
    assert offer.seller == want.get("shop", offer.seller)
    assert offer.details.get("price_high") == want.get("price_high", offer.details.get("price_high"))
    if "list_price" in want:
        assert offer.list_price == (None if want["list_price"] is None else Decimal(want["list_price"]))


def _same_in_short(offer: SeenOffer, want: Facts) -> None:
    assert offer.external_id == want["external_id"]
    for name, value in (("price", offer.price), ("rating", offer.rating)):
        assert value == (None if want[name] is None else Decimal(str(want[name])))
    assert offer.reviews_count == want["review_count"]


def _same_tile(offer: SeenOffer, want: Facts, currency: str) -> None:
    assert (offer.title, offer.price, offer.currency) == (want["title"], Decimal(want["price"]), currency)
    assert offer.list_price == (None if want["list_price"] is None else Decimal(want["list_price"]))
    assert _path(offer.image_url) == _path(want["image_url"])


def _path(link: str | None) -> str:
    return urlsplit(link or "").path
