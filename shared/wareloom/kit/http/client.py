"""The one way to read other people's servers: politely, within limits, and never inside our own network."""

import ssl
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from importlib.metadata import PackageNotFoundError, version

from wareloom.kit import clock
from wareloom.kit.errors import Failure, Rejected
from wareloom.kit.http.body import ENCODINGS
from wareloom.kit.http.deadline import Deadline
from wareloom.kit.http.exchange import Errand, Reply, exchange, wanted
from wareloom.kit.http.guard import Resolve, is_loopback, open_addresses, resolve
from wareloom.kit.http.pace import Pace
from wareloom.kit.http.place import Place, read_place, redirected
from wareloom.kit.http.robots import MOST_BYTES, NoRules, Remembered, Rules, WrittenRules
from wareloom.kit.http.verdict import failure
from wareloom.kit.settings import HttpSettings

NAME = "Wareloom"
MOST_REDIRECTS = 5
_REDIRECTS = {301, 302, 303, 307, 308}


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


@dataclass(frozen=True)
class _Arrived:
    place: Place
    reply: Reply


class Client:
    """Keeps no cookies, reads no proxies from the environment, remembers robots.txt and when each host may be asked.

    `resolve` looks a name up; `tls` says whose certificates are believed.
    """

    def __init__(
        self,
        settings: HttpSettings,
        *,
        resolve: Resolve = resolve,
        tls: ssl.SSLContext | None = None,
        pause: timedelta = timedelta(seconds=1),
    ) -> None:
        self._agent = f"{NAME}/{_version()} (+{settings.contact})"
        self._loopback = settings.allow_private
        self._resolve = resolve
        self._tls = tls
        self._pause = pause
        self._pace = Pace()
        self._robots = Remembered()

    def get(
        self,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        most_bytes: int = 20_000_000,
        seconds: float = 25,
        accept: Sequence[str] = ("*/*",),
    ) -> Answer:
        """A success, or one of the failures that say what to do next."""
        deadline = Deadline(seconds)
        errand = Errand(self._headers(headers or {}, accept), accept, most_bytes)
        rules: Rules = NoRules()

        def ask_first(place: Place) -> None:
            nonlocal rules
            rules = self._rules(place, deadline)
            rules.check(place)
            self._pace.turn(place.authority, timedelta(seconds=deadline.left()))

        arrived = self._follow(read_place(url), errand, deadline, ask_first)
        place, reply = arrived.place, arrived.reply
        pause = max(self._pause, rules.delay)
        refused = failure(reply.status, reply.headers, place.shown)
        self._pace.rest(place.authority, max(pause, (refused and refused.retry_after) or pause))
        if refused:
            raise refused
        return Answer(place.url, reply.status, reply.headers, reply.body, clock.now(), pause)

    def _headers(self, asked: Mapping[str, str], accept: Sequence[str]) -> dict[str, str]:
        ours = {"User-Agent": self._agent, "Accept": wanted(accept), "Accept-Encoding": ENCODINGS}
        return {**asked, **ours, "Connection": "close"}

    def _follow(self, place: Place, errand: Errand, deadline: Deadline, ask_first: Callable[[Place], None]) -> _Arrived:
        loopback = self._loopback
        for _ in range(MOST_REDIRECTS + 1):
            addresses = open_addresses(place, self._resolve, loopback=loopback)
            # A public page must not send us to this machine, even where this machine's own pages may be read.
            loopback = loopback and all(is_loopback(address) for address in addresses)
            ask_first(place)
            headers = {**errand.headers, "Host": place.authority}
            reply = exchange(place, addresses, Errand(headers, errand.accept, errand.most_bytes), deadline, self._tls)
            if reply.status not in _REDIRECTS:
                return _Arrived(place, reply)
            there = redirected(place, reply.headers.get("location", ""))
            errand = errand if there.origin == place.origin else self._stripped(errand)
            place = there
        raise Rejected(f"{place.shown} redirects more than {MOST_REDIRECTS} times.")

    def _stripped(self, errand: Errand) -> Errand:
        """What was meant for one server is not told to another."""
        return Errand(self._headers({}, errand.accept), errand.accept, errand.most_bytes)

    def _rules(self, place: Place, deadline: Deadline) -> Rules:
        known = self._robots.find(place.origin)
        if known:
            return known
        errand = Errand(self._headers({}, ("text/plain", "*/*")), ("*/*",), MOST_BYTES)
        robots = Place(place.scheme, place.host, place.port, "/robots.txt")
        try:
            reply = self._follow(robots, errand, deadline, lambda _: None).reply
            refused = failure(reply.status, reply.headers, robots.shown)
            if refused and (reply.status == 429 or not 400 <= reply.status < 500):
                raise refused
        except Failure as unread:
            reason = f"What {place.host} allows cannot be read: {unread.reason}"
            raise type(unread)(reason, retry_after=unread.retry_after) from unread
        return self._robots.keep(place.origin, NoRules() if refused else WrittenRules(reply.body, self._agent))


@cache
def _version() -> str:
    try:
        return version("wareloom")
    except PackageNotFoundError:  # in a Lambda layer the code lies without its wheel
        return "0"
