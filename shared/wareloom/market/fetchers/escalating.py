"""The cheap way first, and the dear one only for hosts that turn the cheap one away."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache

from wareloom.kit import clock
from wareloom.kit.errors import Blocked
from wareloom.kit.http.place import read_place
from wareloom.kit.http.robots import Disallowed
from wareloom.market.fetcher import Fetcher
from wareloom.market.page import Fetched, PageRequest

REMEMBERED_FOR = timedelta(hours=6)
"""After which the cheap way is tried again: walls come and go, and a browser costs a hundred times as much."""
CHEAP_VISITORS = 2
"""Whom a wall turns away over plain HTTP before the browser is sent."""
_MOST_HOSTS = 1000


class Walled:
    """Hosts that turned the cheap way away, per process: a cold start asks them the cheap way once more."""

    def __init__(self) -> None:
        self._until: dict[str, datetime] = {}

    def __contains__(self, host: str) -> bool:
        until = self._until.get(host)
        return until is not None and clock.now() < until

    def add(self, host: str) -> None:
        if len(self._until) >= _MOST_HOSTS:
            self._until.clear()
        self._until[host] = clock.now() + REMEMBERED_FOR


@cache
def the_walled() -> Walled:
    return Walled()


class EscalatingFetcher:
    """`dear` is asked for when it is first needed; where there is none, the cheap way is the only one."""

    def __init__(self, cheap: Fetcher, dear: Callable[[], Fetcher | None], walled: Walled) -> None:
        self._cheap = cheap
        self._dear = dear
        self._walled = walled

    def fetch(self, request: PageRequest) -> Fetched:
        host = read_place(request.url).host
        if host in self._walled and (dear := self._dear()):
            return dear.fetch(request)
        try:
            return self._cheap.fetch(request)
        except Disallowed:
            raise
        except Blocked as wall:
            self._walled.add(host)
            dear = self._dear()
            # A host that says when to come back is not asked in another coat meanwhile.
            if dear is None or wall.retry_after:
                raise
            return dear.fetch(request)

    def was_a_wall(self, request: PageRequest) -> None:
        """For who reads the page and finds a wall in it: the next one is brought the dear way."""
        self._walled.add(read_place(request.url).host)
