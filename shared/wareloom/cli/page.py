"""The first rows of a list, with a word when there are more: what every `list` command prints."""

import csv
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any

import typer

from wareloom.cli.client import Client
from wareloom.cli.show import Item, print_json, tell
from wareloom.cli.table import Column, print_table

Limit = Annotated[int, typer.Option(min=1, help="How many at most.")]
Everything = Annotated[bool, typer.Option("--all", help="Every one that matches, however many.")]

Csv = Annotated[bool, typer.Option("--csv", help="Print CSV, for spreadsheets.")]


@dataclass(frozen=True)
class Found:
    items: list[Item]
    more: bool


def find(client: Client, path: str, *, limit: int, everything: bool, **asked: Any) -> Found:
    # One more than is shown says whether there are more.
    found = list(client.items(path, most=None if everything else limit + 1, **asked))
    shown = found if everything else found[:limit]
    return Found(shown, more=len(found) > len(shown))


def print_found(found: Found, columns: Sequence[Column], *, as_json: bool, nothing: str) -> None:
    if as_json:
        print_json(found.items)
    elif not found.items:
        tell(nothing)
    else:
        print_table(found.items, columns)
    tell_more(found)


def tell_more(found: Found) -> None:
    if found.more:
        tell(f"There are more than these {len(found.items)}: --limit N shows more, --all shows every one.")


def print_csv(items: Sequence[Item], fields: Sequence[str]) -> None:
    """For spreadsheets; what is a list is one cell, with semicolons."""
    writer = csv.DictWriter(sys.stdout, fields, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _cell(item[name]) for name in fields} for item in items)


def _cell(value: Any) -> Any:
    return ";".join(map(str, value)) if isinstance(value, list) else value  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType] - JSON has no narrower type
