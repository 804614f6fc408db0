"""Watch a run until it ends or only people can go on: a bar per verb for people, a line per change for logs."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Protocol

import typer
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Column as Place

from wareloom.cli.client import Client
from wareloom.cli.failures import INTERRUPTED, WORK_FAILED
from wareloom.cli.poll import each_state
from wareloom.cli.show import Item, errors, print_json, tell
from wareloom.cli.spell import moment
from wareloom.cli.stages import begun, cost_in_words, done_of, settled, stage_in_words, trouble
from wareloom.cli.table import Column, print_table

_GOING = ("queued", "running")
_WAITING = [
    Column("slogan", lambda design: design["slogan"], grows=True),
    Column("studio", lambda design: design["studio"]),
    Column("layout", lambda design: design["layout"] or ""),
    Column("style", lambda design: design["style"], extra=True),
    Column("decide until", lambda design: moment(design["expires_at"])),
]


class Display(Protocol):
    def show(self, run: Item) -> None: ...


def follow_run(client: Client, run: Item, *, as_json: bool) -> None:
    """Leaves with the status that tells how it went. A run that waits for people has done its part."""
    try:
        seen = _follow(client, run)
    except KeyboardInterrupt:
        tell(f"\nThe run goes on without you. Follow it again: wareloom runs follow {run['id']}")
        tell(f"End it: wareloom runs stop {run['id']}")
        raise typer.Exit(INTERRUPTED) from None
    waiting = _waiting(client, seen)
    if as_json:
        print_json({**seen, "waiting": waiting})
    elif waiting:
        print_table(waiting, _WAITING)
    _say_how_it_went(seen, len(waiting))
    if seen["status"] not in ("succeeded", "waiting"):
        raise typer.Exit(WORK_FAILED)


def _follow(client: Client, run: Item) -> Item:
    seen = run
    with _display() as display:
        for seen in each_state(client, f"/runs/{run['id']}", run, going=lambda one: one["status"] in _GOING):
            display.show(seen)
    return seen


def _waiting(client: Client, run: Item) -> list[Item]:
    if run["status"] != "waiting":
        return []
    return list(client.items("/designs", most=None, status="waiting", run_id=run["id"]))


def _say_how_it_went(run: Item, waiting: int) -> None:
    made = ", ".join(f"{one['verb']} {stage_in_words(one)}" for one in begun(run))
    spent = f"Spent: {cost_in_words(run)}."
    match run["status"]:
        case "succeeded":
            tell(f"Succeeded: {made}. {spent}")
        case "waiting":
            tell(f"{waiting} {'design waits' if waiting == 1 else 'designs wait'} for a person. {spent}")
            tell("Look at one: wareloom designs download ID --mockups")
            tell(f"Approve all: wareloom designs approve --all-waiting --run {run['id']}")
            tell("Approve some: wareloom designs approve ID…")
        case "stopped":
            tell(f"The run was stopped. {spent} Take it up again: wareloom runs resume {run['id']}")
        case _:
            why = (run["reason"] or "no reason is known").rstrip(".")
            tell(f"The run has failed: {why}. {spent}")
            tell(f"What is done is kept. Take it up again: wareloom runs resume {run['id']}")


@contextmanager
def _display() -> Generator[Display]:
    console = errors()
    if not console.is_terminal:
        yield _Lines()
        return
    said = TextColumn("{task.fields[said]}", markup=False, table_column=Place(no_wrap=True, overflow="ellipsis"))
    done = TextColumn("{task.fields[done]}", markup=False, justify="right", table_column=Place(min_width=5))
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), done, TimeElapsedColumn(), said)
    with Progress(*columns, console=console, transient=True) as progress:
        yield _Bars(progress)


class _Bars:
    """One per verb, in the run's order, from the start: a person sees what is ahead."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._bars: dict[str, TaskID] = {}

    def show(self, run: Item) -> None:
        for stage in run["stages"]:
            verb = stage["verb"]
            if verb not in self._bars:
                self._bars[verb] = self._progress.add_task(verb, start=False, total=1, done="", said="")
            bar = self._bars[verb]
            if stage["started_at"]:
                self._progress.start_task(bar)
            total = stage["total"] or 1
            self._progress.update(bar, completed=settled(stage), total=total, done=done_of(stage), said=trouble(stage))


class _Lines:
    def __init__(self) -> None:
        self._last: dict[str, str] = {}

    def show(self, run: Item) -> None:
        if run["status"] == "queued" and not begun(run):
            self._say("", "Waiting for its turn")
        for stage in begun(run):
            self._say(stage["verb"], f"{stage['verb']}: {stage_in_words(stage)}")

    def _say(self, about: str, line: str) -> None:
        if self._last.get(about) != line:
            self._last[about] = line
            tell(line)
