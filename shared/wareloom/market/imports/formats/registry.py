"""Every way in which a file lays out its rows: one line each."""

from collections.abc import Iterator
from typing import Protocol

from wareloom.market.imports.formats import csv_rows, json_rows
from wareloom.market.imports.layout import Format, Layout
from wareloom.market.imports.record import Record
from wareloom.market.imports.source import Source


class Rows(Protocol):
    """The rows from where the source stands; `number` is the row before them."""

    def __call__(self, source: Source, layout: Layout, number: int, *, skipping: bool = False) -> Iterator[Record]: ...


FORMATS: dict[Format, Rows] = {"csv": csv_rows.rows, "json": json_rows.array, "json-lines": json_rows.lines}
