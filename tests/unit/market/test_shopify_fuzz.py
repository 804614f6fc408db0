"""Whatever a server sends, reading it ends in offers that can be kept, in Rejected or in Blocked."""

import json
from decimal import Decimal
from typing import Any

import orjson
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.shop_pages import linked, listing, product, saved
from wareloom.kit.errors import Blocked, Rejected
from wareloom.market.marketplaces.shopify import ShopifyMarketplace
from wareloom.market.price import LARGEST

SHOPIFY = ShopifyMarketplace()
URLS = st.sampled_from(["", "https://shop.example/products.json?limit=1", "https://shop.example/products/mug", "::"])
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(
        ["9.50", "", "NaN", "//a/b.jpg", "http://[", "/products/mug", "\ud800", "gid://shopify/Product/1", "InStock"]
    )
)
LIST_KEYS = ["id", "title", "handle", "variants", "price", "images", "src", "tags", "options", "products", "product"]
PAGE_KEYS = [
    "name",
    "url",
    "@type",
    "@graph",
    "offers",
    "priceCurrency",
    "aggregateRating",
    "ratingValue",
    "hasVariant",
]
KEYS = st.text(max_size=5) | st.sampled_from(LIST_KEYS) | st.sampled_from(PAGE_KEYS)
ANYTHING = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6), max_leaves=20
)
MANY = settings(max_examples=150, deadline=None)


def reads(body: bytes, url: str) -> None:
    try:
        page = SHOPIFY.read(body, url)
    except (Rejected, Blocked):
        return
    for offer in page.offers:
        assert offer.external_id
        assert offer.title
        assert offer.price is None or Decimal(0) <= offer.price <= LARGEST
        assert offer.rating is None or Decimal(0) <= offer.rating <= 5
        assert offer.reviews_count is None or 0 <= offer.reviews_count < 2**31
        assert "\x00" not in offer.model_dump_json()
        orjson.dumps([offer.title, offer.seller, offer.category, offer.image_url, offer.tags, offer.details])


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
def test_any_product_in_a_list(facts: dict[str, Any], url: str) -> None:
    reads(listing(product(**facts)), url)


@given(facts=st.dictionaries(KEYS, ANYTHING, max_size=6), url=URLS)
@MANY
def test_any_product_on_a_page(facts: dict[str, Any], url: str) -> None:
    reads(linked({"@type": "Product", "name": "Mug", "productID": 7, **facts}), url)


@given(data=st.data(), url=URLS)
@MANY
def test_a_real_page_damaged_anywhere(data: st.DataObject, url: str) -> None:
    names = ["products.json", "product.js", "page_with_groups.html", "page_with_counter_only.html"]
    body = saved(data.draw(st.sampled_from(names)))
    start = data.draw(st.integers(0, len(body)))
    end = data.draw(st.integers(start, len(body)))
    reads(body[:start] + data.draw(st.binary(max_size=8)) + body[end:], url)
