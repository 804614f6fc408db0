"""Bytes and loosely typed values as text, numbers and lists that are safe to keep."""

import html
import json
import re
from decimal import Decimal
from typing import Any, cast

Object = dict[str, Any]

_MOST_CHARACTERS = 2000
_MOST_DIGITS = 300
_LONGEST_ID = 255
_NO_CHARACTER = re.compile(r"&#(?:\d{9,}|[xX][0-9a-fA-F]{8,});?")
_HIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\ufeff]+")
_BYTE_ORDER = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def readable(body: bytes) -> str:
    """A page's text. What is not text becomes replacement characters, and is refused by whoever reads on."""
    encoding = next((name for mark, name in _BYTE_ORDER if body.startswith(mark)), "utf-8-sig")
    return body.decode(encoding, errors="replace").strip("\ufeff\x00 \t\r\n")


def read_json(text: str) -> Any:
    """The first JSON value in a text, with exact decimals; ValueError when there is none."""
    decoder = json.JSONDecoder(strict=False, parse_float=Decimal, parse_int=_integer, parse_constant=_not_a_number)
    try:
        return decoder.raw_decode(text)[0]
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _integer(digits: str) -> int | None:
    return int(digits) if len(digits) < _MOST_DIGITS else None


def _not_a_number(_name: str) -> None:
    """NaN and Infinity are no JSON, and still found in it: nothing is known then."""


def an_object(value: object) -> Object:
    return cast("Object", value) if isinstance(value, dict) else {}


def is_list(value: object) -> bool:
    return isinstance(value, list)


def a_list(value: object) -> list[Any]:
    """One thing where several could stand is a list of one."""
    if value is None:
        return []
    return cast("list[Any]", value) if isinstance(value, list) else [value]


def unescaped(text: str) -> str:
    """Without HTML's entities. A number of a thousand digits is no character, and more than Python would read."""
    return html.unescape(_NO_CHARACTER.sub("\ufffd", text))


def words(value: object) -> str | None:
    """A line of text without what a database or a terminal would choke on; None when nothing is left."""
    if not isinstance(value, str | int) or isinstance(value, bool):
        return None
    visible = _HIDDEN.sub(" ", str(value)[:_MOST_CHARACTERS]).encode("utf-8", errors="replace").decode()
    return " ".join(visible.split()) or None


def identity(value: object) -> str | None:
    """An id, of which Shopify has several spellings: 123, "123", "gid://shopify/Product/123"."""
    written = (words(value) or "").rpartition("/")[2].partition("?")[0]
    return written if 0 < len(written) <= _LONGEST_ID else None


def whole(value: object, most: int) -> int | None:
    """A count that fits its column, also when it is written with separators."""
    digits = (
        re.sub(r"[\s,.']", "", words(value) or "") if not isinstance(value, Decimal) else f"{value:f}".split(".")[0]
    )
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 12 and int(digits) <= most else None
