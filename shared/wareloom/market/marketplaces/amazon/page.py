"""A page, with what it says of itself: which country's Amazon it is of, and whether it is all there."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wareloom.market.currencies import code
from wareloom.market.marketplaces.amazon.nodes import href, parsed, said, told
from wareloom.market.marketplaces.amazon.shops import BY_MARKETPLACE_ID, ENDINGS, SHOPS, Shop, shop_at, shop_named
from wareloom.market.marketplaces.amazon.whole import is_cut_off, is_document
from wareloom.market.price import written_currency

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(\S+) -->")
_SERVER = re.compile(r"\bue_sn\s*=\s*[\"']([\w.-]+)[\"']")
_MARKETPLACE_ID = re.compile(rf"\b({'|'.join(BY_MARKETPLACE_ID)})\b")
_SHOP_LINK = re.compile(rf"https?://(?:www|smile)\.(amazon\.(?:{ENDINGS}))(?=[/\"'?#\s])", re.IGNORECASE)
_MONEY = re.compile(r"currencyCode(?:\"|&quot;|%22)?\s*(?::|%3A)\s*(?:\"|&quot;|%22)([A-Z]{3})\b")
_NAMED_BY_STARS = {
    "von 5 sternen": "amazon.de",
    "sur 5 étoiles": "amazon.fr",
    "su 5 stelle": "amazon.it",
    "de 5 estrellas": "amazon.es",
    "van 5 sterren": "amazon.nl",
    "つ星のうち": "amazon.co.jp",
    "de 5 estrelas": "amazon.com.br",
    "av 5 stjärnor": "amazon.se",
    "na 5 gwiazdek": "amazon.pl",
}
_WITH_DOLLARS = {"amazon.es": "amazon.com.mx", "amazon.fr": "amazon.ca"}


@dataclass(frozen=True)
class Page:
    tree: "LexborHTMLParser"
    text: str
    url: str
    shop: Shop | None
    hint: str | None
    """The money meant by a bare “$” or “kr”."""
    is_document: bool
    cut_off: bool


def page_of(text: str, url: str) -> Page:
    tree = parsed(text)
    shop = _shop(tree, text, url)
    found = None if shop else _MONEY.search(text)
    hint = shop.currency if shop else found[1] if found else None
    return Page(tree, text, url, shop, hint, is_document(text), is_cut_off(text))


def _shop(tree: "LexborHTMLParser", text: str, url: str) -> Shop | None:
    return shop_at(url) or _named(tree, text) or _linked(text) or _spoken(tree)


def _named(tree: "LexborHTMLParser", text: str) -> Shop | None:
    saved = _SAVED_FROM.search(text[:4000])
    links = [saved[1] if saved else None]
    links += [href(node) for node in tree.css('link[rel="canonical"]')]
    links += [told(node, "content") for node in tree.css('meta[property="og:url"]')]
    server = _SERVER.search(text)
    named = shop_named(server[1]) if server else None
    return next((shop for link in links if (shop := shop_at(link))), named)


def _linked(text: str) -> Shop | None:
    """Most of its links stay at home; the footer leads once to each of the others."""
    if found := Counter(name.lower() for name in _SHOP_LINK.findall(text)).most_common(1):
        return SHOPS[found[0][0]]
    marketplace = _MARKETPLACE_ID.search(text)
    return BY_MARKETPLACE_ID[marketplace[1]] if marketplace else None


def _spoken(tree: "LexborHTMLParser") -> Shop | None:
    """A scrap of a page names no address. Its money does where only one Amazon takes it, else its language."""
    stars = " ".join(said(node) or "" for node in tree.css(".a-icon-alt")[:20]).lower()
    spoken = next((SHOPS[domain] for words, domain in _NAMED_BY_STARS.items() if words in stars), None)
    signs = {written_currency(said(node)) for node in tree.css(".a-price .a-offscreen")[:20]} - {None}
    money = {code(sign) for sign in signs}
    takers = [shop for shop in SHOPS.values() if {shop.currency} == money]
    if len(takers) == 1:
        return takers[0]
    if signs == {"$"}:
        return SHOPS[_WITH_DOLLARS.get(spoken.domain if spoken else "", "amazon.com")]
    return spoken if spoken and money <= {spoken.currency, None} else None
