"""The amounts of money in a line of text, which of them is asked, and where a range of them ends."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from wareloom.market.currencies import decimals_are_three, sign

_SIGN = "¤"
_NUMBER = re.compile(
    r"\.?(?:\d{1,3}(?: \d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d[\d.,']*)(?:(?<=[.,]) \d\d(?!\d|[.,' ]\d))?"
)
_JOINED_BY_EURO = re.compile(r"(?<![€\d.,'])(\d[\d.,']*(?: \d{3})*)€(\d+)(?![\d.,€])")
_TIMES = {
    **dict.fromkeys(("k", "rb", "ribu"), 10**3),
    **dict.fromkeys(("jt", "juta", "triệu"), 10**6),
    **dict.fromkeys(("万", "萬", "만"), 10**4),
    **dict.fromkeys(("億", "亿", "억"), 10**8),
}
_SCALE = re.compile(r"(?:k|\s?(?:rb|ribu|jt|juta|triệu))(?![^\W_])|[万萬만億亿억]", re.IGNORECASE)
_ASIDE = re.compile(
    r"\b(?:was|were|before|normal\w*|reg|regular(?:ly)?|rrp|msrp|srp|list|retail|original(?:ly)?|instead of|compare at"
    r"|sav(?:e|ings?)|statt|uvp|bisher|vorher|früher|ursprünglich\w*|spar\w*|rabatt|au lieu de|avant|était|barré"
    r"|conseillé|habitu(?:el|al)|économ\w*|remise|antes|anterior|ahorr\w*|descuento|desconto|era|listino|anziché"
    r"|invece|consigliato|risparm\w*|sconto|van|adviesprijs|vroeger|bespaar|korting|tidligere|førpris|ord(?:inarie)?"
    r"|původní|sleva|zľava|pôvodn\w+|zamiast|regularna|oszczędz\w+|было|старая|скидка|стара|знижка|eski|sebelum|asli"
    r"|hemat|gốc)\b|定価|参考価格|通常価格|原价|原價|划线价|市场价|بدلا من",
    re.IGNORECASE,
)
_PER_CENT = re.compile(r"\s?%")
_OFF = re.compile(rf"[\s{_SIGN}]*(?:off|rabatt|de réduction|de descuento|korting|скидк\w+)\b", re.IGNORECASE)
_TO = re.compile(
    r"(?:[-–—~〜～至到]|to|bis|à|a|al|do|до|até|tot|till|đến|sampai|hingga|から|부터|ila|ile|إلى)+", re.IGNORECASE
)


class Amount(NamedTuple):
    value: Decimal
    up_to: Decimal | None
    """Where a range that begins here ends."""


class _Candidate(NamedTuple):
    found: re.Match[str]
    beside: bool
    """A currency stands next to it."""
    aside: bool
    """Said to be what it was, or what is saved."""
    in_parentheses: bool
    glued: bool
    """Part of a word, as in “MP3”."""


def asked(text: str, currency: str | None) -> Amount | None:
    """The first amount that has a currency and is neither a former price, a remark in parentheses nor a percentage."""
    if "€" in text and (joined := _JOINED_BY_EURO.search(text)):
        return Amount(Decimal(f"{_digits(joined[1])}.{joined[2]}"), None)
    masked = sign().sub(lambda found: _SIGN * len(found[0]), text)
    numbers = [found for found in _NUMBER.finditer(masked) if not _PER_CENT.match(masked, _end(found))]
    if len(numbers) < 2:
        return Amount(_value(numbers[0], currency), None) if numbers else None
    candidates = list(_candidates(masked, numbers))
    best = min(candidates, key=lambda one: (not one.beside, one.aside, one.in_parentheses, one.glued))
    following = candidates[candidates.index(best) + 1 :]
    value = _value(best.found, currency)
    if following and _range(masked, best.found, following[0].found):
        up_to = _value(following[0].found, currency)
        return Amount(value, up_to if up_to > value else None)
    return Amount(value, None)


def _candidates(text: str, numbers: list[re.Match[str]]) -> Iterator[_Candidate]:
    """Beside a currency is also what a range leads from to an amount beside one."""
    ended = 0
    for found, following in zip(numbers, [*numbers, None][1:], strict=True):
        before, after = text[: found.start()], text[_end(found) :]
        joined = following is not None and _range(text, found, following) and _beside(text, following)
        yield _Candidate(
            found=found,
            beside=_beside(text, found) or joined,
            aside=bool(_ASIDE.search(text[ended : found.start()]) or _OFF.match(after)),
            in_parentheses=before.count("(") > before.count(")"),
            glued=before[-1:].isalpha(),
        )
        ended = _end(found)


def _beside(text: str, found: re.Match[str]) -> bool:
    before = text[: found.start()].rstrip(" :-.(")
    after = text[_end(found) :].lstrip(" -–—.,*/)'")
    return before.endswith(_SIGN) or after.startswith(_SIGN)


def _range(text: str, found: re.Match[str], following: re.Match[str]) -> bool:
    between = text[_end(found) : following.start()]
    return bool(_TO.fullmatch(re.sub(rf"[\s{_SIGN}]+", "", between)))


def _end(found: re.Match[str]) -> int:
    """Where the number ends, without the dots and commas that end a sentence."""
    end = found.start() + len(found[0].rstrip(" .,'"))
    scale = _SCALE.match(found.string, end)
    return scale.end() if scale else end


def _value(found: re.Match[str], currency: str | None) -> Decimal:
    written = found[0].rstrip(" .,'")
    scale = _SCALE.match(found.string, found.start() + len(written))
    if scale is None:
        return _decimal(written, currency)
    digits = re.sub(r"[ ']", "", written).replace(",", ".")
    number = Decimal(digits) if digits.count(".") < 2 else _decimal(written, currency)
    return number * _TIMES[scale[0].strip().lower()]


def _decimal(written: str, currency: str | None) -> Decimal:
    number = re.sub(r"'(?=\d\d$)", ".", written)
    number = re.sub(r"[ ']", "", number)
    point = _decimal_point(number, currency)
    whole, _, part = number.rpartition(point) if point else (number, "", "")
    return Decimal(f"{_digits(whole)}.{_digits(part)}")


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text) or "0"


def _decimal_point(number: str, currency: str | None) -> str | None:
    """The separator that decimals follow. Three last digits are a group of thousands, but where they cannot be one."""
    last = number[max(number.rfind("."), number.rfind(","), 0)]
    if last.isdigit():
        return None
    whole, _, part = number.rpartition(last)
    other = "," if last == "." else "."
    if number.startswith(".") and number.count(".") == 1:
        return "."
    whole = whole.lstrip(".")
    if len(part) != 3:
        return last
    if last in whole:
        return None
    if other in whole or len(whole) > 3 or whole.strip("0") == "" or decimals_are_three(currency):
        return last
    return None
