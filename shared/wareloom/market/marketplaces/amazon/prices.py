"""Prices as Amazon draws them: once whole for the ear and once in pieces for the eye, beside others that are none."""

import re
from typing import TYPE_CHECKING

from wareloom.market.marketplaces.amazon.nodes import lies_in, said, told
from wareloom.market.price import Price, parse

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_DIGIT = re.compile(r"\d")
_NO_DIGIT = re.compile(r"\D")
_STRUCK = ("a-text-strike", "priceBlockStrikePriceString", "basisPrice")
_HIDDEN = ("a-popover-preload", "aok-hidden")
_WHOLE = ".a-price-whole, .sx-price-whole, .price-large"
_FRACTION = ".a-price-fraction, .sx-price-fractional, .price-info-superscript"
_SIGN = ".a-price-symbol, .sx-price-currency, .price-info-superscript"
NONE = Price(None, None)


def price_in(node: "LexborNode | None", hint: str | None) -> Price:
    return parse(_written(node), _class_currency(node) or hint) if node else NONE


def is_struck(node: "LexborNode") -> bool:
    return told(node, "data-a-strike") == "true" or lies_in(node, *_STRUCK)


def is_hidden(node: "LexborNode") -> bool:
    return lies_in(node, *_HIDDEN)


def compared(price: Price, listed: Price) -> Price:
    """What is crossed out says something only where it is more."""
    if price.amount is None or listed.amount is None or listed.amount <= price.amount:
        return NONE
    return listed


def _written(node: "LexborNode") -> str | None:
    """The whole price stands in a hidden part, which newer pages leave blank."""
    whole = next((text for part in node.css(".a-offscreen") if (text := said(part)) and _DIGIT.search(text)), None)
    return whole or _joined(node) or said(node)


def _joined(node: "LexborNode") -> str | None:
    """From its pieces: 12 and 99 side by side would be twelve hundred."""
    whole = _digits(said(node.css_first(_WHOLE)))
    fraction = next((digits for part in node.css(_FRACTION) if (digits := _digits(said(part)))), None)
    if not whole or not fraction:
        return None
    sign = next((text for part in node.css(_SIGN) if (text := said(part)) and not _DIGIT.search(text)), "")
    return f"{sign} {whole}.{fraction}"


def _digits(text: str | None) -> str:
    return _NO_DIGIT.sub("", text or "")


def _class_currency(node: "LexborNode") -> str | None:
    """A sign that is drawn, not written, still has a name: <span class="currencyINR">."""
    drawn = node.css_first('[class^="currency"]')
    found = re.match(r"currency([A-Z]{3})\b", told(drawn, "class") or "")
    return found[1] if found else None
