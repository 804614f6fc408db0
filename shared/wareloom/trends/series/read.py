"""Series from a file of `term,date,value`. A file with a bad row is refused whole, and its bad rows are named."""

import csv
import io
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from wareloom.kit.errors import Malformed
from wareloom.trends.series.dates import told
from wareloom.trends.series.series import Series, series_of

COLUMNS = ("term", "date", "value")
_UNKNOWN = {"", "-1", "na", "n/a", "nan", "none", "null"}
"""An empty cell is a gap; −1 is what Google Trends writes for one."""
_MOST = 1e15
_NAMED = 5


class _Row(NamedTuple):
    line: int
    term: str
    moment: datetime
    form: str
    value: float | None


class _Bad(Exception):
    """What is wrong with one row."""


@dataclass
class _Term:
    rows: dict[datetime, _Row] = field(default_factory=dict[datetime, _Row])

    def add(self, row: _Row) -> None:
        before = self.rows.setdefault(row.moment, row)
        if before.value != row.value:
            raise _Bad(f"{row.term} has another value for the same date in line {before.line}")


def read_series(body: bytes) -> list[Series]:
    """One per term, in the order that they first appear in."""
    terms: dict[str, _Term] = {}
    bad: list[str] = []
    for line, cells in _lines(body):
        try:
            row = _row(line, cells)
            terms.setdefault(row.term, _Term()).add(row)
        except _Bad as wrong:
            bad.append(f"Line {line}: {wrong}.")
    if bad:
        raise Malformed(_named(bad))
    if not terms:
        raise Malformed("The file has no rows below its header.")
    return [_series(name, list(term.rows.values())) for name, term in terms.items()]


def _series(name: str, rows: list[_Row]) -> Series:
    return series_of(name, [(row.moment, row.value) for row in rows], form=rows[0].form)


def _lines(body: bytes) -> Iterator[tuple[int, tuple[str, str, str]]]:
    reader = csv.reader(io.StringIO(_text(body), newline=""), strict=True)
    try:
        header = [name.strip().lower() for name in next(reader, list[str]())]
        missing = [name for name in COLUMNS if name not in header]
        if missing:
            raise Malformed(f"The first line must name the columns term, date and value; {missing[0]} is missing.")
        term, date, value = (header.index(name) for name in COLUMNS)
        for cells in reader:
            if any(cell.strip() for cell in cells):
                filled = [*cells, *[""] * len(header)]
                yield reader.line_num, (filled[term].strip(), filled[date].strip(), filled[value].strip())
    except csv.Error as error:
        raise Malformed(f"Line {reader.line_num} cannot be read as CSV: {error}.") from error


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = body[: error.start].count(b"\n") + 1
        raise Malformed(f"Line {line} is not UTF-8. Save the file as UTF-8 and try again.") from error


def _row(line: int, cells: tuple[str, str, str]) -> _Row:
    term, date, value = cells
    if not term:
        raise _Bad("the term is missing")
    when = told(date)
    if when is None:
        raise _Bad(f"“{date}” is no date such as 2026-03-01")
    return _Row(line, term, when.moment, when.form, _value(value))


def _value(text: str) -> float | None:
    if text.lower() in _UNKNOWN:
        return None
    try:
        value = float(text)
    except ValueError:
        raise _Bad(f"“{text}” is no number such as 12.5") from None
    if value == -1:
        return None
    if not math.isfinite(value) or abs(value) > _MOST:
        raise _Bad(f"{text} is larger than anything that is counted")
    if value < 0:
        raise _Bad(f"{text} is below zero, and a gap is an empty cell or -1")
    return value


def _named(bad: list[str]) -> str:
    first = " ".join(bad[:_NAMED])
    more = len(bad) - _NAMED
    return f"{first} And {more} more {'row' if more == 1 else 'rows'}." if more > 0 else first
