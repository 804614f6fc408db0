"""Whatever TikTok Shop sends, reading it ends in offers that can be kept, in Rejected or in Blocked."""

import json
from decimal import Decimal
from typing import Any

import orjson
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.tiktok_pages import hit, part, product, put_together, saved
from wareloom.kit.errors import Blocked, Rejected
from wareloom.market.marketplaces.tiktok import TikTokMarketplace
from wareloom.market.page import SeenOffer
from wareloom.market.price import LARGEST

TIKTOK = TikTokMarketplace()
NAMES = ["product_older.html", "product_newer.html", "search.html", "search.json", "product_elsewhere.html"]
URLS = st.sampled_from(["", "https://shop.tiktok.com/us/s?q=otter", "::"])
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12) | st.just("\ud800")
AROUND = ["loaderData", "page_config", "components_map", "component_data", "component_type", "component_name"]
HELD = ["products", "product_info", "product_base", "product_model", "promotion_model", "skus", "price", "images"]
FACTS = ["product_id", "title", "name", "min_sku_price", "currency", "stock", "review_count", "score", "url_list"]
KEYS = st.sampled_from([*AROUND, *HELD, *FACTS, "data", "code", "message", "rate_info"]) | st.text(max_size=4)
ANYTHING = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6), max_leaves=20
)
MANY = settings(max_examples=150, deadline=None)


def reads(body: bytes, url: str) -> tuple[SeenOffer, ...]:
    try:
        offers = TIKTOK.read(body, url).offers
    except (Rejected, Blocked):
        return ()
    for offer in offers:
        assert offer.external_id.isdigit()
        assert offer.title == offer.title.strip() != ""
        assert offer.price is None or Decimal(0) < offer.price <= LARGEST
        assert offer.list_price is None or (offer.price is not None and offer.list_price > offer.price)
        assert offer.rating is None or Decimal(0) < offer.rating <= 5
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
def test_any_product_on_a_page(facts: dict[str, Any], url: str) -> None:
    told = product()
    told["product_info"] |= facts
    reads(put_together(part("product_info", told)), url)


@given(facts=st.dictionaries(KEYS, ANYTHING, max_size=6), url=URLS)
@MANY
def test_any_product_in_a_list(facts: dict[str, Any], url: str) -> None:
    reads(put_together(part("feed_list_search_word", {"products": [hit() | facts]}, is_main_feed=True)), url)


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
    whole = reads(body, "")
    assert all(offer in whole for offer in reads(body[: data.draw(st.integers(0, len(body)))], ""))
