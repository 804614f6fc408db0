"""Rows of a CSV file. A quote that is never closed costs its own line, and not what comes after it."""

import csv
from collections import deque
from collections.abc import Iterator

from wareloom.market.imports.layout import LONGEST_ROW, Layout
from wareloom.market.imports.record import TOO_LONG, Record, not_text, shown
from wareloom.market.imports.source import Source

_MOST_LINES = 1000
"""Of one row: lines that are given back are read again, and each may open another quote."""
_NEVER_CLOSED = f"A quote is opened in this line and not closed within {_MOST_LINES:,} lines or 1 MB."


class _TooLongError(Exception):
    pass


class _Lines:
    """What the reader of the standard library pulls its lines from: as many as one row needs, and no more."""

    def __init__(self, source: Source, layout: Layout) -> None:
        self._source, self._layout = source, layout
        self._end = layout.encoded(layout.line_end)
        self._back: deque[bytes] = deque()
        self._back_size = self._size = 0
        self.lines: list[bytes] = []

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._next_given_back() if self._back else self._next_of_source()
        self.lines.append(line)
        self._size += len(line)
        if len(self.lines) > _MOST_LINES or (len(self.lines) > 1 and self._size > LONGEST_ROW):
            raise _TooLongError
        return self._layout.decoded(line)

    @property
    def ended(self) -> bool:
        return not self._back and self._source.ended

    @property
    def at(self) -> int:
        return self._source.at - self._back_size

    @property
    def text(self) -> str:
        return self._layout.decoded(b"".join(self.lines))

    def begin_row(self) -> None:
        self.lines, self._size = [], 0

    def give_back(self) -> None:
        """All but the first line: they are rows of their own, or may be."""
        self._back.extendleft(reversed(self.lines[1:]))
        self._back_size += self._size - len(self.lines[0])
        del self.lines[1:]

    def skip(self) -> bool:
        return self._source.skip(self._end)

    def _next_given_back(self) -> bytes:
        line = self._back.popleft()
        self._back_size -= len(line)
        return line

    def _next_of_source(self) -> bytes:
        if self._source.ended:
            raise StopIteration
        line = self._source.line(self._end)
        if line is None:
            raise _TooLongError
        return line


def rows(source: Source, layout: Layout, number: int, *, skipping: bool = False) -> Iterator[Record]:
    lines = _Lines(source, layout)
    if skipping:
        yield from _skipped(lines, number)
    while not lines.ended:
        lines.begin_row()
        number += 1
        try:
            cells = next(reader(lines, layout.delimiter or ","))
        except StopIteration:
            return
        except csv.Error as error:
            lines.give_back()
            yield _bad(lines, number, f"The row is not readable as CSV: {error}.")
        except _TooLongError:
            if lines.lines:
                lines.give_back()
                yield _bad(lines, number, _NEVER_CLOSED)
            else:
                yield from _cut_off(lines, number)
        else:
            yield _row(lines, layout, number, cells)


def reader(lines: Iterator[str], delimiter: str) -> Iterator[list[str]]:
    csv.field_size_limit(LONGEST_ROW)
    return csv.reader(lines, delimiter=delimiter, strict=True)


def _row(lines: _Lines, layout: Layout, number: int, cells: list[str]) -> Record:
    text = lines.text
    if not any(cells):
        return Record(number, lines.at)
    width = len(layout.columns)
    problem = not_text(text, layout)
    if len(cells) < width or any(cells[width:]):
        problem = problem or f"The row has {len(cells)} cells; the header has {width}."
    values = None if problem else dict(zip(layout.columns, cells, strict=False))
    return Record(number, lines.at, values, problem, shown(text))


def _bad(lines: _Lines, number: int, problem: str) -> Record:
    return Record(number, lines.at, None, problem, shown(lines.text))


def _cut_off(lines: _Lines, number: int) -> Iterator[Record]:
    found = lines.skip()
    yield Record(number, lines.at, None, TOO_LONG, skipping=not found)
    if not found:
        yield from _skipped(lines, number)


def _skipped(lines: _Lines, number: int) -> Iterator[Record]:
    found = False
    while not found:
        found = lines.skip()
        yield Record(number, lines.at, skipping=not found)
