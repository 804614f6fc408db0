"""Lists as tables: fitted to a terminal, or one plain line per row to a pipe."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from wareloom.cli.show import Item, clean, results

_ROOMY = 160
"""Letters in a line from which ids and the less needed columns get a place of their own."""
_WIDEST, _NARROWEST, _GAP = 24, 12, 2
_LEAST = 36
"""An id's length: it stands under what grows."""


@dataclass(frozen=True)
class Column:
    header: str
    value: Callable[[Item], str]
    right: bool = False
    grows: bool = False
    """Takes what room is left, and is cut with … when that is too little."""
    extra: bool = False
    """Left out where room is short."""


def print_table(items: Sequence[Item], columns: Sequence[Column]) -> None:
    """Every row ends with its id, which the other commands take."""
    if results().is_terminal:
        _print_fitted(items, columns)
    else:
        _print_plain(items, columns)


def print_facts(facts: Sequence[tuple[str, str]]) -> None:
    """One thing, a line for each thing known of it."""
    if not results().is_terminal:
        sys.stdout.writelines(f"{name}\t{clean(value)}\n" for name, value in facts if value)
        return
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for name, value in facts:
        if value:
            table.add_row(name, Text(clean(value)))
    results().print(table)


def _print_plain(items: Sequence[Item], columns: Sequence[Column]) -> None:
    lines = [[column.header for column in columns] + ["id"]]
    lines += [[clean(column.value(item)) for column in columns] + [str(item["id"])] for item in items]
    sys.stdout.writelines("\t".join(line) + "\n" for line in lines)


def _print_fitted(items: Sequence[Item], columns: Sequence[Column]) -> None:
    room = results().width
    roomy = room >= _ROOMY
    shown = [column for column in columns if roomy or not column.extra]
    rows = [[clean(column.value(item)) for column in shown] for item in items]
    ids = [str(item["id"]) for item in items]
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, _GAP, 0, 0))
    beside = max(map(len, ids)) + _GAP if roomy else 0
    for column, width in zip(shown, _widths(shown, rows, room - beside), strict=True):
        table.add_column(column.header, justify="right" if column.right else "left", width=width, overflow="fold")
    if roomy:
        table.add_column("id", style="dim", no_wrap=True)
    for row, id_ in zip(rows, ids, strict=True):
        cells = [_cut(text, column.width or 1) for text, column in zip(row, table.columns, strict=False)]
        if not roomy:
            # Under what it belongs to, and whole, on two lines if need be.
            place = next(number for number, column in enumerate(shown) if column.grows)
            cells[place] = Text("\n").join([cells[place], Text(id_, style="dim")])
        table.add_row(*cells, *([id_] if roomy else []))
    results().print(table)


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[str]], room: int) -> list[int]:
    wanted = [
        max(cell_len(column.header), *(cell_len(row[place]) for row in rows)) for place, column in enumerate(columns)
    ]
    widths = [width if column.grows else min(width, _WIDEST) for column, width in zip(columns, wanted, strict=True)]
    grows = next(place for place, column in enumerate(columns) if column.grows)
    taken = sum(widths) - widths[grows] + _GAP * len(columns)
    widths[grows] = min(max(widths[grows], _LEAST), max(room - taken, _NARROWEST))
    return widths


def _cut(text: str, width: int) -> Text:
    cell = Text(text)
    cell.truncate(width, overflow="ellipsis")
    return cell
