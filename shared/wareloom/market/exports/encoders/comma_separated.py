"""CSV as RFC 4180 has it, in UTF-8, for spreadsheets: what they would take for a formula is marked as text."""

import csv
import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO, TextIOWrapper

from wareloom.market.exports.columns import Kind, Value
from wareloom.market.exports.encoder import Opening, Rows

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*")
_FURTHER = re.compile(r"([;\t\r\n])(?=[=+\-@])")
_BETWEEN = "; "


class CommaSeparated:
    def __init__(self, opening: Opening) -> None:
        self._spell = [_SPELT.get(column.kind, _as_it_is) for column in opening.columns]
        self._bytes = BytesIO(b"\xef\xbb\xbf" if opening.first and opening.byte_order_mark else b"")
        self._bytes.seek(0, 2)
        self._text = TextIOWrapper(self._bytes, encoding="utf-8", newline="")
        self._lines = csv.writer(self._text)
        if opening.first:
            self._lines.writerow([column.name for column in opening.columns])

    def add(self, rows: Rows) -> None:
        spell = self._spell
        self._lines.writerows([spelt(value) for spelt, value in zip(spell, row, strict=True)] for row in rows)
        self._text.flush()

    def size(self) -> int:
        return self._bytes.tell()

    def finish(self) -> bytes:
        self._text.flush()
        return self._bytes.getvalue()


def guarded(text: str) -> str:
    """A spreadsheet shows what follows the apostrophe, and does not reckon with it. A number stays one.

    Many a spreadsheet also begins a cell after a semicolon or a tab, and a row after a line end.
    """
    if text.startswith(_FORMULA) and not _NUMBER.fullmatch(text):
        text = f"'{text}"
    return _FURTHER.sub(r"\1'", text)


def _as_it_is(value: Value) -> Value:
    return value


def _text(value: Value) -> Value:
    return guarded(value) if isinstance(value, str) else value


def _number(value: Value) -> Value:
    return format(value, "f") if isinstance(value, Decimal) else value


def _flag(value: Value) -> Value:
    return None if value is None else "true" if value else "false"


def _when(value: Value) -> Value:
    return value.isoformat().replace("+00:00", "Z") if isinstance(value, date | datetime) else value


def _texts(value: Value) -> Value:
    return guarded(_BETWEEN.join(value)) if isinstance(value, list) else value


_SPELT: dict[Kind, Callable[[Value], Value]] = {
    "text": _text,
    "texts": _texts,
    "number": _number,
    "flag": _flag,
    "day": _when,
    "moment": _when,
}
