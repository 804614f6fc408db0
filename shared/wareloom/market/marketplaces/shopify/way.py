"""The categories that lead from a shop's front door to a page."""

from collections.abc import Iterator

from wareloom.market.marketplaces.shopify.document import Document
from wareloom.market.marketplaces.shopify.links import handle_in, whole_link
from wareloom.market.reading import linked_data
from wareloom.market.reading.text import a_list, an_object, words

_CRUMBS = '[class*="breadcrumb" i] a[href], nav[aria-label*="breadcrumb" i] a[href]'
_WHOLE_SHOP = ("/collections", "/collections/all")


def path(page: Document, title: str | None) -> tuple[str, ...]:
    """From the widest to the narrowest: neither the door nor the product itself."""
    steps = list(_told(page)) or list(_shown(page))
    return tuple(dict.fromkeys(name for name, link in steps if name and name != title and _leads(link, page)))


def _told(page: Document) -> Iterator[tuple[str | None, str | None]]:
    ways = [thing for thing, kinds in linked_data.things(page.scripts) if "breadcrumblist" in kinds]
    for step in map(an_object, a_list(ways[0].get("itemListElement")) if ways else []):
        item = an_object(step.get("item"))
        name = linked_data.title(step.get("name")) or linked_data.title(item.get("name"))
        yield name, words(item.get("@id") or item.get("url") or step.get("item"))


def _shown(page: Document) -> Iterator[tuple[str | None, str | None]]:
    for node in page.tree.css(_CRUMBS):
        yield words(node.text()), node.attributes.get("href")


def _leads(link: str | None, page: Document) -> bool:
    """To some part of the shop."""
    whole = whole_link(link, page.place)
    if not whole or handle_in(whole):
        return False
    target = whole.partition("://")[2].partition("?")[0].rstrip("/")
    return "/collections/" in target and not target.endswith(_WHOLE_SHOP)
