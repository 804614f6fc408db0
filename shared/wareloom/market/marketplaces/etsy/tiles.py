"""The tiles of a page's own list: whatever frames one listing, in the markup of any year."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from wareloom.market.marketplaces.etsy import links
from wareloom.market.marketplaces.etsy.document import Document

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_OWN_LISTS = (
    "[data-search-results], [data-search-results-region], [data-results-grid-container], [data-search-results-lg],"
    " .search-listings-group, #search-results",
    "[data-appears-component-name='shop_home_listing_grid'], .featured-listings, [data-listings-container],"
    " .shop-home-wider-items, #items",
)
_LINKS = 'a[href*="/listing/"]'
_LISTINGS = f"{_LINKS}, [data-listing-id]"
_FRAMES = frozenset(("ul", "ol", "main", "body", "html", "section", "table", "tbody", "tr"))
_WHOLE = frozenset(("data-palette-listing-id", "data-listing-card-v2", "data-behat-listing-card"))
_OTHERS = re.compile(r"recommend|recs_|recently|similar|homepage|cart|listing_page|also_|ymal", re.IGNORECASE)
"""Etsy marks so what it shows beside a list: seen before, alike, bought by others."""


class Tile(NamedTuple):
    number: str
    link: "LexborNode"
    node: "LexborNode"


def own(document: Document) -> list[Tile]:
    """Those of the list that the page is about, in its order; a listing can have several."""
    for selector in _OWN_LISTS:
        links_read = set[int]()  # lists lie in one another, the widest first
        found = [tile for region in document.tree.css(selector) for tile in _inside(region, links_read)]
        if found:
            return _once(found)
    return []


def loose(document: Document) -> list[Tile]:
    """Where no list is marked as the page's own: all but what Etsy marks as shown beside one."""
    body = document.tree.body
    if body is None or document.kind == "other":
        return []
    return _once([tile for tile in _inside(body, set()) if not _is_beside(tile)])


def _inside(region: "LexborNode", links_read: set[int]) -> Iterator[Tile]:
    for link in region.css(_LINKS):
        number = links.listing_id(link.attributes.get("href"))
        if number and link.mem_id not in links_read:
            links_read.add(link.mem_id)
            yield Tile(number, link, _frame(link, number, region.mem_id))


def _frame(link: "LexborNode", number: str, region: int) -> "LexborNode":
    """The largest node around a link that shows this listing alone."""
    node = link
    while not (node.tag == "li" or (node.tag != "a" and _WHOLE.intersection(node.attributes))):
        outer = node.parent
        if outer is None or outer.mem_id == region or outer.tag in _FRAMES or _numbers(outer) != {number}:
            break
        node = outer
    return node


def _numbers(node: "LexborNode") -> set[str]:
    shown = node.css(_LISTINGS)
    return {
        number
        for one in shown
        if (number := one.attributes.get("data-listing-id") or links.listing_id(one.attributes.get("href")))
    }


def _once(found: list[Tile]) -> list[Tile]:
    """Picture, title and heart all link to the listing."""
    first: dict[int, Tile] = {}
    for tile in found:
        first.setdefault(tile.node.mem_id, tile)
    return list(first.values())


def _is_beside(tile: Tile) -> bool:
    marked = [tile.node, *tile.node.css("[data-page-type]")]
    return any(_OTHERS.search(one.attributes.get("data-page-type") or "") for one in marked)
