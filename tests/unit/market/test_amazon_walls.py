"""A wall, an empty search, a page that is gone and a page that changed are told apart."""

import pytest

from tests.support.amazon_pages import saved, searched, tile
from wareloom.kit.errors import Blocked, Rejected
from wareloom.market.marketplaces.amazon import AmazonMarketplace

AMAZON = AmazonMarketplace()


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("captcha_de.html", "robot"),
        ("continue_shopping.html", "robot"),
        ("dog.html", "error page"),
        ("sign_in.html", "sign-in"),
    ],
)
def test_a_wall_is_blocked(name: str, why: str) -> None:
    with pytest.raises(Blocked, match=why):
        AMAZON.read(saved(name), "https://www.amazon.de/s?k=mug")


@pytest.mark.parametrize(
    "body",
    [
        "<title>Robot Check</title><p>Sorry, we just need to make sure you're not a robot.</p>",
        "<h4>Type the characters you see in this image:</h4>",
        "<h4>Enter the characters you see below</h4>",
        "<p>To discuss automated access to Amazon data please contact api-services-support@amazon.com.</p>",
        "<title>Sorry! Something went wrong!</title>",
        "<title>503 - Service Unavailable Error</title>",
        "<script>window.gokuProps = {};</script><script src='https://x.token.awswaf.com/y/challenge.js'></script>",
        "<form action='https://www.amazon.de/ap/signin'><input type='password'></form>",
    ],
)
def test_walls_of_every_year(body: str) -> None:
    with pytest.raises(Blocked):
        AMAZON.read(f"<html><body>{body}</body></html>".encode(), "")


@pytest.mark.parametrize("name", ["empty_search_de.html", "empty_search_2017.html"])
def test_a_search_that_found_nothing_is_empty(name: str) -> None:
    page = AMAZON.read(saved(name), "")
    assert (page.offers, page.next, page.offers_total) == ((), None, 0)


@pytest.mark.parametrize(
    "said",
    [
        "No results for qqzz.",
        "Keine Ergebnisse für qqzz.",
        "Aucun résultat pour qqzz.",
        "Nessun risultato per qqzz.",
        "No hay resultados para qqzz.",
        "Nenhum resultado para qqzz.",
        "Geen resultaten voor qqzz.",
        "Brak wyników dla qqzz.",
        "Inga resultat för qqzz.",
        "qqzz için sonuç bulunamadı.",
        "qqzz に一致する商品はありませんでした。",
        "لا توجد نتائج لـ qqzz.",
    ],
)
def test_nothing_in_every_language(said: str) -> None:
    assert AMAZON.read(searched(f"<span>{said}</span>"), "").offers == ()


def test_nothing_as_the_page_tells_its_scripts() -> None:
    body = searched(head='<script>P.declare("s-metadata", {"totalResultCount":0});</script>')
    assert AMAZON.read(body, "").offers == ()


def test_other_results_in_place_of_none_are_results() -> None:
    assert len(AMAZON.read(searched("<span>No results for qqzz in Books.</span>", tile()), "").offers) == 1


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (saved("changed_search.html"), "changed"),
        (saved("not_found.html"), "no such page"),
        (b"<html><h2>A blog on <a href='https://www.amazon.de/dp/B0WL000001'>mugs</a></h2></html>", "no search"),
        (b"<html><body><p>No results for mugs</p></body></html>", "no search"),
        (b"   ", "empty"),
        (b"just words", "no search"),
        (b'{"products": []}', "neither"),
        (b'["dispatch","data-nav",{"html":""}]', "neither"),
    ],
)  # fmt: skip
def test_another_page_is_rejected_with_the_reason(body: bytes, why: str) -> None:
    with pytest.raises(Rejected, match=why):
        AMAZON.read(body, "")


def test_an_empty_search_that_is_cut_off_is_not_empty() -> None:
    body = saved("empty_search_de.html")
    with pytest.raises(Rejected):
        AMAZON.read(body[: body.index("Prüfe".encode())], "")


def test_nesting_without_end_is_refused() -> None:
    with pytest.raises(Rejected):
        AMAZON.read(b"<div>" * 300_000, "")
    with pytest.raises(Rejected, match="no page of Amazon"):
        AMAZON.read(searched(*[tile()] * 2100), "")
