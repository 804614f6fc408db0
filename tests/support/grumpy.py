"""A marketplace in a bad mood: busy, slow, walled, and always writing down who came when."""

import gzip
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from socket import socket

from tests.support.web import Answer, Asked, Web, page, serving
from wareloom.kit import clock

Mood = Callable[[Asked], Answer]
"""What to answer, by who asks."""
SHELF = "<h1>Shelf</h1><p>Mugs, all of them.</p>"
_KNOCK = "<title>One moment</title><h1>Are you a browser?</h1>"
_PROVE = "<script>document.cookie = 'proof=' + 6 * 7; location.reload()</script>"


@dataclass(frozen=True)
class Visit:
    target: str
    at: datetime
    agent: str
    cookie: str


class Grumpy:
    def __init__(self, web: Web, now: Callable[[], datetime]) -> None:
        self.web = web
        self.log: list[Visit] = []
        self._now = now
        self._writing = threading.Lock()
        self.put("/robots.txt", always(page("not here", status=404)))

    def put(self, target: str, mood: Mood) -> str:
        def answer(connection: socket) -> None:
            asked = self.web.asked_for(target)[-1]
            with self._writing:
                headers = asked.headers
                self.log.append(Visit(target, self._now(), headers.get("user-agent", ""), headers.get("cookie", "")))
            mood(asked)(connection)

        return self.web.serves(target, answer)

    def visits(self, target: str) -> list[Visit]:
        return [visit for visit in self.log if visit.target == target]

    def gaps(self, target: str) -> list[float]:
        """Seconds between one visit and the next, by the clock of the test."""
        moments = [visit.at for visit in self.visits(target)]
        return [(later - earlier).total_seconds() for earlier, later in pairwise(moments)]


@contextmanager
def grumpy(now: Callable[[], datetime] = clock.now) -> Generator[Grumpy]:
    with serving() as web:
        yield Grumpy(web, now)


def always(answer: Answer) -> Mood:
    return lambda _asked: answer


def in_turn(*answers: Answer) -> Mood:
    """One after the other; the last one from then on."""
    left = list(answers)
    return lambda _asked: left.pop(0) if len(left) > 1 else left[0]


def busy(retry_after: str | None = None, status: int = 429) -> Answer:
    told = {"Retry-After": retry_after} if retry_after is not None else {}
    return page("<h1>Too many of you</h1>", status=status, headers=told)


def shelf() -> Answer:
    return page(SHELF)


def cookie_wall() -> Mood:
    """Nobody comes in without the cookie that was handed out at the door."""
    handed_out = page(_KNOCK, status=403, headers={"Set-Cookie": "visitor=welcome; Path=/"})
    return lambda asked: shelf() if "visitor=welcome" in asked.headers.get("cookie", "") else handed_out


def bot_wall() -> Mood:
    """Comes in who can run a script."""
    closed = page(_KNOCK + _PROVE, status=403)
    return lambda asked: shelf() if "proof=42" in asked.headers.get("cookie", "") else closed


def dislikes(agents: set[str], but_at_most: int) -> Mood:
    """Takes against the first faces that it sees, and lets any further one in."""

    def mood(asked: Asked) -> Answer:
        agent = asked.headers.get("user-agent", "")
        if agent in agents or len(agents) < but_at_most:
            agents.add(agent)
            return page(_KNOCK, status=403)
        return shelf()

    return mood


def bomb() -> Answer:
    """A little that becomes a lot."""
    return page(gzip.compress(b"\0" * 200_000_000, 9), headers={"Content-Encoding": "gzip"})
