"""Digits, separators and spaces of any script in the one spelling that patterns are written for."""

import re
import unicodedata

_MOST_CHARACTERS = 300
_INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SPELLED = str.maketrans(
    {
        **dict.fromkeys("’‘´`＇", "'"),
        **dict.fromkeys("٫．", "."),
        **dict.fromkeys("٬，", ","),
        **dict.fromkeys("−﹣－", "-"),
        "／": "/",
        "（": "(",
        "）": ")",
        "％": "%",
        "٪": "%",
    }
)


def tidy(text: str) -> str:
    """One line, one kind of space, apostrophe and digit; nothing that cannot be seen."""
    flat = " ".join(_INVISIBLE.sub("", text[:_MOST_CHARACTERS]).split()).translate(_SPELLED)
    return flat if flat.isascii() else "".join(map(_plain_digit, flat))


def _plain_digit(character: str) -> str:
    value = unicodedata.decimal(character, None)
    return character if value is None else str(value)
