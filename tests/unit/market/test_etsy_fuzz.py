"""Whatever arrives, reading it ends in offers that can be kept, in Rejected or in Blocked; half a page is no page."""

import json
from decimal import Decimal
from functools import cache
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.etsy_pages import (
    PAGES,
    SEARCH,
    answered,
    api_listing,
    listing_page,
    product,
    saved,
    searched,
    tile,
    told,
)
from wareloom.kit.errors import Blocked, Rejected
from wareloom.market.marketplaces.etsy import EtsyMarketplace
from wareloom.market.page import OfferPage, SeenOffer
from wareloom.market.price import LARGEST

ETSY = EtsyMarketplace()
NAMES = sorted(path.name for path in PAGES.iterdir())
URLS = st.sampled_from(["", SEARCH, "https://www.etsy.com/de/listing/7/mug", "https://www.etsy.com/", "::"])
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(["9.50", "", "NaN", "//a/b.jpg", "http://[", "/listing/7", "\ud800", "InStock", "a < b", "&#0;"])
)
WORDS = (
    "@type @graph name url sku item itemListElement numberOfItems offers price lowPrice highPrice priceCurrency brand"
    " priceSpecification priceType aggregateRating ratingValue reviewCount image contentURL category availability"
    " results listing_id title amount divisor shop images tags output count"
)
KEYS = st.text(max_size=5) | st.sampled_from(WORDS.split())
ANYTHING = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6), max_leaves=20
)
PIECES = """
<li>|</li>|<div>|</div>|<p>|</p>|<s>|</s>|</a>|<h3>|</h3>|<h1>|</i>|</b>|<ol data-results-grid-container>|</ol>
<a href="/listing/7">|<a href="/listing/9?ls=a">|<div data-listing-id="7" data-listing-card-v2>|<img src="//a/b.jpg">
<p class="lc-price">|<i class="currency-value">|<i class="currency-symbol">|<div id="listing-page-cart">|</script>
<clg-static-review-stars rating="4.9" review-count-text="(7)">|<p data-buy-box-region="price">|<b data-no-results>
<b data-seller-name-container>|<script type="application/ld+json">|Mug|$|9.50|1.299,00 €|(1.2k)|No results
"""
MARKUP = st.lists(st.sampled_from(PIECES.replace("\n", "|").split("|")), max_size=40).map("".join)
MANY = settings(max_examples=150, deadline=None)


def reads(body: bytes, url: str) -> OfferPage | None:
    try:
        page = ETSY.read(body, url)
    except (Rejected, Blocked):
        return None
    assert len({offer.external_id for offer in page.offers}) == len(page.offers)
    for offer in page.offers:
        _is_sound(offer)
    return page


def _is_sound(offer: SeenOffer) -> None:
    assert offer.external_id.isdigit()
    assert offer.title.strip() == offer.title != ""
    assert offer.price is None or Decimal(0) <= offer.price <= LARGEST
    assert offer.list_price is None or (offer.price is not None and offer.price < offer.list_price <= LARGEST)
    assert offer.rating is None or Decimal(0) < offer.rating <= 5
    assert offer.reviews_count is None or 0 <= offer.reviews_count < 2**63
    assert offer.product_url is None or offer.product_url.startswith("https://www.etsy.com/")
    assert offer.image_url is None or offer.image_url.startswith("http")
    assert "\x00" not in offer.model_dump_json()
    orjson.dumps([offer.title, offer.seller, offer.category_path, offer.image_url, offer.tags, offer.details])


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
def test_any_facts_told(facts: dict[str, Any], url: str) -> None:
    reads(searched(tile(), told=told(product(**facts))), url)
    reads(listing_page(product(**facts)), url)
    reads(answered(api_listing(**facts)), url)


@given(pieces=MARKUP, url=URLS)
@MANY
def test_any_markup(pieces: str, url: str) -> None:
    reads(searched(pieces), url)
    reads(listing_page(body=pieces), url)
    reads(pieces.encode(), url)


@given(data=st.data(), url=URLS)
@MANY
def test_a_page_damaged_anywhere(data: st.DataObject, url: str) -> None:
    body = saved(data.draw(st.sampled_from(NAMES)))
    start = data.draw(st.integers(0, len(body)))
    end = data.draw(st.integers(start, len(body)))
    reads(body[:start] + data.draw(st.binary(max_size=8)) + body[end:], url)


@cache
def _whole() -> dict[str, tuple[bytes, OfferPage]]:
    bodies = {name: saved(name) for name in NAMES} | {
        "answer": answered(api_listing(), api_listing(listing_id=8)),
        "told": json.dumps([product(), product(8)]).encode(),
        "pieces": (tile() + tile(number=8)).encode(),
    }
    return {name: (body, page) for name, body in bodies.items() if (page := reads(body, ""))}


def test_there_are_pages_to_cut() -> None:
    assert len(_whole()) > 9
    assert all(page.offers for _, page in _whole().values())


def test_an_excerpt_that_was_cut_amid_a_price_tells_none() -> None:
    body, whole = _whole()["pieces"]
    for end in range(len(body)):
        page = reads(body[:end], "")
        assert all(offer in whole.offers for offer in (page.offers if page else ()))


@given(data=st.data())
@settings(max_examples=400, deadline=None)
def test_a_page_that_was_cut_off_shows_nothing_that_is_not_whole(data: st.DataObject) -> None:
    body, whole = _whole()[data.draw(st.sampled_from(sorted(_whole())))]
    page = reads(body[: data.draw(st.integers(0, len(body)))], "")
    assert page is None or set((page.offers_total is None and ()) or ()) == set()
    for offer in page.offers if page else ():
        assert offer in whole.offers


@pytest.mark.parametrize("name", NAMES)
def test_another_encoding_changes_nothing(name: str) -> None:
    text = saved(name).decode()
    for body in (b"\xef\xbb\xbf" + text.encode(), text.encode("utf-16"), b"\n\t " + text.encode() + b"\x00\n"):
        assert reads(body, SEARCH) == reads(saved(name), SEARCH)


def test_a_page_that_nests_without_end_is_read_or_refused() -> None:
    for body in (
        b"<div>" * 20_000,
        searched("<li><div>" * 5_000),
        b'{"results":' * 50_000,
        searched(tile("<p>" * 5_000)),
    ):
        reads(body, SEARCH)
