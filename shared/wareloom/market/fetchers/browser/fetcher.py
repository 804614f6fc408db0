"""Brings pages with a browser, behind the same guard and with the same manners as over plain HTTP."""

import atexit
from datetime import timedelta
from functools import cache

from wareloom.kit import clock
from wareloom.kit.http.client import Client
from wareloom.kit.http.deadline import Deadline
from wareloom.kit.http.gate.gate import Gate
from wareloom.kit.http.identity import visitor
from wareloom.kit.http.place import Place, read_place
from wareloom.kit.http.proxies import Way
from wareloom.kit.http.robots import no_rules
from wareloom.kit.http.sessions import Sessions
from wareloom.kit.http.visiting import visiting
from wareloom.market.fetchers.browser.chromium import Chromium
from wareloom.market.fetchers.browser.visit import Brought, Visit
from wareloom.market.fetchers.browser.visitor import Visitor
from wareloom.market.page import Fetched, PageRequest

SECONDS = 45.0
MOST_BYTES = 40_000_000
"""Unpacked, of a page and all that it loads."""
GRACE_SECONDS = 5.0
"""After which a browser that does not answer is ended."""


class BrowserFetcher:
    def __init__(
        self, client: Client, chromium: Chromium, *, seconds: float = SECONDS, most_bytes: int = MOST_BYTES
    ) -> None:
        self._client = client
        self._chromium = chromium
        self._seconds = seconds
        self._most_bytes = most_bytes
        self._gate = Gate(client.resolve)
        self._sessions: Sessions[Visitor] = Sessions(self._opened)

    def fetch(self, request: PageRequest) -> Fetched:
        deadline, place = Deadline(self._seconds), read_place(request.url)
        conduct = self._client.conduct
        conduct.check(place.authority)
        rules = no_rules(place) if request.past_robots else self._client.rules(place, deadline)
        rules.check(place)
        pause = max(conduct.manners.pause, rules.delay)
        with conduct.turn(place.authority, timedelta(seconds=deadline.left()), pause):
            brought = self._bring(place, deadline)
            conduct.answered(place.authority, pause)
        if brought.place.origin != place.origin and not request.past_robots:
            rules = self._client.rules(brought.place, deadline)
        rules.check(brought.place)
        return Fetched(
            url=brought.place.url,
            body=brought.body,
            content_type=brought.content_type,
            fetched_at=clock.now(),
            pause=pause,
        )

    def leave(self) -> None:
        """The browser itself goes on: others may use it."""
        self._sessions.close()
        self._gate.close()

    def _bring(self, place: Place, deadline: Deadline) -> Brought:
        with visiting(self._sessions, self._client.ways, place.host) as visitor:
            visitor.visa.renew(loopback=self._client.settings.allow_private, most_bytes=self._most_bytes)
            with self._chromium.ended_after(deadline.left() + GRACE_SECONDS):
                try:
                    return Visit(visitor.page(), visitor.visa, self._most_bytes, deadline).make(place)
                finally:
                    visitor.tidy()

    def _opened(self, host: str, way: Way) -> Visitor:
        return Visitor(self._chromium, self._gate, visitor(host, self._client.chance), way.proxy)


@cache
def the_browser(client: Client, program: str, *, sandbox: bool) -> BrowserFetcher:
    """One per process, ended with it."""
    chromium = Chromium(program, sandbox=sandbox)
    fetcher = BrowserFetcher(client, chromium)
    atexit.register(chromium.close)
    atexit.register(fetcher.leave)  # before: what is registered last is called first
    return fetcher
