"""What is asked, and what is crossed out: both stand in one place, with a percentage between them."""

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from wareloom.market.marketplaces.etsy.document import Document, said
from wareloom.market.price import Price, parse

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_CROSSED = "[class*='strikethrough'], s, del, strike"
_SAID_ALOUD = "[class*='screen-reader']"


class Cost(NamedTuple):
    price: Decimal | None = None
    before: Decimal | None = None
    high: Decimal | None = None
    currency: str | None = None


def read(place: "LexborNode", document: Document) -> Cost:
    crossed = place.css(_CROSSED)
    gone = {node.mem_id for one in crossed for node in (one, *one.css("*"))}
    asked = [node for node in place.css(".currency-value") if node.mem_id not in gone]
    prices = [_beside_its_sign(node, document) for node in asked] or _in_words(place, gone, document)
    amounts = [amount for amount, _ in prices if amount is not None]
    if not amounts:
        return Cost()
    price = amounts[0]
    befores = [amount for one in crossed if (amount := _crossed(one, document)) is not None and amount > price]
    return Cost(
        price=price,
        before=befores[0] if befores else None,
        high=next((amount for amount in amounts[1:] if amount > price), None) if asked else None,
        currency=next((currency for amount, currency in prices if amount is not None), None),
    )


def _beside_its_sign(value: "LexborNode", document: Document) -> Price:
    around = value.parent
    sign = said(around.css_first(".currency-symbol")) if around else ""
    return _parsed(f"{sign} {said(value)}", sign, document)


def _crossed(crossed: "LexborNode", document: Document) -> Decimal | None:
    value = crossed.css_first(".currency-value")
    return (_beside_its_sign(value, document) if value else _parsed(said(crossed), "", document)).amount


def _in_words(place: "LexborNode", gone: set[int], document: Document) -> list[Price]:
    """Where values are not marked: the innermost words, without what is only said aloud."""
    aloud = {node.mem_id for one in place.css(_SAID_ALOUD) for node in (one, *one.css("*"))}
    shown = [node for node in (place, *place.css("*")) if node.mem_id not in gone | aloud]
    texts = [" ".join(node.text(deep=False).split()) for node in shown]
    return [_parsed(text, "", document) for text in texts if any(map(str.isdigit, text)) and "%" not in text]


def _parsed(text: str, sign: str, document: Document) -> Price:
    return parse(text, document.hint(sign or text.strip(" +-.,0123456789")))
