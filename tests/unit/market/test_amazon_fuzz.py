"""Whatever arrives of a page, reading it ends in true offers, in Rejected or in Blocked."""

from decimal import Decimal

import orjson
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.amazon_pages import PAGES, saved
from wareloom.kit.errors import Blocked, Rejected
from wareloom.market.marketplaces.amazon import AmazonMarketplace
from wareloom.market.page import SeenOffer
from wareloom.market.price import LARGEST

AMAZON = AmazonMarketplace()
NAMES = sorted(page.name for page in PAGES.glob("*.html"))
URLS = st.sampled_from(["", "https://www.amazon.de/s?k=mug", "https://www.amazon.in/dp/B0WL000001", "::", "//["])
MANY = settings(max_examples=200, deadline=None)
PARTS = [
    *(
        '<div data-component-type="s-search-result" data-asin="B0WL000001">',
        "<h2>",
        '<a href="/dp/B0WL000001">',
        "</a>",
    ),
    *(
        "</h2>",
        "</div>",
        '<span class="a-price">',
        "$1",
        "</span>",
        '<span id="productTitle">',
        '<input id="ASIN" value=',
    ),
    *(
        '"B0WL000001">',
        '<div id="gridItemRoot">',
        "<img src='x' alt='y'>",
        '<i class="a-icon-star">',
        "4,5",
        "<script>",
    ),
    *('<div class="s-main-slot">', "No results for", "<html>", "</html>", '<div id="bylineInfo">', "&&&", '["', "\x00"),
]


def reads(body: bytes, url: str) -> tuple[SeenOffer, ...]:
    try:
        page = AMAZON.read(body, url)
    except (Rejected, Blocked):
        return ()
    for offer in page.offers:
        assert offer.external_id
        assert offer.title
        assert offer.price is None or Decimal(0) <= offer.price <= LARGEST
        assert offer.list_price is None or offer.price is None or offer.list_price > offer.price
        assert offer.rating is None or Decimal(0) < offer.rating <= 5
        assert offer.reviews_count is None or 0 <= offer.reviews_count < 2**31
        assert offer.rank is None or 0 < offer.rank < 2**31
        assert "\x00" not in offer.model_dump_json()
        orjson.dumps([offer.title, offer.seller, offer.category_path, offer.image_url, offer.details])
    return page.offers


@given(body=st.binary(max_size=400), url=URLS)
@MANY
def test_any_bytes(body: bytes, url: str) -> None:
    assert reads(body, url) == ()


@given(parts=st.lists(st.sampled_from(PARTS) | st.text(max_size=8), max_size=40), url=URLS)
@MANY
def test_any_parts_of_pages(parts: list[str], url: str) -> None:
    assert {offer.external_id for offer in reads("".join(parts).encode(errors="replace"), url)} <= {"B0WL000001"}


@given(name=st.sampled_from(NAMES), data=st.data())
@settings(max_examples=400, deadline=None)
def test_a_page_cut_off_anywhere_shows_nothing_that_is_not_so(name: str, data: st.DataObject) -> None:
    body = saved(name)
    shown = reads(body, "https://www.amazon.de/")
    cut = reads(body[: data.draw(st.integers(0, len(body)))], "https://www.amazon.de/")
    assert [offer for offer in cut if offer not in shown] == []


@given(name=st.sampled_from(NAMES), data=st.data(), url=URLS)
@MANY
def test_a_page_damaged_anywhere_names_no_product_that_is_not_on_it(name: str, data: st.DataObject, url: str) -> None:
    body = saved(name)
    start = data.draw(st.integers(0, len(body)))
    end = data.draw(st.integers(start, min(len(body), start + 2000)))
    damaged = body[:start] + data.draw(st.binary(max_size=8)) + body[end:]
    assert all(offer.external_id.encode() in body for offer in reads(damaged, url))


@given(
    name=st.sampled_from(NAMES), codec=st.sampled_from(["utf-16", "cp1252", "cp932", "utf-7", "utf-8-sig"]), url=URLS
)
@MANY
def test_a_page_in_other_letters(name: str, codec: str, url: str) -> None:
    reads(saved(name).decode().encode(codec, errors="replace"), url)
