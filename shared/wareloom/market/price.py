"""A price as people write it, read as an amount and a currency."""

import re
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from wareloom.market.amounts import Amount, asked
from wareloom.market.currencies import code, sign
from wareloom.market.reading.numerals import tidy

LARGEST = Decimal(9_999_999_999)
_CENT = Decimal("0.01")
_SMALLEST = Decimal("0.0001")
_SATOSHI = Decimal("0.00000001")
_DATE = re.compile(r"\d{1,2}[-/]\d{2}|\d{1,4}([-/.])\d{1,2}\1\d{1,4}|\d{1,2}:\d{2}")
_WORD = re.compile(r"[^\W\d_]{3}")
_NO_PRICE = re.compile(
    r"\b(january|february|march|april|may|june|july|august|september|october|november|december)\b\W*\d{4}"
    r"|\bмин\.?\s*заказ",
    re.IGNORECASE,
)
_FREE_DELIVERY = re.compile(
    r"\b(free (shipping|delivery|returns)|kostenlose\w? (versand|lieferung)|versandkostenfrei"
    r"|livraison (gratuite|offerte)|envío gratis|frete grátis|spedizione gratuita|fri frakt"
    r"|gratis (verzending|frakt|fragt|ongkir)|darmowa (dostawa|wysyłka)|doprava zdarma"
    r"|бесплатная доставка|ücretsiz kargo|送料無料|免运费|免運費).*",
    re.IGNORECASE,
)
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED_CENTS = re.compile(rf"(?<=\d)([{_RAISED}]{{2}})(?![{_RAISED}])")


class Price(NamedTuple):
    amount: Decimal | None
    currency: str | None
    """The ISO code; None where the text leaves it open, as a bare “$” does."""


class PriceRange(NamedTuple):
    low: Decimal | None
    high: Decimal | None
    """The same as `low` where one price is named."""
    currency: str | None


def parse(text: str | None, hint_currency: str | None = None) -> Price:
    """`hint_currency` is a code or a text from beside the price: it counts where the price itself leaves it open."""
    found, currency = _read(text, hint_currency)
    return Price(_written(found.value) if found else None, currency)


def price_range(text: str | None, hint_currency: str | None = None) -> PriceRange:
    """“$24.17 – 24.69” from one end to the other."""
    found, currency = _read(text, hint_currency)
    if found is None:
        return PriceRange(None, None, currency)
    low = _written(found.value)
    return PriceRange(low, low if found.up_to is None else _written(found.up_to), currency)


def written_currency(text: str | None) -> str | None:
    """The first currency in a text, as it is spelled there."""
    return _spelled(tidy(text or ""))


def _spelled(line: str) -> str | None:
    found = sign().search(line)
    if found and found[0] == "$":
        # “NZD $100”, “$100 AUD”: a code says more than the sign beside it.
        found = next((other for other in sign().finditer(line) if code(other[0]) == other[0].upper()), found)
    return found[0].strip() if found else None


def plain(value: object) -> Decimal | None:
    """A price in a program's own notation: a number, or a string of one. Anything that is no price is None."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal | str):
        return None
    try:
        return _sensible(Decimal(value))
    except InvalidOperation:
        return parse(str(value)).amount


def hundredths(value: object) -> Decimal | None:
    """A price that a program counts in hundredths, as Shopify does for every currency."""
    amount = plain(value)
    return None if amount is None else (amount / 100).quantize(_CENT)


def _read(text: str | None, hint_currency: str | None) -> tuple[Amount | None, str | None]:
    line = tidy(_RAISED_CENTS.sub(_cents, text or ""))
    currency = code(_spelled(line)) or (_hinted(hint_currency) if hint_currency else None)
    if _DATE.fullmatch(line):
        return None, currency
    if _WORD.search(line):
        line = _FREE_DELIVERY.sub("", line)
        if _NO_PRICE.search(line):
            return None, currency
    return asked(line, currency), currency


def _hinted(hint: str) -> str | None:
    line = tidy(hint)
    return code(line) or code(_spelled(line))


def _cents(raised: re.Match[str]) -> str:
    return "." + "".join(str(_RAISED.index(digit)) for digit in raised[1])


def _written(amount: Decimal) -> Decimal | None:
    """People who write five decimals mean them; programs that do have miscounted."""
    if amount > LARGEST:
        return None
    exact = amount.quantize(_SATOSHI)
    return exact if exact != exact.quantize(_SMALLEST) else _sensible(exact)


def _sensible(amount: Decimal) -> Decimal | None:
    """With two or four decimals, so that one price has one spelling and fits its column."""
    if not amount.is_finite() or not 0 <= amount <= LARGEST:
        return None
    exact = amount.quantize(_SMALLEST)
    return amount.quantize(_CENT) if exact == exact.quantize(_CENT) else exact
