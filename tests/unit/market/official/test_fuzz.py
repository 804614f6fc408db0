"""Whatever an API answers, reading it ends in offers that can be kept, or in Rejected: never in anything else."""

import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support import amazon_vendor, etsy_vendor, shopify_vendor
from tests.unit.market.official.conftest import EVERY_KEY
from wareloom.kit.errors import Blocked, Rejected
from wareloom.market.keys import MarketKeys
from wareloom.market.marketplaces.registry import marketplace
from wareloom.market.price import LARGEST

SHOPIFY_PAGE = {"pageInfo": {"hasNextPage": True, "endCursor": "c"}, "nodes": [shopify_vendor.product(1)]}
PRICED: dict[str, Any] = {
    "payload": [{"status": "Success", "ASIN": "B000000001", "Product": {"CompetitivePricing": {}}}]
}
WHOLE: dict[str, tuple[str, Any]] = {
    "etsy": (
        "mug",
        {"answers": [{"count": 1, "results": [etsy_vendor.listing(7)]}, {"results": [etsy_vendor.whole_listing(7)]}]},
    ),
    "amazon": (
        "amazon.de: mug",
        {"answers": [{"numberOfResults": 1, "items": [amazon_vendor.item("B000000001")]}, PRICED]},
    ),
    "shopify": (shopify_vendor.SHOP, {"data": {"shop": {"currencyCode": "GBP"}, "products": SHOPIFY_PAGE}}),
}
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.just("\ud800\x00"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)
Put = Callable[[Any], None]


def places(told: Any) -> Iterator[Put]:
    """Every place in a document, as a way to put something else there."""
    if not isinstance(told, dict | list):
        return
    inside: Any = told  # pyright: ignore[reportUnknownVariableType] - JSON has no types
    for key in list(inside) if isinstance(told, dict) else range(len(inside)):
        yield partial(inside.__setitem__, key)
        yield from places(inside[key])


def reads(name: str, body: bytes) -> None:
    kind = marketplace(name)
    assert kind.official
    asked = kind.official.first_page(kind.target(WHOLE[name][0]), MarketKeys.model_validate(EVERY_KEY))
    assert asked
    try:
        page = kind.read(body, asked.url)
    except (Rejected, Blocked):
        return
    assert page.next is None or kind.official.claims(page.next.url)
    for offer in page.offers:
        assert offer.external_id
        assert offer.title
        assert offer.price is None or Decimal(0) <= offer.price <= LARGEST
        assert offer.rank is None or 0 < offer.rank < 2**31
        orjson.dumps([offer.title, offer.seller, offer.category, offer.image_url, offer.tags, offer.details])


@pytest.mark.parametrize("name", WHOLE)
@given(data=st.data())
@settings(max_examples=200, deadline=None)
def test_an_answer_with_something_odd_in_it_is_read_or_rejected(name: str, data: st.DataObject) -> None:
    told = json.loads(json.dumps(WHOLE[name][1]))
    for _ in range(data.draw(st.integers(1, 3))):
        data.draw(st.sampled_from(list(places(told))))(data.draw(ANYTHING))
    reads(name, json.dumps(told).encode(errors="replace"))


@pytest.mark.parametrize("name", WHOLE)
@given(end=st.floats(0, 0.999))
@settings(max_examples=60, deadline=None)
def test_an_answer_that_was_cut_off_is_rejected(name: str, end: float) -> None:
    whole = json.dumps(WHOLE[name][1]).encode()
    kind = marketplace(name)
    assert kind.official
    asked = kind.official.first_page(kind.target(WHOLE[name][0]), MarketKeys.model_validate(EVERY_KEY))
    assert asked
    assert kind.read(whole, asked.url).offers
    with pytest.raises((Rejected, Blocked)):
        kind.read(whole[: int(len(whole) * end)], asked.url)
