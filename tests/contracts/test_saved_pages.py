"""Every marketplace's reading of saved real pages, against what people read from them: every offer, every field."""

import json
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.support.etsy_pages import SEARCH, searched
from tests.support.real_data import DATA, real_files
from wareloom.kit.errors import Rejected
from wareloom.market.marketplaces.registry import MARKETPLACES
from wareloom.market.page import OfferPage, SeenOffer

Facts = dict[str, Any]


EXPECTED = "pages/*/*.expected.json"
KNOWN = [file for file in real_files(EXPECTED) if file.parent.name in MARKETPLACES]


def holding(*facts: str) -> Any:
    """The saved pages whose expectation tells one of these."""
    files = [file for file in KNOWN if json.loads(file.read_text()).keys() & set(facts)]
    names = [f"{file.parent.name}-{file.name.removesuffix('.expected.json')}" for file in files]
    return pytest.mark.parametrize("file", files, ids=names)


every_page = holding("product_count")
with_and_without_address = pytest.mark.parametrize("hosted", [False, True], ids=["address-unknown", "address-known"])

pytestmark = pytest.mark.real_data(EXPECTED)


@every_page
@with_and_without_address
def test_every_offer_is_found_and_no_other(file: Path, hosted: bool) -> None:
    expected, page = _read(file, hosted=hosted)
    assert len(page.offers) == expected["product_count"]
    assert len({offer.external_id for offer in page.offers}) == expected.get("unique_ids", expected["product_count"])
    wanted = expected.get("all") or expected["first5"]
    assert [offer.external_id for offer in page.offers] == [want["external_id"] for want in wanted]


@every_page
@with_and_without_address
def test_every_field_is_right(file: Path, hosted: bool) -> None:
    """The first ones whole, of all the others the numbers."""
    expected, page = _read(file, hosted=hosted)
    by_id = {offer.external_id: offer for offer in page.offers}
    wanted = [*expected["first5"], *expected.get("first5_organic", []), *expected.get("all", [])]
    wrong = [(want["external_id"], found) for want in wanted if (found := _wrong(by_id, want, expected, hosted=hosted))]
    assert wrong == []


@holding("total_results")
@with_and_without_address
def test_the_number_of_results_is_the_one_the_page_tells(file: Path, hosted: bool) -> None:
    expected, page = _read(file, hosted=hosted)
    assert page.offers_total == expected["total_results"]


@holding("sponsored_count", "with_adsid")
@with_and_without_address
def test_what_is_paid_for_is_told_from_what_is_found(file: Path, hosted: bool) -> None:
    expected, page = _read(file, hosted=hosted)
    wanted = expected["with_adsid"] if "with_adsid" in expected else expected["sponsored_count"]
    assert sum(offer.sponsored for offer in page.offers) == wanted


@pytest.mark.parametrize(
    ("file", "counted"),
    [
        ("amazon/search_us_2022-07_red-basketball-shoes.html", {4: 2}),
        ("amazon/product_us_2022-07_platform-bed.html", {}),
        ("etsy/listing_eur_2026-04_birth-year-necklace.html", {8: 1}),
        ("tiktok/shop_pdp_us_2025-07_bodysuit.html", {606: 1}),
        ("shopify/products_2026-07_nilkamal_inr.json", {}),
    ],
)
def test_what_is_left_is_told_where_it_is_counted(file: str, counted: dict[int, int]) -> None:
    marketplace, _, name = file.partition("/")
    page = MARKETPLACES[marketplace].read((DATA / "pages" / marketplace / name).read_bytes(), "")
    assert Counter(offer.stock for offer in page.offers if offer.stock is not None) == counted


def test_shopee_counts_whatever_it_lists() -> None:
    (file,) = real_files("pages/shopee/search_items_v4_*.json")[:1]
    told = [item["item_basic"] for item in json.loads(file.read_text())["items"]]
    page = MARKETPLACES["shopee"].read(file.read_bytes(), "")
    assert {offer.external_id: offer.stock for offer in page.offers} == {
        f"{item['shopid']}.{item['itemid']}": item["stock"] for item in told
    }


@holding("video_count")
def test_a_page_of_posts_has_no_offers(file: Path) -> None:
    saved = file.parent / json.loads(file.read_text())["file"]
    with pytest.raises(Rejected, match="parse-posts"):
        MARKETPLACES[file.parent.name].read(saved.read_bytes(), "")


@holding("recommendation_cards")
def test_the_neighbours_that_a_page_shows_are_read_where_a_search_found_them(file: Path) -> None:
    """A listing's page shows its neighbours as a search shows what it found: put into one, they are read."""
    expected: Facts = json.loads(file.read_text(), parse_float=Decimal)
    tiles = LexborHTMLParser((file.parent / expected["file"]).read_text()).css(".v2-listing-card")
    shown = "".join(tile.html or "" for tile in tiles)
    body = searched(shown, attributes=f'data-currency="{expected["currency"]}"')
    by_id = {offer.external_id: offer for offer in MARKETPLACES["etsy"].read(body, SEARCH).offers}
    cards: Facts = {card["external_id"]: card for card in expected["recommendation_cards"]}
    assert list(by_id) == list(cards)
    assert [(number, wrong) for number, card in cards.items() if (wrong := _wrong(by_id, card, expected))] == []


def _read(file: Path, *, hosted: bool) -> tuple[Facts, OfferPage]:
    expected: Facts = json.loads(file.read_text(), parse_float=Decimal)
    body = (file.parent / expected["file"]).read_bytes()
    parts = urlsplit(str(expected["first5"][0]["product_url"]))
    return expected, MARKETPLACES[file.parent.name].read(body, f"{parts.scheme}://{parts.netloc}/" if hosted else "")


def _wrong(
    by_id: dict[str, SeenOffer], want: Facts, expected: Facts, *, hosted: bool = True
) -> dict[str, tuple[Any, Any]]:
    """What was read and what was wanted, where they differ."""
    offer = by_id.get(want["external_id"])
    if offer is None:
        return {"external_id": (None, want["external_id"])}
    compared = [name for name in want if name in _ATTRIBUTES or name in _DETAILS]
    pairs = {name: (_shown(offer, name), _wanted(want, name)) for name in compared}
    return {
        name: (shown, wanted)
        for name, (shown, wanted) in pairs.items()
        if shown != wanted and not _allowed(name, shown, wanted, " ".join(expected["notes"]), hosted=hosted)
    }


_ATTRIBUTES = {
    "external_id": "external_id",
    "title": "title",
    "price": "price",
    "list_price": "list_price",
    "compare_at_price": "list_price",
    "currency": "currency",
    "rating": "rating",
    "review_count": "reviews_count",
    "image_url": "image_url",
    "product_url": "product_url",
    "sponsored": "sponsored",
    "rank": "rank",
    "shop": "seller",
    "vendor": "seller",
    "available": "availability",
}


_DETAILS = {
    "price_max": "price_max",
    "price_high": "price_max",
    "sold_30d": "sold_30_days",
    "sold_count": "sold_total",
    "sold_total": "sold_total",
    "skus": "variants",
    "variants": "variants",
}
_AMOUNTS = {"price", "list_price", "compare_at_price", "price_max", "price_high"}


def _shown(offer: SeenOffer, name: str) -> object:
    if name in _DETAILS:
        value = offer.details.get(_DETAILS[name])
        return Decimal(value) if name in _AMOUNTS and value is not None else value
    value = getattr(offer, _ATTRIBUTES[name])
    if name == "rating" and value is not None:
        return round(value, 4)
    if name == "available":
        return None if value is None else value != "out_of_stock"
    return _comparable(name, value)


def _wanted(want: Facts, name: str) -> object:
    value = want[name]
    if name in _AMOUNTS:
        return Decimal(value) if value else None
    if name == "rating" and value is not None:
        return Decimal(value)
    return _comparable(name, value)


def _comparable(name: str, value: object) -> object:
    """Pictures are served by many hosts and in many sizes of one path."""
    return urlsplit(value).path.rpartition("/file/")[2] if name == "image_url" and isinstance(value, str) else value


def _allowed(name: str, shown: object, wanted: object, notes: str, *, hosted: bool) -> bool:
    """A shop's feed names neither its own host nor, mostly, its currency."""
    if name == "product_url" and not hosted:
        return isinstance(shown, str) and shown == urlsplit(str(wanted)).path
    return name == "currency" and shown is None and "NO currency" in notes
