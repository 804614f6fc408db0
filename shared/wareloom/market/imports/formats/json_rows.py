"""Rows that are JSON objects: one a line, or one after the other in an array."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, cast

from wareloom.market.imports.layout import LONGEST_ROW, Layout
from wareloom.market.imports.record import TOO_LONG, Record, not_text, shown
from wareloom.market.imports.source import Source

_MOST_DIGITS = 40
_WINDOW = 4 * LONGEST_ROW
"""Enough for the longest row in every encoding."""
_BETWEEN = re.compile(r"[\s,]*")
_NOT_CLOSED = "The list is not closed: the file may be cut off here."
_NO_OBJECT = "The row is no JSON object with a value for each column."
_BREAKS_OFF = "The file is no longer readable as JSON from this row on: nothing after it could be read."


def _integer(digits: str) -> int | str:
    """What is longer is no number of anything, and is told as it was written."""
    return int(digits) if len(digits) <= _MOST_DIGITS else digits


def _decimal(digits: str) -> Decimal | str:
    return Decimal(digits) if len(digits) <= _MOST_DIGITS else digits


_DECODER = json.JSONDecoder(strict=False, parse_int=_integer, parse_float=_decimal, parse_constant=str)


def lines(source: Source, layout: Layout, number: int, *, skipping: bool = False) -> Iterator[Record]:
    end = layout.encoded("\n")
    while skipping:
        skipping = not source.skip(end)
        yield Record(number, source.at, skipping=skipping)
    while not source.ended:
        number += 1
        line = source.line(end)
        if line is not None:
            yield _row(layout.decoded(line), layout, number, source.at)
            continue
        problem: str | None = TOO_LONG
        skipping = True
        while skipping:
            skipping = not source.skip(end)
            yield Record(number, source.at, None, problem, skipping=skipping)
            problem = None


def array(source: Source, layout: Layout, number: int, *, skipping: bool = False) -> Iterator[Record]:
    """`skipping` has no meaning here: of an array that breaks, nobody can tell where its next row begins."""
    while not skipping and not source.ended:
        text = layout.decoded(source.window(_WINDOW))
        whole = len(layout.encoded(text)) >= source.left  # half a character at the end is written as a whole one
        at, place = source.at, 0
        while whole or len(text) - place >= LONGEST_ROW:
            begins = _next_row(text, place)
            if begins == len(text) or text[begins] == "]":
                if begins == len(text):
                    yield Record(number + 1, at, None, _NOT_CLOSED, skipping=True)
                return
            number += 1
            try:
                value, end = _DECODER.raw_decode(text, begins)
            except (ValueError, RecursionError):
                yield Record(number, at, None, _BREAKS_OFF, shown(text[begins:]), skipping=True)
                return
            at += len(layout.encoded(text[place:end]))
            place = end
            yield _judged(value, text[begins:end], layout, number, at)
        source.take(at - source.at)


def _next_row(text: str, place: int) -> int:
    found = _BETWEEN.match(text, place)
    return found.end() if found else place


def parsed(text: str) -> Any:
    """ValueError where a text is no JSON."""
    try:
        return _DECODER.decode(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _row(text: str, layout: Layout, number: int, end: int) -> Record:
    if not text.strip():
        return Record(number, end)
    try:
        value = parsed(text)
    except ValueError as error:
        return Record(
            number, end, None, not_text(text, layout) or f"The row is not readable as JSON: {error}.", shown(text)
        )
    return _judged(value, text, layout, number, end)


def _judged(value: object, text: str, layout: Layout, number: int, end: int) -> Record:
    problem = not_text(text, layout) or (None if isinstance(value, dict) else _NO_OBJECT)
    if len(text) > LONGEST_ROW:
        problem = TOO_LONG
    values = None if problem else cast("dict[str, Any]", value)
    return Record(number, end, values, problem, shown(text))
