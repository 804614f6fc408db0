"""How a file writes its decimals, told from numbers that can be read in one way alone."""

import re
from collections import Counter
from collections.abc import Iterable

from wareloom.market.imports.layout import Decimals
from wareloom.market.reading.numerals import tidy

_POINT = re.compile(r"\d{1,3}(,\d{3})+\.\d+|\d+\.(\d{1,2}|\d{4,})|\d{1,3}(,\d{3}){2,}")
_COMMA = re.compile(r"\d{1,3}(\.\d{3})+,\d+|\d+,(\d{1,2}|\d{4,})|\d{1,3}(\.\d{3}){2,}")
_NUMBER = re.compile(r"\d[\d.,]*\d")


def guessed_decimals(written: Iterable[str]) -> Decimals | None:
    """None where no number says, or where some say one thing and some another."""
    said: Counter[Decimals] = Counter()
    for line in written:
        for found in _NUMBER.findall(tidy(line)):
            if _POINT.fullmatch(found):
                said["point"] += 1
            elif _COMMA.fullmatch(found):
                said["comma"] += 1
    return next(iter(said)) if len(said) == 1 else None
