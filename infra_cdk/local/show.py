"""What the person sees: a line a step with its time, a bar where work can be counted, plain lines otherwise."""

import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

_LINE_EVERY_PERCENT = 10


class Bar(Protocol):
    def set(self, done: int, whole: int | None, about: str) -> None: ...


class Screen:
    def __init__(self) -> None:
        self.console = Console(highlight=False, soft_wrap=True)
        self._troubles = Console(stderr=True, highlight=False, soft_wrap=True)

    def say(self, text: str = "") -> None:
        self.console.print(text)

    def trouble(self, reason: str) -> None:
        self._troubles.print(reason, style="red" if sys.stderr.isatty() else None, markup=False)

    @contextmanager
    def step(self, doing: str) -> Generator[list[str]]:
        """`with step("…") as notes`: what is put into `notes` is said behind it."""
        began, notes = time.monotonic(), list[str]()
        with self.console.status(f"{doing} …"):
            yield notes
        took = f"{time.monotonic() - began:5.1f} s"
        about = f"  [dim]{', '.join(notes)}[/dim]" if notes else ""
        self.say(f"[green]✓[/green] [dim]{took}[/dim]  {doing}{about}")

    @contextmanager
    def bar(self, doing: str) -> Generator[Bar]:
        if not self.console.is_terminal:
            yield _Lines(self, doing)
            return
        columns = (TextColumn("  {task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        with Progress(*columns, TextColumn("[dim]{task.fields[about]}"), console=self.console) as progress:
            yield _Rich(progress, progress.add_task(doing, total=None, about=""))


class _Rich:
    def __init__(self, progress: Progress, task: TaskID) -> None:
        self._progress = progress
        self._task = task

    def set(self, done: int, whole: int | None, about: str) -> None:
        self._progress.update(self._task, completed=done, total=whole, about=about)


class _Lines:
    def __init__(self, screen: Screen, doing: str) -> None:
        self._screen = screen
        self._doing = doing
        self._said = -1

    def set(self, done: int, whole: int | None, about: str) -> None:
        if not whole:
            return
        percent = 100 * done // whole
        if percent // _LINE_EVERY_PERCENT > self._said:
            self._said = percent // _LINE_EVERY_PERCENT
            self._screen.say(f"  {self._doing}: {done} of {whole} ({about})")
