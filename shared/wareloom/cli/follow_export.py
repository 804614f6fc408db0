"""Watch an export until its file is whole, with a bar for people and a line per slice for logs."""

from collections.abc import Callable, Generator
from contextlib import contextmanager

import typer
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

from wareloom.cli.client import Client
from wareloom.cli.failures import INTERRUPTED, WORK_FAILED
from wareloom.cli.poll import each_state
from wareloom.cli.show import Item, clean, errors, tell
from wareloom.cli.spell import count, moment

_OPEN = ("queued", "running")
_KB, _UNITS = 1000, ("bytes", "kB", "MB", "GB", "TB")
Show = Callable[[Item], None]


def follow_export(client: Client, export: Item) -> Item:
    """The export when it has succeeded; otherwise the command ends here, with its reason."""
    path, seen = f"/exports/{export['id']}", export
    try:
        with _display() as show:
            for seen in each_state(client, path, export, going=lambda one: one["status"] in _OPEN):
                show(seen)
    except KeyboardInterrupt:
        tell(f"\nThe export goes on without you. Bring it later: wareloom exports download {export['id']}")
        tell(f"End it: wareloom exports cancel {export['id']}")
        raise typer.Exit(INTERRUPTED) from None
    if seen["status"] != "succeeded":
        tell(f"The export has {_ended(seen)}. Try again: wareloom exports retry {export['id']}")
        raise typer.Exit(WORK_FAILED)
    return client.get(path)


def in_words(export: Item) -> str:
    of = f" of about {count(export['rows_total'])}" if export["status"] in _OPEN and export["rows_total"] else ""
    return f"{count(export['rows_done'])}{of} rows, {size(export['bytes'])}"


def size(bytes_: int) -> str:
    power = 0
    while bytes_ >= _KB ** (power + 1) and power < len(_UNITS) - 1:
        power += 1
    return f"{bytes_ / _KB**power:.{1 if power else 0}f} {_UNITS[power]}"


def _ended(export: Item) -> str:
    if export["status"] == "cancelled":
        return "been cancelled"
    return f"failed: {export['reason'] or 'no reason is known'}".rstrip(".")


@contextmanager
def _display() -> Generator[Show]:
    console = errors()
    if not console.is_terminal:
        yield _lines()
        return
    words = TextColumn("{task.description}", markup=False)
    with Progress(
        BarColumn(), TaskProgressColumn(), TimeElapsedColumn(), words, console=console, transient=True
    ) as bar:
        task = bar.add_task("", total=None)

        def show(export: Item) -> None:
            # The total is a guess: a bar that is full before its time would be a lie.
            total = max(export["rows_total"] or 0, export["rows_done"]) or None
            bar.update(task, description=_now(export), completed=export["rows_done"], total=total)

        yield show


def _lines() -> Show:
    last = ""

    def show(export: Item) -> None:
        nonlocal last
        if (line := _now(export)) != last:
            last = line
            tell(line)

    return show


def _now(export: Item) -> str:
    if export["status"] == "queued":
        return "Waiting for its turn"
    if export["retry_at"]:
        return clean(f"{export['reason']} Tries again at {moment(export['retry_at'])}")
    return in_words(export)
