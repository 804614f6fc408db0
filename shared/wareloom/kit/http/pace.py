"""When each host may be asked again: the pause after a page, and the rest that a host asked for."""

import threading
from collections.abc import Callable
from datetime import datetime, timedelta

from wareloom.kit import clock
from wareloom.kit.errors import Unavailable

PATIENCE = timedelta(seconds=3)
"""A wait this short is waited here; a longer one is the queue's to wait."""
_MOST_HOSTS = 1000


class Pace:
    """Remembered per process: workers side by side keep the pace through the pause that each page hands its queue."""

    def __init__(self, wait: Callable[[float], object] | None = None) -> None:
        self._free_at: dict[str, datetime] = {}
        self._wait = wait or threading.Event().wait

    def turn(self, host: str, most: timedelta) -> None:
        """Returns when the host may be asked, or Unavailable with the time until then."""
        wait = self._free_at.get(host, clock.now()) - clock.now()
        if wait > min(PATIENCE, most):
            raise Unavailable(f"{host} was asked a moment ago and needs a pause.", retry_after=wait)
        if wait > timedelta():
            self._wait(wait.total_seconds())

    def rest(self, host: str, pause: timedelta) -> None:
        if len(self._free_at) >= _MOST_HOSTS:
            now = clock.now()
            self._free_at = {name: free for name, free in self._free_at.items() if free > now}
        self._free_at[host] = clock.now() + pause
