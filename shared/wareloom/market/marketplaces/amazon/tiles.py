"""The tiles of a search, as every year since 2017 built them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wareloom.kit.errors import Rejected
from wareloom.market.marketplaces.amazon.links import is_product_id, product_in
from wareloom.market.marketplaces.amazon.nodes import around, has_class, href, outermost, told
from wareloom.market.marketplaces.amazon.page import Page

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_RESULTS = '[data-component-type="s-search-result"]'
_OLDER = ".s-result-item[data-asin]"
_CARDS = (".puis-card-container, .s-card-container", ".s-item-container")
_SCRAPS = (*_CARDS, ".sg-col-inner", "body > div, body > li")
"""What people copy when they copy one tile: the outermost of these that names a product."""
_SHOP_PAGE = "#dp, #s-results-list-atf, .s-main-slot, #nav-main, #navbar"
_MOST = 2000
_ELSEWHERE = ("a-carousel-card", "a-popover-preload")
"""Rows of recommendations between the results, and what opens only when touched."""
_TITLES = "h2 a, a h2, h3 a, a h3, h4 a, a h4, h5 a, a h5"


def tiles(page: Page) -> "list[LexborNode]":
    results = page.tree.css(_RESULTS) or [node for node in page.tree.css(_OLDER) if not lies_elsewhere(node)]
    found = [node for node in results if is_product_id(told(node, "data-asin"))]
    return whole_ones(found or list(_scraps(page)), page)


def product_of(tile: "LexborNode") -> str | None:
    """Its number: as the tile says it, else where its title leads, else where anything in it leads."""
    for name in ("data-asin", "data-dib-asin", "data-csa-c-asin"):
        marked = [tile, *tile.css(f"[{name}]")]
        if found := next((one for node in marked if is_product_id(one := told(node, name))), None):
            return found
    links = [*title_links(tile), *tile.css("a[href]")]
    return next((found for link in links if (found := product_in(href(link)))), None)


def title_links(tile: "LexborNode") -> "Iterator[LexborNode]":
    for node in tile.css(_TITLES):
        link = node if node.tag == "a" else next((one for one in around(node) if one.tag == "a"), None)
        if link:
            yield link


def lies_elsewhere(node: "LexborNode") -> bool:
    return any(has_class(one, *_ELSEWHERE) for one in around(node))


def whole_ones(found: "list[LexborNode]", page: Page) -> "list[LexborNode]":
    """Where the page is cut off, what was open at its end is not all there."""
    if len(found) > _MOST:
        raise Rejected(f"The page shows {len(found)} products at once, which no page of Amazon does.")
    if not page.cut_off:
        return found
    open_at_the_end = {node.mem_id for node in _last(page)}
    return [node for node in found if node.mem_id not in open_at_the_end]


def _last(page: Page) -> "Iterator[LexborNode]":
    node = page.tree.body
    while node:
        yield node
        node = node.last_child


def _scraps(page: Page) -> "Iterator[LexborNode]":
    if page.tree.css_first(_SHOP_PAGE):
        return
    for selector in _CARDS if page.is_document else _SCRAPS:
        found = list(outermost(node for node in page.tree.css(selector) if not lies_elsewhere(node)))
        if named := [node for node in found if any(product_in(href(link)) for link in title_links(node))]:
            yield from named
            return
