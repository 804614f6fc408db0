"""One page's way through its redirects: every hop is checked, allowed and paced before it is asked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from wareloom.kit.errors import Rejected
from wareloom.kit.http.conduct import Conduct
from wareloom.kit.http.deadline import Deadline
from wareloom.kit.http.errand import Errand, Reply
from wareloom.kit.http.guard import Resolve, is_loopback, open_addresses
from wareloom.kit.http.place import Place, redirected
from wareloom.kit.http.robots import Rules
from wareloom.kit.http.verdict import failure
from wareloom.kit.http.wire import Wire

MOST_REDIRECTS = 5
_REDIRECTS = {301, 302, 303, 307, 308}


@dataclass(frozen=True)
class Arrived:
    place: Place
    """Where the redirects ended."""
    reply: Reply
    pause: timedelta


@dataclass(frozen=True)
class Trip:
    wire: Wire
    conduct: Conduct
    resolve: Resolve
    loopback: bool
    deadline: Deadline

    def take(self, place: Place, errand: Errand, rules_of: Callable[[Place], Rules]) -> Arrived:
        """To the page, or the failure that its status means."""
        pause = self.conduct.manners.pause

        def ask(there: Place, addresses: Sequence[str], asked: Errand) -> Reply:
            nonlocal pause
            self.conduct.check(there.authority)
            rules = rules_of(there)
            rules.check(there)
            pause = max(self.conduct.manners.pause, rules.delay)
            with self.conduct.turn(there.authority, timedelta(seconds=self.deadline.left()), pause):
                reply = self.wire.ask(there, addresses, asked, self.deadline)
                if reply.status in _REDIRECTS:
                    self.conduct.redirected(there.authority)
                    return reply
                if refused := failure(reply.status, reply.headers, there.shown, conditional=asked.conditional):
                    raise refused
                self.conduct.answered(there.authority, pause)
                return reply

        arrived, reply = self._follow(place, errand, ask)
        return Arrived(arrived, reply, pause)

    def peek(self, place: Place, errand: Errand) -> Reply:
        """What is there, whatever its status, without rules or pauses: for the rules themselves."""
        return self._follow(
            place, errand, lambda there, addresses, asked: self.wire.ask(there, addresses, asked, self.deadline)
        )[1]

    def _follow(
        self, place: Place, errand: Errand, ask: Callable[[Place, Sequence[str], Errand], Reply]
    ) -> tuple[Place, Reply]:
        loopback = self.loopback
        for _ in range(MOST_REDIRECTS + 1):
            addresses = open_addresses(place, self.resolve, loopback=loopback)
            # A public page must not send us to this machine, even where this machine's own pages may be read.
            loopback = loopback and all(is_loopback(address) for address in addresses)
            reply = ask(place, addresses, errand)
            if reply.status not in _REDIRECTS:
                return place, reply
            there = redirected(place, reply.headers.get("location", ""))
            errand = errand.at_another_address() if there.origin == place.origin else errand.for_another()
            place = there
        raise Rejected(f"{place.shown} redirects more than {MOST_REDIRECTS} times.")
