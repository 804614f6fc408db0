"""Reading a page's offers, against BeautifulSoup with lxml taking only ids, titles and prices from the same page.

Saved real pages where they are at hand, else the ones that we wrote, which are too small to say much.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from bs4 import BeautifulSoup, Tag

from tests.bench.figures import MACHINE, Figure, in_turns, seconds
from tests.support.chaos import PAGES
from tests.support.real_data import DATA
from wareloom.market.marketplaces.registry import MARKETPLACES

ROUNDS = 15

Taken = list[tuple[str, str, str]]


class _Page(NamedTuple):
    marketplace: str
    kind: str
    saved: str
    written: str
    """The one of ours, where the saved one is not at hand."""
    taken: Callable[[BeautifulSoup], Taken]

    @property
    def file(self) -> Path:
        real = DATA / "pages" / self.marketplace / self.saved
        return real if real.exists() else PAGES / self.marketplace / self.written


def figures() -> Iterator[Figure]:
    for page in _WATCHED:
        yield from _figures_of(page)


def _figures_of(page: _Page) -> Iterator[Figure]:
    body = page.file.read_bytes()

    def ours() -> list[str]:
        return [offer.external_id for offer in MARKETPLACES[page.marketplace].read(body, "").offers]

    def soup() -> list[str]:
        return [external_id for external_id, _, _ in page.taken(BeautifulSoup(body, "lxml"))]

    if not ours() or set(ours()) != set(soup()):
        raise AssertionError(f"the two sides did not read the same offers of {page.file.name}")
    spent = in_turns({"ours": lambda: seconds(ours), "soup": lambda: seconds(soup)}, rounds=ROUNDS)
    name = f"pages of {page.marketplace} read, {page.kind} of {len(body) / 1000:.0f} kB"
    yield Figure(name, 1 / spent["ours"], "pages/s", MACHINE)
    yield Figure(name, spent["soup"] / spent["ours"], "×", "BeautifulSoup with lxml, only ids, titles and prices")


def _tiles(card: str, title: str, price: str) -> Callable[[BeautifulSoup], Taken]:
    def taken(soup: BeautifulSoup) -> Taken:
        return [
            (_asin(one), _text(one.select_one(title)), _text(one.select_one(price)))
            for one in soup.select(card)
            if _asin(one)
        ]

    return taken


def _asin(card: Tag) -> str:
    """A card's own; a best seller's is on what it holds, or in its link."""
    if card.get("data-asin"):
        return str(card["data-asin"])
    link = card.select_one('a[href*="/dp/"]')
    return str(link["href"]).partition("/dp/")[2][:10] if link else ""


def _text(node: Tag | None) -> str:
    return node.get_text(strip=True) if node else ""


def _told(external_id: Callable[[dict[str, Any]], str]) -> Callable[[BeautifulSoup], Taken]:
    """What a product's page tells search engines."""

    def taken(soup: BeautifulSoup) -> Taken:
        scripts = [_json(one.get_text()) for one in soup.select('script[type="application/ld+json"]')]
        products = [one for one in scripts if one.get("@type") in {"Product", "ProductGroup"} and external_id(one)]
        return [(external_id(one), str(one.get("name")), str(one.get("offers"))) for one in products[-1:]]

    return taken


def _json(text: str) -> dict[str, Any]:
    try:
        return json.loads(text, strict=False)
    except ValueError:
        return {}


def _listing_number(product: dict[str, Any]) -> str:
    return str(product.get("url", "")).partition("/listing/")[2].partition("/")[0]


_WATCHED = (
    _Page(
        "amazon",
        "a search",
        "search_us_2022-07_red-basketball-shoes.html",
        "search_list_jp_2020.html",
        _tiles('[data-component-type="s-search-result"]', "h2", ".a-price .a-offscreen"),
    ),
    _Page(
        "amazon",
        "best sellers",
        "bestsellers_in_2023-10_books.html",
        "bestsellers_fr_2019.html",
        _tiles("#gridItemRoot, .zg-item-immersion", "img", '[class*="price"]'),
    ),
    _Page(
        "etsy",
        "a listing",
        "listing_eur_2026-04_birth-year-necklace.html",
        "listing_2025_fr.html",
        _told(_listing_number),
    ),
    _Page(
        "shopify",
        "a product",
        "product_page_2026-04_anyeluz.html",
        "page_on_sale.html",
        _told(lambda product: str(product.get("productGroupID") or "")),
    ),
)
