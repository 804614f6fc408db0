"""How many people said something, and how many stars they gave, however a page rounds and words it."""

import re
from decimal import Decimal

from wareloom.market.reading.numerals import tidy

_MOST = 10**12
FIVE = Decimal(5)
_SCALES = {
    10**3: "k mil mille mila tsd tausend tys tis tusen tusind duizend bin ezer rb ribu nghìn ngàn тыс тис хил χιλ"
    " ألف آلاف אלף हज़ार हजार thousand",
    10**5: "lakh lakhs lac लाख",
    10**6: "m mi mn mln mio mill million millions millionen millones millón milhão milhões milioni milione juta jt tr"
    " triệu млн εκ مليون ملايين מיליון",
    10**7: "crore crores cr करोड़",
    10**9: "b bn mrd mld млрд milyar miliar",
}
_SCALES_WITHOUT_SPACES = {
    "千": 10**3,
    "천": 10**3,
    "พัน": 10**3,
    "万": 10**4,
    "萬": 10**4,
    "만": 10**4,
    "หมื่น": 10**4,
    "แสน": 10**5,
    "ล้าน": 10**6,
    "億": 10**8,
    "亿": 10**8,
    "억": 10**8,
}
_TIMES = _SCALES_WITHOUT_SPACES | {word: times for times, words in _SCALES.items() for word in words.split()}
_WORDS = "|".join(sorted((word for words in _SCALES.values() for word in words.split()), key=len, reverse=True))
_NUMBER = re.compile(
    r"(?<![A-Za-z\d.,'-])"
    r"(?P<number>\d{1,3}(?:(?P<group>[.,' ])\d{3}(?:(?P=group)\d{3})*)(?:[.,]\d{1,2})?|\d{1,2}(?:,\d\d)+,\d{3}"
    r"|\d+(?:[.,]\d+)?)"
    rf"(?![.,']?\d)(?:\s?(?P<scale>(?:{_WORDS})(?!\w)|{'|'.join(_SCALES_WITHOUT_SPACES)}))?(?!\s?%)",
    re.IGNORECASE,
)
_IN_PARENTHESES = re.compile(r"\(\s*(\d[^()]*?)\s*\+?\s*\)")
_VALUE = r"(?<![\d.,-])(?P<{}>\d{{1,3}}(?:[.,]\d+)?)"
_OF = r"\s*(?:/|out of|of|von|su|sur|de|van|av|af|z|ze|из|з|od|din|від|trên|dari|daripada|จาก|من|מתוך|από)\s*"
_AFTER_BEST = (
    r"\s*(?:つ星のうち|段階中|点満点中|分中|星中的?|yıldız üzerinden|(?:점|개)?\s?(?:만점)?\s?(?:중에?|에)|में से)\s*"
)
_BEST = r"(?P<{}>5|10|100)(?:[.,]0)?(?![\d.,]*\d)"
_OUT_OF = re.compile(
    f"{_VALUE.format('value')}{_OF}{_BEST.format('best')}|"
    f"(?<![\\d.,]){_BEST.format('first_best')}{_AFTER_BEST}{_VALUE.format('last_value')}(?![.,]?\\d)"
    rf"|{_VALUE.format('plain_value')}\s?颗星[,，]?\s?最多\s?{_BEST.format('plain_best')}",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"(?<![A-Za-z\d.,'-])(\d(?:[.,]\d{{1,2}})?)(?![.,']?\d)(?!\s?(?:%|(?:{_WORDS})(?!\w)))", re.IGNORECASE
)
_ONLY_A_NUMBER = re.compile(r"\d(?:[.,]\d+)?")


def count(text: str | None) -> int | None:
    """The number of reviews, sales or views in a text; None when it has none. A rating beside it is no count."""
    tidied = _OUT_OF.sub(" ", tidy(text or ""))
    aside = _IN_PARENTHESES.search(tidied)
    found = _first_count(aside[1]) if aside and _NUMBER.fullmatch(aside[1].rstrip("+ ")) else None
    return _first_count(tidied) if found is None else found


def stars(text: str | None) -> Decimal | None:
    """Out of five, whatever the scale; none are no rating."""
    tidied = tidy(text or "")
    if found := _OUT_OF.search(tidied):
        value = found["value"] or found["last_value"] or found["plain_value"]
        return of_five(_decimal(value), _decimal(found["best"] or found["first_best"] or found["plain_best"]))
    if _ONLY_A_NUMBER.fullmatch(tidied):
        return of_five(_decimal(tidied))
    alone = _ALONE.search(tidied)
    return of_five(_decimal(alone[1])) if alone else None


def of_five(value: Decimal | None, best: Decimal = FIVE) -> Decimal | None:
    if value is None or not 0 < value <= best:
        return None
    return value if best == FIVE else (value * FIVE / best).quantize(Decimal("0.01"))


def _first_count(text: str) -> int | None:
    read = (_whole(found) for found in _NUMBER.finditer(text))
    return next((number for number in read if number is not None), None)


def _whole(found: re.Match[str]) -> int | None:
    """What is not whole counts nothing: “4.5” is a rating."""
    times = _TIMES[found["scale"].lower()] if found["scale"] else 1
    number = _ungrouped(found["number"], found["group"]) * times
    return int(number) if number == int(number) and number <= _MOST else None


def _ungrouped(number: str, group: str | None) -> Decimal:
    if group is None and number.count(",") > 1:  # 1,23,456
        group = ","
    return _decimal(number.replace(group, "") if group else number)


def _decimal(written: str) -> Decimal:
    return Decimal(written.replace(",", "."))
