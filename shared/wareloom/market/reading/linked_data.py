"""The facts that a page tells search engines (JSON-LD), however carelessly the theme wrote them."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from wareloom.market.currencies import code
from wareloom.market.page import Availability
from wareloom.market.price import plain
from wareloom.market.reading.counts import FIVE, of_five
from wareloom.market.reading.text import Object, a_list, an_object, is_list, read_json, unescaped, whole, words

_WRAPPING = re.compile(r"<!\[CDATA\[|\]\]>|<!--|-->")
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_GROUP, _PRODUCT = "productgroup", "product"
_MOST_REVIEWS = 2**31 - 1
_DEEPEST = 4
_STATES: dict[Availability, frozenset[str]] = {
    "in_stock": frozenset({"instock", "onlineonly", "instoreonly"}),
    "low_stock": frozenset({"limitedavailability"}),
    "preorder": frozenset({"presale", "preorder", "backorder", "madetoorder"}),
    "out_of_stock": frozenset({"outofstock", "soldout", "discontinued", "reserved"}),
}
_TO_BE_HAD = frozenset({"instock", "limitedavailability", "onlineonly", "presale"})


def things(scripts: Iterable[str]) -> list[tuple[Object, set[str]]]:
    """All that the page tells of by itself, each with the kinds of thing it is, in small letters."""
    return [(node, _kinds(node)) for script in scripts for node in _nodes(_value(script), _DEEPEST)]


def products(scripts: Iterable[str]) -> list[Object]:
    """The products that the page itself is about, groups of variants first: related ones hang below others."""
    told = things(scripts)
    groups = [node for node, names in told if _GROUP in names]
    return groups + [node for node, names in told if _PRODUCT in names and _GROUP not in names]


def lowest_price(product: Object) -> tuple[Decimal | None, str | None]:
    """The lowest price asked for any variant, and its currency."""
    found = [(price, currency) for offer in _offers(product) for price, currency in _prices(offer)]
    named = next((currency for _, currency in found if currency), None)
    priced = [(price, currency) for price, currency in found if price is not None]
    price, currency = min(priced, key=lambda pair: pair[0], default=(None, None))
    return price, currency or named


def list_price(product: Object) -> Decimal | None:
    """What the page crosses out beside the price."""
    parts = [an_object(part) for offer in _offers(product) for part in a_list(offer.get("priceSpecification"))]
    return min(
        (price for part in parts if _listed(part) and (price := plain(part.get("price"))) is not None), default=None
    )


def rating(product: Object) -> tuple[Decimal | None, int | None]:
    """Out of five, whatever the scale, and how many people gave one."""
    for told in map(an_object, a_list(product.get("aggregateRating"))):
        stars = of_five(plain(told.get("ratingValue")), plain(told.get("bestRating")) or FIVE)
        counts = (whole(told.get(name), _MOST_REVIEWS) for name in ("reviewCount", "ratingCount"))
        count = next((count for count in counts if count is not None), None)
        if (stars, count) != (None, None):
            return stars, count
    return None, None


def named(value: object) -> str | None:
    """A brand or seller, given by name or as a thing with one."""
    for one in a_list(value):
        name = title(an_object(one).get("name", one))
        if name:
            return name
    return None


def title(value: object) -> str | None:
    """Themes escape titles for HTML before they put them into JSON."""
    return words(unescaped(value)) if isinstance(value, str) else None


def available(product: Object) -> bool | None:
    known = _stock(product)
    return bool(known & _TO_BE_HAD) if known else None


def availability(products: Iterable[Object]) -> Availability | None:
    """The best that is said of any variant."""
    known = {word for product in products for word in _stock(product)}
    return next((state for state, names in _STATES.items() if known & names), None)


def _stock(product: Object) -> set[str]:
    said = [words(offer.get("availability")) for offer in _offers(product)]
    return {word.rpartition("/")[2].lower() for word in said if word}


def _value(script: str) -> Any:
    """Scripts come with comments, CDATA marks, trailing commas and entities around or in their JSON."""
    bare = _WRAPPING.sub("", script)
    start = re.search(r"[{\[]", bare)
    text = bare[start.start() :] if start else ""
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text), unescaped(text)):
        try:
            return read_json(attempt)
        except ValueError:
            continue
    return None


def _nodes(value: object, deepest: int) -> Iterator[Object]:
    for one in a_list(value):
        node = an_object(one)
        if node:
            yield node
        if deepest:
            for name in ("@graph", "mainEntity", "mainEntityOfPage"):
                yield from _nodes(node.get(name), deepest - 1)
            if is_list(one):
                yield from _nodes(one, deepest - 1)


def _kinds(node: Object) -> set[str]:
    return {(words(kind) or "").rpartition("/")[2].rpartition(":")[2].lower() for kind in a_list(node.get("@type"))}


def _offers(product: Object) -> Iterator[Object]:
    variants = [an_object(variant) for variant in (*a_list(product.get("hasVariant")), *a_list(product.get("model")))]
    for owner in (product, *variants):
        for offer in map(an_object, a_list(owner.get("offers"))):
            yield offer
            yield from map(an_object, a_list(offer.get("offers")))


def _prices(offer: Object) -> Iterator[tuple[Decimal | None, str | None]]:
    currency = code(words(offer.get("priceCurrency")))
    for name in ("lowPrice", "price"):
        yield plain(offer.get(name)), currency
    for part in map(an_object, a_list(offer.get("priceSpecification"))):
        if _listed(part):
            continue
        yield plain(part.get("price", part.get("minPrice"))), code(words(part.get("priceCurrency"))) or currency


def _listed(part: Object) -> bool:
    """A price that is crossed out, not asked."""
    return "listprice" in (words(part.get("priceType")) or "").lower().replace("strikethrough", "list")
