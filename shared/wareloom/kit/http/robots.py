"""What a host's robots.txt allows us, remembered for a while."""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from wareloom.kit import clock
from wareloom.kit.errors import Blocked, Failure
from wareloom.kit.http.conduct import Conduct
from wareloom.kit.http.errand import Errand, Reply
from wareloom.kit.http.identity import NAME
from wareloom.kit.http.place import Place
from wareloom.kit.http.verdict import failure

KEPT_FOR = timedelta(hours=1)
MOST_BYTES = 512 * 1024
LONGEST_DELAY = timedelta(minutes=15)
"""What a queue can delay a message by. A host that wants more is asked this seldom."""
_MOST_HOSTS = 500
_TOO_MANY = 429


class Disallowed(Blocked):
    """By the host's robots.txt: no other identity, way or browser may do what this one may not."""


class Rules(Protocol):
    def check(self, place: Place) -> None:
        """Disallowed when the host asks us not to read this."""
        ...

    @property
    def delay(self) -> timedelta: ...


@dataclass(frozen=True)
class NoRules:
    delay: timedelta = timedelta()

    def check(self, place: Place) -> None:
        """A host without robots.txt minds nothing."""


def no_rules(_place: Place) -> Rules:
    """For who was told to read all the same, and answers for it."""
    return NoRules()


class WrittenRules:
    """Whoever a session looks like, the rules are those for us, by our own name."""

    def __init__(self, body: bytes) -> None:
        from protego import Protego

        self._rules: Any = Protego.parse(body.decode("utf-8-sig", errors="replace"))

    def check(self, place: Place) -> None:
        if not self._rules.can_fetch(place.url, NAME):
            raise Disallowed(f"The robots.txt of {place.host} asks us not to read {place.shown}.")

    @property
    def delay(self) -> timedelta:
        seconds = self._rules.crawl_delay(NAME)
        if seconds is None or not math.isfinite(seconds) or seconds < 0:
            return timedelta()
        return timedelta(seconds=min(seconds, LONGEST_DELAY.total_seconds()))


class Asker(Protocol):
    def peek(self, place: Place, errand: Errand) -> Reply: ...


class RulesOfHosts:
    """Rules by origin, asked for once and remembered until they are old."""

    def __init__(self, conduct: Conduct) -> None:
        self._conduct = conduct
        self._rules: dict[str, tuple[datetime, Rules]] = {}

    def of(self, place: Place, asker: Asker) -> Rules:
        until, rules = self._rules.get(place.origin, (None, None))
        if until and rules and clock.now() < until:
            return rules
        rules = self._read(place, asker)
        if len(self._rules) >= _MOST_HOSTS:
            self._rules.clear()
        self._rules[place.origin] = (clock.now() + KEPT_FOR, rules)
        return rules

    def _read(self, place: Place, asker: Asker) -> Rules:
        robots = Place(place.scheme, place.host, place.port, "/robots.txt")
        try:
            reply = asker.peek(robots, Errand({}, ("text/plain", "*/*"), MOST_BYTES))
            refused = failure(reply.status, reply.headers, robots.shown)
            if refused and (reply.status == _TOO_MANY or not 400 <= reply.status < 500):
                raise refused
        except Failure as unread:
            told = type(unread)(
                f"What {place.host} allows cannot be read: {unread.reason}", retry_after=unread.retry_after
            )
            self._conduct.refused(place.authority, told, self._conduct.manners.pause)
            raise told from unread
        return NoRules() if refused else WrittenRules(reply.body)
