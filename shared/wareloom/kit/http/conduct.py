"""How we behave towards each host: few at once, with pauses, longer ones when it fails, not at all while it is down."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from wareloom.kit.errors import Blocked, Failure, Unavailable
from wareloom.kit.http.circuit import Circuits
from wareloom.kit.http.pace import Pace
from wareloom.kit.http.proxies import ProxyFailed

_MOST_HOSTS = 1000


@dataclass(frozen=True)
class Manners:
    pause: timedelta = timedelta(seconds=1)
    """Between two pages of one host, where its robots.txt does not ask for more."""
    back_off: timedelta = timedelta(seconds=1)
    """The most that is waited after a first failure; it doubles with each further one."""
    longest: timedelta = timedelta(minutes=5)
    at_once: int = 1
    """How many ask one host at the same time."""


class Conduct:
    """One per process, for every fetcher: a host does not care which of them asks."""

    def __init__(self, manners: Manners, chance: Random, wait: Callable[[float], object] | None = None) -> None:
        self.manners = manners
        self._chance = chance
        self._pace = Pace(wait, manners.at_once)
        self._circuits = Circuits(lambda wait: wait * (1 + chance.random() / 4))
        self._failures: dict[str, int] = {}

    def check(self, host: str) -> None:
        self._circuits.check(host)

    @contextmanager
    def turn(self, host: str, most: timedelta, pause: timedelta) -> Generator[None]:
        """Entered when the host may be asked. A failure inside is remembered against it."""
        with self._pace.turn(host, most):
            self._circuits.enter(host)
            try:
                yield
            except Failure as failure:
                self.refused(host, failure, pause)
                raise

    def answered(self, host: str, pause: timedelta) -> None:
        self._failures.pop(host, None)
        self._circuits.succeeded(host)
        self._pace.rest(host, pause)

    def redirected(self, host: str) -> None:
        """No page yet, so no pause; but it is up."""
        self._circuits.succeeded(host)

    def refused(self, host: str, failure: Failure, pause: timedelta) -> None:
        if isinstance(failure, ProxyFailed):
            return
        if not isinstance(failure, Blocked | Unavailable):
            self.answered(host, pause)
            return
        if isinstance(failure, Unavailable):
            self._circuits.failed(host)
        else:
            self._circuits.succeeded(host)
        self._pace.rest(host, max(pause, failure.retry_after or self._backed_off(host)))

    def given_up(self, host: str) -> None:
        """After every identity was refused: not now, whoever asks."""
        self._failures.pop(host, None)
        self._circuits.trip(host)

    def wait_for(self, host: str) -> timedelta:
        return self._pace.left(host)

    def _backed_off(self, host: str) -> timedelta:
        """Full jitter: anything up to twice as much as last time, so that many who failed together return apart."""
        if len(self._failures) >= _MOST_HOSTS:
            self._failures.clear()
        failures = self._failures[host] = self._failures.get(host, 0) + 1
        return min(self.manners.longest, self.manners.back_off * 2 ** min(failures - 1, 20)) * self._chance.random()
