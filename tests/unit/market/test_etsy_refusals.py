"""Pages without offers, each told apart: nothing found, walls, sign-in, cut off, another page altogether."""

import pytest

from tests.support.etsy_pages import SEARCH, listing_page, product, saved, searched, tile, told
from wareloom.kit.errors import Blocked, Rejected
from wareloom.market.marketplaces.etsy import EtsyMarketplace
from wareloom.market.page import OfferPage

ETSY = EtsyMarketplace()
NOTHING = OfferPage(offers=(), offers_total=0)
BESIDE = tile(number=99).replace("<div", '<div data-page-type="recently_viewed_listings"', 1)


def page(body: str, head: str = "<title>Fen - Etsy</title>") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


@pytest.mark.parametrize(
    "said",
    [
        "We couldn't find any results for <b>fen</b>",
        "No results found for “fen”",
        "Wir konnten keine Ergebnisse für „fen“ finden",
        "Keine Artikel gefunden",
        "Nous n'avons trouvé aucun résultat pour « fen »",
        "No hemos encontrado resultados para “fen”",
        "Nessun risultato per “fen”",
        "Geen resultaten voor “fen”",
        "Nenhum resultado para “fen”",
        "Brak wyników dla „fen”",
        "Inga resultat för “fen”",
        "「fen」に一致する商品は見つかりませんでした。見つかりません",
        "По запросу ничего не найдено",
        "This shop is taking a short break",
    ],
)
def test_a_search_that_found_nothing_says_so_in_many_languages(said: str) -> None:
    body = page(f"<main><h2>{said}</h2></main><ul>{BESIDE}</ul>")
    assert ETSY.read(body, SEARCH) == NOTHING


def test_a_search_that_found_nothing_shows_no_phantoms() -> None:
    marked = page(f"<div data-no-results><p>We couldn't find any results</p></div><ul>{tile(number=98)}</ul>")
    assert ETSY.read(marked, SEARCH) == NOTHING
    assert ETSY.read(searched(told=told(numberOfItems=0)), SEARCH) == NOTHING


def test_what_is_found_is_read_though_a_phrase_says_otherwise() -> None:
    (offer,) = ETSY.read(searched(tile("<p>No results like it!</p>")), SEARCH).offers
    assert offer.external_id == "7"


def test_only_a_list_of_etsy_s_is_believed_when_it_says_that_there_is_nothing() -> None:
    for body, url in (
        (b"<html><body><h1>No results found</h1></body></html>", "https://shop.example/"),
        (b"<html><body><h1>No results found</h1></body></html>", ""),
        (page("<h1>No results found</h1>"), "https://www.etsy.com/your/orders"),
        (page("<h1>No results found</h1>"), "https://www.etsy.com/listing/7/mug"),
    ):
        with pytest.raises(Rejected):
            ETSY.read(body, url)


def test_walls_and_sign_in_are_blocked() -> None:
    with pytest.raises(Blocked, match="DataDome"):
        ETSY.read(saved("datadome.html"), SEARCH)
    with pytest.raises(Blocked, match="DataDome"):
        ETSY.read(b'{"url":"https://geo.captcha-delivery.com/captcha/?cid=x"}', SEARCH)
    with pytest.raises(Blocked, match="sign in"):
        ETSY.read(saved("signin.html"), "")
    with pytest.raises(Blocked, match="sign in"):
        ETSY.read(page("<h1>Hello</h1>"), "https://www.etsy.com/de/signin?from_page=x")
    with pytest.raises(Blocked):
        ETSY.read(page("<h1>Before you continue to Etsy</h1><button>Accept all</button>"), SEARCH)
    with pytest.raises(Blocked):
        ETSY.read(saved("datadome.html").removesuffix(b"\n").removesuffix(b"</body></html>"), SEARCH)


def test_real_pages_with_a_banner_or_a_captcha_in_a_form_are_no_walls() -> None:
    banner = '<div class="g-recaptcha"></div><p>Before you continue: cookies</p><form><input type="password"></form>'
    assert ETSY.read(searched(tile(banner)), SEARCH).offers
    assert ETSY.read(listing_page(product(), body=banner), "https://www.etsy.com/listing/7/mug").offers


def test_other_pages_of_etsy_are_rejected_though_they_show_listings() -> None:
    for url in ("", "https://www.etsy.com/", "https://www.etsy.com/featured/hub/vintage"):
        with pytest.raises(Rejected, match="no search, category, shop or listing"):
            ETSY.read(saved("home.html"), url)


def test_a_list_that_shows_nothing_and_says_nothing_is_rejected() -> None:
    with pytest.raises(Rejected, match="no list of items"):
        ETSY.read(page("<main><h1>fen</h1><div data-search-results></div></main>"), SEARCH)


@pytest.mark.parametrize("body", [b"", b" \n", b"\xef\xbb\xbf", b"Not Found", b"\xff\xfe\xfd", b"<html></html>"])
def test_what_is_no_page_is_rejected(body: bytes) -> None:
    with pytest.raises(Rejected):
        ETSY.read(body, SEARCH)


def test_an_excerpt_is_read_and_a_page_that_was_cut_off_is_not() -> None:
    assert ETSY.read(f"<ol>{tile()}{tile(number=8)}</ol>".encode(), SEARCH).offers
    assert ETSY.read(f"</div>{tile()}{tile(number=8)}</ol></section>".encode(), SEARCH).offers
    with pytest.raises(Rejected, match="cut off"):
        ETSY.read(saved("search_2025_fr.html")[:4000], SEARCH)
