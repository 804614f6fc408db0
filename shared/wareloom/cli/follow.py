"""Watch a task until it ends, with a bar for people and a line per step for logs."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Protocol

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Column

from wareloom.cli.client import Client
from wareloom.cli.failures import INTERRUPTED, WORK_FAILED
from wareloom.cli.poll import each_state
from wareloom.cli.show import Item, clean, errors, print_json, tell
from wareloom.cli.spell import count, moment

_OPEN = ("queued", "running")


class Display(Protocol):
    def show(self, task: Item) -> None: ...


def follow_to_the_end(client: Client, task: Item, *, as_json: bool) -> None:
    """Leaves with the status that tells how it went."""
    try:
        ended = _follow(client, task)
    except KeyboardInterrupt:
        tell(f"\nThe task goes on without you. Follow it again: wareloom tasks follow {task['id']}")
        tell(f"End it: wareloom tasks cancel {task['id']}")
        raise typer.Exit(INTERRUPTED) from None
    if as_json:
        print_json(ended)
    tell(_verdict(ended))
    if ended["status"] != "succeeded":
        raise typer.Exit(WORK_FAILED)


def in_words(task: Item) -> str:
    done, total = task["pages_done"], task["pages_total"]
    pages = f"{count(done)} of {count(total)} pages" if total else f"{count(done)} page{'' if done == 1 else 's'}"
    offers = f"{count(task['offers_seen'])} offers"
    return f"{pages}, {offers} ({count(task['offers_new'])} new, {count(task['offers_changed'])} changed)"


def _follow(client: Client, task: Item) -> Item:
    seen = task
    with _display() as display:
        for seen in each_state(client, f"/tasks/{task['id']}", task, going=lambda one: one["status"] in _OPEN):
            display.show(seen)
    return seen


def _verdict(task: Item) -> str:
    if task["status"] == "succeeded":
        return f"Collected: {in_words(task)}."
    again = f"Take it up again: wareloom tasks retry {task['id']}"
    return f"The task has {_ended(task)}. {in_words(task)} are kept. {again}"


def _ended(task: Item) -> str:
    if task["status"] == "cancelled":
        return "been cancelled"
    return f"failed: {task['reason'] or 'no reason is known'}".rstrip(".")


@contextmanager
def _display() -> Generator[Display]:
    console = errors()
    if not console.is_terminal:
        yield _Lines()
        return
    words = TextColumn("{task.description}", markup=False, table_column=Column(no_wrap=True, overflow="ellipsis"))
    columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), words)
    with Progress(*columns, console=console, transient=True) as progress:
        yield _Bar(progress)


class _Bar:
    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._task = progress.add_task("", total=None)

    def show(self, task: Item) -> None:
        self._progress.update(
            self._task, description=_now(task), completed=task["pages_done"], total=task["pages_total"]
        )


class _Lines:
    def __init__(self) -> None:
        self._last = ""

    def show(self, task: Item) -> None:
        line = _now(task)
        if line != self._last:
            self._last = line
            tell(line)


def _now(task: Item) -> str:
    if task["status"] == "queued":
        return "Waiting for its turn"
    if task["retry_at"]:
        return clean(f"{task['reason']} Tries again at {moment(task['retry_at'])}")
    return in_words(task)
