"""A price as people write it, read as an amount and a currency."""

import re
import unicodedata
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from wareloom.market.currencies import code, decimals_are_three, sign

LARGEST = Decimal(9_999_999_999)
_CENT = Decimal("0.01")
_SMALLEST = Decimal("0.0001")
_MOST_CHARACTERS = 300
_AMOUNT = re.compile(r"\.?\d[\d\s.,']*")
_JOINED_BY_EURO = re.compile(r"(\d[\d .,']*)€(\d+)(?![\d.,€])")
_NO_PRICE = re.compile(
    r"^\s*\d{1,2}[-/]\d{2}\s*$"  # a day
    r"|\b(january|february|march|april|may|june|july|august|september|october|november|december)\b\W*\d{4}"
    r"|\bfree (shipping|delivery)\b|\bмин\.?\s*заказ",
    re.IGNORECASE,
)


class Price(NamedTuple):
    amount: Decimal | None
    currency: str | None
    """The ISO code; None where the text leaves it open, as a bare “$” does."""


def parse(text: str | None, hint_currency: str | None = None) -> Price:
    """`hint_currency` is a code or a text from beside the price: it counts where the price itself leaves it open."""
    hint = (hint_currency or "")[:_MOST_CHARACTERS].strip()
    currency = code(written_currency(text)) or code(hint) or code(written_currency(hint))
    return Price(_amount(_tidy(text or ""), currency), currency)


def written_currency(text: str | None) -> str | None:
    """The first currency in a text, as it is spelled there."""
    tidy = _tidy(text or "")
    found = sign().search(tidy)
    if found and found[0] == "$":
        # “NZD $100”, “$100 AUD”: a code says more than the sign beside it.
        found = next((other for other in sign().finditer(tidy) if code(other[0])), found)
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


def _amount(text: str, currency: str | None) -> Decimal | None:
    if _NO_PRICE.search(text):
        return None
    if joined := _JOINED_BY_EURO.search(text):
        return _sensible(Decimal(f"{re.sub(r'[^0-9]', '', joined[1])}.{joined[2]}"))
    number = _nearest(text)
    return _read(number, _decimal_separator(number, currency)) if number else None


def _nearest(text: str) -> str | None:
    """The first number that stands beside a currency, else the first of all; a percentage is neither."""
    numbers = [found for found in _AMOUNT.finditer(text) if not text[found.end() :].startswith("%")]
    ends = {found.end() for found in sign().finditer(text)}
    starts = {found.start() for found in sign().finditer(text)}
    for found in numbers:
        before = len(text[: found.start()].rstrip(" :-."))
        after = len(text) - len(text[found.end() :].lstrip(" -–—.,*"))
        if before in ends or after in starts or found.start() in ends or found.end() in starts:
            return found[0]
    return numbers[0][0] if numbers else None


def _decimal_separator(number: str, currency: str | None) -> str | None:
    """Only where it is certain; None leaves it to the usual guess, which takes three last digits for a group."""
    number = number.strip(" ,'")
    last = max(number.rfind("."), number.rfind(","))
    if last < 0 or number.count(number[last]) > 1:
        return None
    mixed = ("," if number[last] == "." else ".") in number
    whole = re.sub(r"\D", "", number[:last])
    if mixed or whole in {"", "0"} or (decimals_are_three(currency) and len(number) - last == 4):
        return number[last]
    return None


def _read(number: str, separator: str | None) -> Decimal | None:
    from price_parser import Price as Guess

    amount = Guess.fromstring(number, decimal_separator=separator).amount
    return None if amount is None else _sensible(amount)


def _sensible(amount: Decimal) -> Decimal | None:
    """With two or four decimals, so that one price has one spelling and fits its column."""
    if not amount.is_finite() or not 0 <= amount <= LARGEST:
        return None
    exact = amount.quantize(_SMALLEST)
    return amount.quantize(_CENT) if exact == exact.quantize(_CENT) else exact


def _tidy(text: str) -> str:
    """One line, one kind of space, apostrophe and digit."""
    flat = " ".join(text[:_MOST_CHARACTERS].split())
    return "".join(_plain_character(character) for character in flat)


def _plain_character(character: str) -> str:
    if character in "’‘´`":
        return "'"
    if character == "٫":
        return "."
    if character == "٬":
        return ","
    value = unicodedata.decimal(character, None)
    return character if value is None else str(value)
