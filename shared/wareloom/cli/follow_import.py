"""Watch an import until it ends, with a bar for people and a line per step for logs."""

from collections.abc import Callable, Generator
from contextlib import contextmanager

import typer
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeElapsedColumn

from wareloom.cli.client import Client
from wareloom.cli.failures import INTERRUPTED, WORK_FAILED
from wareloom.cli.poll import each_state
from wareloom.cli.show import Item, clean, errors, print_json, tell
from wareloom.cli.spell import count, moment

_GOING = ("queued", "running", "undoing")
_BAD_ROWS = 10
Show = Callable[[Item], None]


def follow_import(client: Client, started: Item, *, as_json: bool) -> None:
    """Leaves with a failure only when nothing was kept."""
    path, row = f"/imports/{started['id']}", started
    try:
        with _display(started) as show:
            for row in each_state(client, path, started, going=is_going):
                show(row)
    except KeyboardInterrupt:
        tell(f"\nThe import {started['id']} goes on without you.")
        raise typer.Exit(INTERRUPTED) from None
    if as_json:
        print_json(row)
    tell(_verdict(row))
    if row["rows_bad"]:
        _tell_bad_rows(client, row)
    if not good(row):
        raise typer.Exit(WORK_FAILED)


def is_going(row: Item) -> bool:
    return row["status"] in _GOING


def good(row: Item) -> int:
    return row["rows_new"] + row["rows_changed"] + row["rows_unchanged"]


def in_words(row: Item) -> str:
    told = (("new", row["rows_new"]), ("changed", row["rows_changed"]), ("unchanged", row["rows_unchanged"]))
    return f"{count(good(row))} rows ({', '.join(f'{count(number)} {what}' for what, number in told)})"


def _verdict(row: Item) -> str:
    bad = f"{count(row['rows_bad'])} bad"
    if row["status"] == "succeeded":
        done = "Tried out, and kept nothing" if row["dry_run"] else "Imported"
        return f"{done}: {in_words(row)}, {bad}."
    why = f": {row['reason'].rstrip('.')}" if row["reason"] else ""
    return f"The import has {_ended(row)}{why}. {in_words(row)} are kept, {bad}."


def _ended(row: Item) -> str:
    words = {"cancelled": "been cancelled", "undone": "been taken back"}
    return words.get(row["status"]) or str(row["status"])


def _tell_bad_rows(client: Client, row: Item) -> None:
    shown = list(client.items(f"/imports/{row['id']}/bad-rows", most=_BAD_ROWS))
    for bad in shown:
        said = " ".join(f"{one['field']} {one['problem']}".strip() for one in bad["problems"])
        tell(f"  row {bad['row']}: {said}  {bad['raw'][:80]}")
    if row["rows_bad"] > len(shown):
        tell(f"  and {count(row['rows_bad'] - len(shown))} more: {client.url}/api/v1/imports/{row['id']}/bad-rows.csv")


@contextmanager
def _display(row: Item) -> Generator[Show]:
    console = errors()
    if not console.is_terminal:
        yield _lines()
        return
    words = TextColumn("{task.description}", markup=False)
    with Progress(
        BarColumn(), DownloadColumn(), TimeElapsedColumn(), words, console=console, transient=True
    ) as progress:
        bar = progress.add_task("", total=row["size"])
        yield lambda one: progress.update(bar, description=_now(one), completed=one["read_bytes"], total=one["size"])


def _lines() -> Show:
    last = ""

    def show(row: Item) -> None:
        nonlocal last
        if (line := _now(row)) != last:
            last = line
            tell(line)

    return show


def _now(row: Item) -> str:
    if row["status"] == "queued":
        return "Waiting for its turn"
    if row["retry_at"]:
        return clean(f"{row['reason']} Tries again at {moment(row['retry_at'])}")
    return f"{in_words(row)}, {count(row['rows_bad'])} bad"
