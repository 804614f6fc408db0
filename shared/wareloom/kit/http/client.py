"""The one way to read other people's servers: politely, within limits, and never inside our own network.

What it learns stays in the process: sessions, cookies, rules, pauses, circuits, how proxies fare. A cold start begins
anew, and errs on the side of asking less only once it has been told again.
"""

from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from random import Random, SystemRandom

from wareloom.kit import clock
from wareloom.kit.errors import Blocked
from wareloom.kit.http.conduct import Conduct, Manners
from wareloom.kit.http.deadline import Deadline
from wareloom.kit.http.errand import Errand
from wareloom.kit.http.guard import Resolve, resolve
from wareloom.kit.http.identity import named, visitor
from wareloom.kit.http.pace import PATIENCE
from wareloom.kit.http.place import Place, read_place
from wareloom.kit.http.proxies import ProxyFailed, Ways, straight
from wareloom.kit.http.robots import Disallowed, Rules, RulesOfHosts, no_rules
from wareloom.kit.http.sessions import Sessions
from wareloom.kit.http.trip import Trip
from wareloom.kit.http.visiting import visiting
from wareloom.kit.http.wire import Wire
from wareloom.kit.outside import HttpSettings

MOST_ROTATIONS = 10
"""Identities in a row that one host may refuse, until it is left alone."""
_NOT_MODIFIED = 304
_MOST_HOSTS = 1000


@dataclass(frozen=True)
class Answer:
    url: str
    """Where it came from in the end."""
    status: int
    headers: Mapping[str, str]
    body: bytes
    fetched_at: datetime
    pause: timedelta
    """How long to leave this host alone now."""

    @property
    def not_modified(self) -> bool:
        """The page is as the conditions in the request's headers described it; there is no body."""
        return self.status == _NOT_MODIFIED


class Client:
    """`resolve` looks a name up; `authorities` is a file of certificates to believe instead of the system's."""

    def __init__(
        self,
        settings: HttpSettings,
        *,
        ways: Ways | None = None,
        resolve: Resolve = resolve,
        authorities: str | None = None,
        manners: Manners | None = None,
        chance: Random | None = None,
        wait: Callable[[float], object] | None = None,
    ) -> None:
        self.settings = settings
        self.resolve = resolve
        self.chance = chance or SystemRandom()
        self.ways = ways or straight(self.chance)
        self.conduct = Conduct(manners or Manners(), self.chance, wait)
        self._rules = RulesOfHosts(self.conduct)
        self._rotations: dict[str, int] = {}
        ours = named(settings.contact)
        self._ours: Sessions[Wire] = Sessions(lambda _host, way: Wire(ours, way.proxy, authorities))
        self._visitors: Sessions[Wire] = Sessions(
            lambda host, way: Wire(visitor(host, self.chance), way.proxy, authorities)
        )

    def get(
        self,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        most_bytes: int = 20_000_000,
        seconds: float = 25,
        accept: Sequence[str] = ("*/*",),
        as_visitor: bool = False,
        most_visitors: int = MOST_ROTATIONS,
        ask_robots: bool = True,
    ) -> Answer:
        """A success, or one of the failures that say what to do next.

        A visitor looks like a person with a browser; who is turned away is followed by another, `most_visitors` in all.
        """
        deadline, place = Deadline(seconds), read_place(url)
        errand = Errand(headers or {}, accept, most_bytes)
        visitors = 0
        while True:
            visitors += 1
            try:
                return self._visit(place, errand, deadline, as_visitor=as_visitor, ask_robots=ask_robots)
            except Disallowed:
                raise
            except ProxyFailed:  # it rests now: the next one is tried, as long as there is one
                if not deadline.left():
                    raise
            except Blocked as wall:
                another = as_visitor and self._tries_another(place, wall, deadline)
                if not another or visitors >= most_visitors:
                    raise

    def rules(self, place: Place, deadline: Deadline) -> Rules:
        """What the host's robots.txt says, for who brings its pages in another way."""
        with self._trip(self._visitors, place, deadline) as trip:
            return self._rules.of(place, trip)

    def close(self) -> None:
        self._ours.close()
        self._visitors.close()

    def _visit(self, place: Place, errand: Errand, deadline: Deadline, *, as_visitor: bool, ask_robots: bool) -> Answer:
        with self._trip(self._visitors if as_visitor else self._ours, place, deadline) as trip:
            arrived = trip.take(place, errand, partial(self._rules.of, asker=trip) if ask_robots else no_rules)
        self._rotations.pop(place.host, None)
        reply = arrived.reply
        return Answer(arrived.place.url, reply.status, reply.headers, reply.body, clock.now(), arrived.pause)

    @contextmanager
    def _trip(self, sessions: Sessions[Wire], place: Place, deadline: Deadline) -> Generator[Trip]:
        with visiting(sessions, self.ways, place.host) as wire:
            yield Trip(wire, self.conduct, self.resolve, self.settings.allow_private, deadline)

    def _tries_another(self, place: Place, wall: Blocked, deadline: Deadline) -> bool:
        """Whether to come back at once as somebody else. A host that says when to come back is taken at its word."""
        if len(self._rotations) >= _MOST_HOSTS:
            self._rotations.clear()
        rotations = self._rotations[place.host] = self._rotations.get(place.host, 0) + 1
        if rotations >= MOST_ROTATIONS:
            del self._rotations[place.host]
            self.conduct.given_up(place.authority)
            return False
        if not self.conduct.wait_for(place.authority):  # another host refused, to which this one redirects
            self.conduct.refused(place.authority, wall, self.conduct.manners.pause)
        most = min(PATIENCE, timedelta(seconds=deadline.left()))
        return wall.retry_after is None and self.conduct.wait_for(place.authority) <= most
