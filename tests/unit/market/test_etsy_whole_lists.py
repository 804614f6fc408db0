"""Which tiles are a list's own, how many there are in all, and where the list goes on."""

import json
from typing import Any

import pytest

from tests.support.etsy_pages import SEARCH, product, searched, tile, told
from wareloom.kit.errors import Rejected
from wareloom.market.marketplaces.etsy import EtsyMarketplace
from wareloom.market.marketplaces.etsy.address import MOST_PAGES

ETSY = EtsyMarketplace()


@pytest.mark.parametrize(
    ("url", "pages", "following"),
    [
        (SEARCH, 3, SEARCH + "&page=2"),
        (SEARCH + "&page=2&ref=pagination", 3, SEARCH + "&page=3"),
        (SEARCH + "&page=3", 3, None),
        (SEARCH, 1, None),
        (SEARCH, None, None),
        (f"{SEARCH}&page={MOST_PAGES - 1}", 250, f"{SEARCH}&page={MOST_PAGES}"),
        (f"{SEARCH}&page={MOST_PAGES}", 250, None),
        ("https://shop.example/", 3, None),
        ("", 3, None),
    ],
)
def test_the_page_says_whether_there_is_another(url: str, pages: int | None, following: str | None) -> None:
    script = f'<script>x={{"initial_total_pages":{pages}}}</script>' if pages else ""
    page = ETSY.read(searched(tile(), head=script), url)
    assert (page.next and page.next.url) == following
    assert page.pages_total == (None if pages is None else min(pages, MOST_PAGES))


def test_pages_of_something_else_lead_nowhere() -> None:
    for link in ("/shop/Fen/reviews?page=2", "/search?q=fen&amp;page=9", "http://[?page=2", "//help.etsy.com/?page=2"):
        assert ETSY.read(searched(tile(f'<a href="{link}">more</a>')), SEARCH).next is None


@pytest.mark.parametrize(
    ("heading", "facts", "total"),
    [
        ("(1,234 results)", {}, 1234),
        ("<span>12.345 Ergebnisse,</span> mit Anzeigen", {}, 12345),
        ("Plus de 1 000 résultats", {}, 1000),
        ("<b>wool socks</b> <span>5,000+ results</span>", {}, 5000),
        ("", {"numberOfItems": 900}, 900),
        ("(77 results)", {"numberOfItems": 1}, 1),
        ("", {}, None),
    ],
)
def test_how_many_there_are_in_all(heading: str, facts: dict[str, Any], total: int | None) -> None:
    page = ETSY.read(searched(tile(f"<h1>{heading}</h1>"), told=told(product(), **facts)), SEARCH)
    assert page.offers_total == total


def test_a_list_that_is_not_marked_as_one_is_read_but_for_what_stands_beside_it() -> None:
    source = '<button data-listing-source="recs" data-listing-id="7">Favorite</button>'
    beside = tile(number=9).replace("<div", '<div data-page-type="recently_viewed_listings"', 1)
    review = '<p>Bought: <a href="/listing/10/jug"><img alt="Jug" src="//a/b.jpg"></a></p>'
    head = '<link rel="canonical" href="https://www.etsy.com/market/mugs">'
    body = f"<html><head>{head}</head><body><ul>{tile(source)}{beside}</ul>{review}</body></html>".encode()
    assert [offer.external_id for offer in ETSY.read(body, "").offers] == ["7"]


def test_a_page_that_an_archive_kept_is_the_page_that_it_kept() -> None:
    archive = "https://web.archive.org/web/20190203040506"
    body = searched(
        tile(f'<img src="{archive}im_/https://i.etsystatic.com/a.jpg">').replace(
            "https://www", f"{archive}/https://www"
        ),
        head=f'<link rel="canonical" href="{archive}/{SEARCH}"><link rel="next" href="{archive}/{SEARCH}&amp;page=2">',
    )
    for url in ("", f"{archive}/{SEARCH}"):
        page = ETSY.read(body, url)
        (offer,) = page.offers
        assert offer.product_url == "https://www.etsy.com/listing/7/mug"
        assert offer.image_url == "https://i.etsystatic.com/a.jpg"
        assert page.next
        assert page.next.url == f"{SEARCH}&page=2"


def test_pieces_of_pages_that_scripts_fetch_are_read_too() -> None:
    body = json.dumps({"output": {"async_search_results": tile() + tile(number=8), "other": None}}).encode()
    assert [offer.external_id for offer in ETSY.read(body, SEARCH).offers] == ["7", "8"]


def test_a_list_without_prices_or_titles_is_a_layout_that_we_do_not_know() -> None:
    with pytest.raises(Rejected, match="without a single price"):
        ETSY.read(searched(tile(price=""), tile(price="", number=8)), SEARCH)
    with pytest.raises(Rejected, match="layout"):
        ETSY.read(searched(*(tile(number=number, title="") for number in range(5)), tile(number=9)), SEARCH)
