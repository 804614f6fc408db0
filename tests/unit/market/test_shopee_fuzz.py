"""Whatever Shopee sends, reading it ends in offers that can be kept, in Rejected or in Blocked."""

import json
from decimal import Decimal
from typing import Any

import orjson
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.shopee_pages import item, listing, saved
from wareloom.kit.errors import Blocked, Rejected
from wareloom.market.marketplaces.shopee import ShopeeMarketplace
from wareloom.market.page import SeenOffer
from wareloom.market.price import LARGEST

SHOPEE = ShopeeMarketplace()
LISTS = ["search.json", "search_drawn.json", "category_units.json", "shop_cards.json", "shop_sections.json"]
NAMES = [*LISTS, "product_pc.json", "product_page.html"]
URLS = st.sampled_from(["", "https://shopee.vn/api/v4/x?newest=0&limit=60", "https://shopee.vn/A-i.1.2", "::"])
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12) | st.just("\ud800")
WRAPPINGS = ["items", "item", "item_basic", "item_data", "data", "sections", "units", "real_items", "item_cards"]
CARDS = ["item_card_displayed_asset", "item_card_display_price", "item_rating", "models", "product_price", "images"]
FACTS = ["name", "image", "itemid", "shopid", "price", "price_min", "rating_star", "rating_count", "stock", "currency"]
AROUND = ["total_count", "nomore", "error", "adsid", "item_identities", "centralize_item_card", "tracking_id"]
KEYS = st.sampled_from([*WRAPPINGS, *CARDS, *FACTS, *AROUND]) | st.text(max_size=4)
ANYTHING = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6), max_leaves=20
)
MANY = settings(max_examples=150, deadline=None)


def reads(body: bytes, url: str) -> tuple[SeenOffer, ...]:
    try:
        offers = SHOPEE.read(body, url).offers
    except (Rejected, Blocked):
        return ()
    for offer in offers:
        assert offer.external_id.replace(".", "").isdigit()
        assert offer.title == offer.title.strip() != ""
        assert offer.price is None or Decimal(0) <= offer.price <= LARGEST
        assert offer.list_price is None or (offer.price is not None and offer.list_price >= offer.price)
        assert offer.rating is None or Decimal(0) <= offer.rating <= 5
        assert offer.reviews_count is None or 0 <= offer.reviews_count < 2**31
        assert "\x00" not in offer.model_dump_json()
        orjson.dumps([offer.title, offer.seller, offer.category, offer.image_url, offer.tags, offer.details])
    return offers


@given(body=st.binary(max_size=400), url=URLS)
@MANY
def test_any_bytes(body: bytes, url: str) -> None:
    reads(body, url)


@given(value=ANYTHING, url=URLS)
@MANY
def test_any_json(value: Any, url: str) -> None:
    reads(json.dumps(value).encode(), url)


@given(facts=st.dictionaries(KEYS, ANYTHING, max_size=6), url=URLS)
@MANY
def test_any_item_in_a_list(facts: dict[str, Any], url: str) -> None:
    reads(listing(item(**facts)), url)


@given(data=st.data(), url=URLS)
@MANY
def test_a_page_damaged_anywhere(data: st.DataObject, url: str) -> None:
    body = saved(data.draw(st.sampled_from(NAMES)))
    start = data.draw(st.integers(0, len(body)))
    end = data.draw(st.integers(start, len(body)))
    reads(body[:start] + data.draw(st.binary(max_size=8)) + body[end:], url)


@given(data=st.data())
@MANY
def test_a_page_cut_off_tells_nothing_that_the_whole_does_not(data: st.DataObject) -> None:
    body = saved(data.draw(st.sampled_from(NAMES)))
    whole = {offer.external_id: offer for offer in reads(body, "")}
    for offer in reads(body[: data.draw(st.integers(0, len(body)))], ""):
        told = whole[offer.external_id]
        assert all(told_of(offer, name) in (None, told_of(told, name)) for name in ("title", "price", "reviews_count"))


def told_of(offer: SeenOffer, name: str) -> object:
    return getattr(offer, name)
