"""When each host may be asked again, and by how many at once: the pause after a page, and the rest a host asked for."""

import threading
from collections import Counter
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import datetime, timedelta

from wareloom.kit import clock
from wareloom.kit.errors import Unavailable

PATIENCE = timedelta(seconds=3)
"""A wait this short is waited here; a longer one is the queue's to wait."""
_MOST_HOSTS = 1000


class NotYet(Unavailable):
    """Nobody was asked: it is too early for this host."""


class Pace:
    """Remembered per process: workers side by side keep the pace through the pause that each page hands its queue."""

    def __init__(self, wait: Callable[[float], object] | None = None, at_once: int = 1) -> None:
        self._free_at: dict[str, datetime] = {}
        self._wait = wait or threading.Event().wait
        self._at_once = at_once
        self._asking: Counter[str] = Counter()
        self._changed = threading.Condition()

    @contextmanager
    def turn(self, host: str, most: timedelta) -> Generator[None]:
        """Entered when the host may be asked, or NotYet with the time until then."""
        self._enter(host, min(PATIENCE, most))
        try:
            wait = self.left(host)
            if wait > min(PATIENCE, most):
                raise NotYet(f"{host} was asked a moment ago and needs a pause.", retry_after=wait)
            if wait > timedelta():
                self._wait(wait.total_seconds())
            yield
        finally:
            self._leave(host)

    def left(self, host: str) -> timedelta:
        return max(timedelta(), self._free_at.get(host, clock.now()) - clock.now())

    def rest(self, host: str, pause: timedelta) -> None:
        if len(self._free_at) >= _MOST_HOSTS:
            now = clock.now()
            self._free_at = {name: free for name, free in self._free_at.items() if free > now}
        self._free_at[host] = clock.now() + max(pause, self.left(host))

    def _enter(self, host: str, most: timedelta) -> None:
        with self._changed:
            if not self._changed.wait_for(lambda: self._asking[host] < self._at_once, most.total_seconds()):
                raise NotYet(f"{host} is being asked by others of us just now.", retry_after=PATIENCE)
            self._asking[host] += 1

    def _leave(self, host: str) -> None:
        with self._changed:
            self._asking[host] -= 1
            if not self._asking[host]:
                del self._asking[host]
            self._changed.notify_all()
