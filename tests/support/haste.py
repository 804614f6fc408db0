"""Manners for tests about something else, and time that passes only when somebody waits."""

from contextlib import ExitStack
from datetime import datetime, timedelta
from types import TracebackType
from typing import Self

from wareloom.kit import clock
from wareloom.kit.http.conduct import Manners

AT_ONCE = Manners(pause=timedelta(), back_off=timedelta())


class Passing:
    """Waiting takes no time here: the clock is moved on by as much, and everybody who asks sees it."""

    def __init__(self, start: datetime) -> None:
        self.now = start
        self.waited: list[float] = []
        self._held = ExitStack()

    def __enter__(self) -> Self:
        self._held.enter_context(clock.held(self.now))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._held.close()

    def wait(self, seconds: float) -> None:
        self.waited.append(seconds)
        self.pass_by(timedelta(seconds=seconds))

    def pass_by(self, time: timedelta) -> None:
        self.now += time
        self._held.enter_context(clock.held(self.now))
