"""A page of Etsy taken apart once: what it tells search engines, whose page it is, and in which currency it shows."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wareloom.kit.http.place import Place
from wareloom.market.currencies import code
from wareloom.market.marketplaces.etsy import address
from wareloom.market.marketplaces.etsy.told import Told, tell
from wareloom.market.reading.markup import parsed

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_CURRENCY = re.compile(
    r'"locale_currency_code"\s*:\s*"([A-Z]{3})"|"currency"\s*:\s*\{"currency_id"\s*:\s*\d+,\s*"code"\s*:\s*"([A-Z]{3})"'
)
_OF_A_LOCALE = {
    **dict.fromkeys(("de", "at", "fr", "nl", "be", "ie", "it", "es", "pt", "fi-en", "fi"), "EUR"),
    "uk": "GBP",
    "ca": "CAD",
    "ca-fr": "CAD",
    "au": "AUD",
    "nz": "NZD",
    "jp": "JPY",
    "mx": "MXN",
    "ch": "CHF",
    "pl": "PLN",
    "se": "SEK",
    "dk-en": "DKK",
    "no-en": "NOK",
    "hk-en": "HKD",
    "il-en": "ILS",
    "in-en": "INR",
    "sg-en": "SGD",
    "se-en": "SEK",
}
"""What visitors of each country's shop window are shown, unless they chose otherwise."""
_OWN_SIGNS = {"$": "USD", "¥": "JPY", "￥": "JPY"}
"""Etsy writes every other dollar and yuan with letters: CA$, AU$, CN¥."""


@dataclass(frozen=True)
class Document:
    tree: "LexborHTMLParser"
    text: str
    place: Place | None
    """Where it came from; else where it says that it belongs."""
    link: str | None
    """Where it says that it belongs."""
    kind: address.Kind | None
    told: Told
    social: dict[str, str]
    currency: str | None

    def hint(self, sign: str) -> str | None:
        """The currency of a price whose own sign leaves it open."""
        return self.currency or _OF_A_LOCALE.get(address.locale_of(self.place) or "") or _OWN_SIGNS.get(sign.strip())


def read_document(text: str, place: Place | None) -> Document:
    tree = parsed(text)
    told = tell([node.text() for node in tree.css('script[type*="ld+json" i]')])
    social = _social(tree)
    canonical = tree.css_first('link[rel="canonical"]')
    named = [canonical.attributes.get("href") if canonical else None, social.get("og:url")]
    own = next((found for link in named if address.kind_of(found := address.place_of(link))), None)
    here = place if address.kind_of(place) else own
    return Document(
        tree=tree,
        text=text,
        place=here,
        link=own.url if own else None,
        kind=_kind(here, own),
        told=told,
        social=social,
        currency=_currency(tree, text) or told.currency,
    )


def said(node: "LexborNode | None") -> str:
    """A node's words, in one line."""
    return " ".join(node.text(separator=" ").split()) if node else ""


def _kind(here: Place | None, own: Place | None) -> address.Kind | None:
    """A page that says what it is knows better than the address that led to it, but where it has to be signed in."""
    asked, claimed = address.kind_of(here), address.kind_of(own)
    return asked if asked == "signin" or claimed in {None, "other"} else claimed


def _social(tree: "LexborHTMLParser") -> dict[str, str]:
    return {
        name.lower(): content
        for node in tree.css("meta[content]")
        if (name := node.attributes.get("property") or node.attributes.get("name"))
        and (content := node.attributes.get("content"))
    }


def _currency(tree: "LexborHTMLParser", text: str) -> str | None:
    body = tree.body
    shown = code(body.attributes.get("data-currency")) if body else None
    found = None if shown else _CURRENCY.search(text)
    return shown or (code(found[1] or found[2]) if found else None)
