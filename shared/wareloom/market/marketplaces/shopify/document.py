"""A shop's page taken apart once: whose it is, what sort of page, and what it tells search engines and networks."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from wareloom.kit.http.place import Place
from wareloom.market.currencies import code
from wareloom.market.marketplaces.shopify import embedded
from wareloom.market.marketplaces.shopify.address import place_of
from wareloom.market.marketplaces.shopify.links import handle_in, whole_link
from wareloom.market.reading.markup import parsed
from wareloom.market.reading.text import Object

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

Kind = Literal["product", "shelf"]

_CURRENCY = re.compile(
    r"""ShopifyAnalytics\.meta\.currency\s*=\s*['"]([A-Z]{3})['"]|Shopify\.currency\s*=\s*\{"active":"([A-Z]{3})\""""
)
_SHELF = re.compile(r"/collections/[^/?#]+/?(?:[?#]|\Z)|/collections/[^/?#]+/(?!products/)[^/?#]+|/search/?(?:[?#]|\Z)")
_IN_A_COLLECTION = re.compile(r"/collections/[^/]+(?=/products/)")


@dataclass(frozen=True)
class Document:
    tree: "LexborHTMLParser"
    text: str
    place: Place | None
    """Where it came from; else where it says that it belongs."""
    link: str | None
    """A product's one address: without the variant, campaign or collection that led here."""
    social: dict[str, str]
    counted: Object
    kind: Kind | None

    @property
    def whole(self) -> bool:
        """Not cut off on its way: what is missing may be at the end."""
        return "</html" in self.text[-2000:].lower()

    @cached_property
    def scripts(self) -> list[str]:
        return [node.text() for node in self.tree.css('script[type*="ld+json" i]')]

    @cached_property
    def data(self) -> list[str]:
        return [node.text() for node in self.tree.css('script[type="application/json"]')]

    @cached_property
    def currency(self) -> str | None:
        found = _CURRENCY.search(self.text)
        return code(found[1] or found[2]) if found else None


def read_document(text: str, place: Place | None) -> Document:
    tree = parsed(text)
    social = {
        name.lower(): content
        for node in tree.css("meta[content]")
        if (name := node.attributes.get("property") or node.attributes.get("name"))
        and (content := node.attributes.get("content"))
    }
    canonical = tree.css_first('link[rel="canonical"]')
    named = [canonical.attributes.get("href") if canonical else None, social.get("og:url")]
    links = [link for one in (*named, place.url if place else None) if (link := whole_link(one, place))]
    best = next((link for link in links if handle_in(link)), links[0] if links else None)
    counted = embedded.counted(text)
    return Document(
        tree=tree,
        text=text,
        place=place or (place_of(best) if best else None),
        link=_IN_A_COLLECTION.sub("", re.split(r"[?#]", best)[0]) if best else None,
        social=social,
        counted=counted,
        kind=_kind(embedded.kind(text, counted), best),
    )


def _kind(named: str | None, link: str | None) -> Kind | None:
    """Shopify's word counts before the address."""
    if named in {"collection", "searchresults"}:
        return "shelf"
    if named == "product" or handle_in(link):
        return "product"
    return "shelf" if named is None and link and _SHELF.search(link) else None
