"""What a host's robots.txt allows us, remembered for a while."""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from wareloom.kit import clock
from wareloom.kit.errors import Blocked
from wareloom.kit.http.place import Place

KEPT_FOR = timedelta(hours=1)
MOST_BYTES = 512 * 1024
LONGEST_DELAY = timedelta(minutes=15)
"""What a queue can delay a message by. A host that wants more is asked this seldom."""
_MOST_HOSTS = 500


class Rules(Protocol):
    def check(self, place: Place) -> None:
        """Blocked when the host asks us not to read this."""
        ...

    @property
    def delay(self) -> timedelta: ...


@dataclass(frozen=True)
class NoRules:
    delay: timedelta = timedelta()

    def check(self, place: Place) -> None:
        """A host without robots.txt minds nothing."""


class WrittenRules:
    def __init__(self, body: bytes, agent: str) -> None:
        from protego import Protego

        self._agent = agent
        self._rules: Any = Protego.parse(body.decode("utf-8-sig", errors="replace"))

    def check(self, place: Place) -> None:
        if not self._rules.can_fetch(place.url, self._agent):
            raise Blocked(f"The robots.txt of {place.host} asks us not to read {place.shown}.")

    @property
    def delay(self) -> timedelta:
        seconds = self._rules.crawl_delay(self._agent)
        if seconds is None or not math.isfinite(seconds) or seconds < 0:
            return timedelta()
        return timedelta(seconds=min(seconds, LONGEST_DELAY.total_seconds()))


class Remembered:
    """Rules by origin, until they are old."""

    def __init__(self) -> None:
        self._rules: dict[str, tuple[datetime, Rules]] = {}

    def find(self, origin: str) -> Rules | None:
        until, rules = self._rules.get(origin, (None, None))
        return rules if until and clock.now() < until else None

    def keep(self, origin: str, rules: Rules) -> Rules:
        if len(self._rules) >= _MOST_HOSTS:
            self._rules.clear()
        self._rules[origin] = (clock.now() + KEPT_FOR, rules)
        return rules
