"""The cards that a collection or a search shows, for what a theme tells by no other means."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING

from wareloom.market.marketplaces.shopify.document import Document
from wareloom.market.marketplaces.shopify.links import first_image, handle_in, product_link
from wareloom.market.page import SeenOffer
from wareloom.market.price import Price, parse
from wareloom.market.reading.text import identity, words

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_LINKS = 'a[href*="/products/"]'
_HIGHEST = 8
"""How far above its link a card may begin."""
_ELSEWHERE = re.compile(
    r"recommend|related|recently|upsell|cross-sell|complementary|mega-?menu|\bheader|footer|drawer|predictive",
    re.IGNORECASE,
)
_PRICE = '[class*="price" i], [class*="money" i]'
_CROSSED = 's, del, strike, [class*="compare" i], [class*="price__was" i], [class*="was-price" i]'
_TITLE = '[class*="title" i], [class*="heading" i], [class*="name" i], h2, h3, h4'
_SOLD_OUT = re.compile(
    r"\b(sold out|out of stock|ausverkauft|épuisé|agotado|esgotado|esaurito|uitverkocht|slutsåld|udsolgt)\b|売り切れ",
    re.IGNORECASE,
)


def offers(page: Document) -> list[SeenOffer]:
    read = (_offer(card, handle, page) for handle, card in _cards(page).items())
    return [offer for offer in read if offer]


def _cards(page: Document) -> dict[str, "LexborNode"]:
    """For each product, the widest part of the page that speaks of it alone; elsewhere are other shelves."""
    within = page.tree.css_first("main") or page.tree.body
    links = within.css(_LINKS) if within else []
    shown = [(link, handle) for link in links if (handle := handle_in(link.attributes.get("href")))]
    spoken_of: dict[int, set[str]] = {}
    for link, handle in shown:
        for node in islice(_upwards(link), _HIGHEST):
            spoken_of.setdefault(node.mem_id, set()).add(handle)
    cards: dict[str, LexborNode] = {}
    for link, handle in shown:
        if handle not in cards and not _elsewhere(link):
            alone = (node for node in islice(_upwards(link), _HIGHEST) if spoken_of[node.mem_id] == {handle})
            cards[handle] = list(alone)[-1]
    return cards


def _elsewhere(link: "LexborNode") -> bool:
    return any(_ELSEWHERE.search(_names(node)) for node in islice(_upwards(link), 3 * _HIGHEST))


def _upwards(node: "LexborNode") -> Iterator["LexborNode"]:
    here: LexborNode | None = node
    while here is not None and here.tag not in {"main", "body", "html"}:
        yield here
        here = here.parent


def _names(node: "LexborNode") -> str:
    return f"{node.tag} {node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"


def _offer(card: "LexborNode", handle: str, page: Document) -> SeenOffer | None:
    title = _title(card)
    price, before = _prices(card, page.currency)
    if not title or price.amount is None:
        return None
    return SeenOffer(
        external_id=_number(card) or handle,
        title=title,
        price=price.amount,
        list_price=before if before and before > price.amount else None,
        currency=price.currency,
        image_url=_image(card, page),
        product_url=product_link(handle, page.place),
        availability="out_of_stock" if _SOLD_OUT.search(_said(card)) else None,
    )


def _title(card: "LexborNode") -> str | None:
    links = [link for link in (card, *card.css(_LINKS)) if link.tag == "a"]
    images = [image.attributes.get("alt") for image in card.css("img[alt]")]
    labels = [link.attributes.get(name) for link in links for name in ("aria-label", "title")]
    shown = [_said(node) for node in (*card.css(_TITLE), *links)]
    candidates = (words(one) for one in (*shown, *labels, *images))
    return next((one for one in candidates if one and any(map(str.isalpha, one)) and parse(one).currency is None), None)


def _prices(card: "LexborNode", currency: str | None) -> tuple[Price, Decimal | None]:
    """What it costs, and the most that is crossed out beside it."""
    shown = card.css_first(_PRICE)
    if shown is None:
        return Price(None, None), None
    text = _said(shown)
    crossed = [said for node in card.css(_CROSSED) if (said := _said(node))]
    rest = text
    for one in crossed:
        rest = rest.replace(one, " ", 1)
    price = parse(rest, currency)
    before = [amount for one in crossed if (amount := parse(one, currency).amount) is not None]
    return price if price.amount is not None else parse(text, currency), max(before, default=None)


def _number(card: "LexborNode") -> str | None:
    marked = (identity(node.attributes.get("data-product-id")) for node in (card, *card.css("[data-product-id]")))
    return next((number for number in marked if number and number.isdigit()), None)


def _image(card: "LexborNode", page: Document) -> str | None:
    pictures = [image.attributes.get(name) for image in card.css("img") for name in ("src", "data-src")]
    return next((link for one in pictures if (link := first_image(one, page.place))), None)


def _said(node: "LexborNode") -> str:
    return " ".join(node.text(separator=" ").split())
