"""Visits that look like one person's: one identity, one way out, one set of cookies, used for a while and let go.

Kept per process and host. A cold start loses them all: cookies that a wall once gave, and which identities it liked.
"""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock
from typing import Generic, Protocol, TypeVar

from wareloom.kit import clock
from wareloom.kit.http.proxies import Way

MOST_USES = 50
LONGEST_LIFE = timedelta(minutes=50)
MOST_ERRORS = 3.0
FORGIVEN = 0.5
"""How much of the error score a success takes away."""
_MOST_KEPT = 200


class Line(Protocol):
    def close(self) -> None: ...


AnyLine = TypeVar("AnyLine", bound=Line)


@dataclass(eq=False)
class Session(Generic[AnyLine]):
    host: str
    way: Way
    line: AnyLine
    born: datetime = field(default_factory=clock.now)
    uses: int = 0
    errors: float = 0.0
    retired: bool = False

    @property
    def usable(self) -> bool:
        young = clock.now() - self.born < LONGEST_LIFE
        return not self.retired and young and self.uses < MOST_USES and self.errors < MOST_ERRORS

    def went_well(self) -> None:
        self.errors = max(0.0, self.errors - FORGIVEN)

    def went_badly(self) -> None:
        self.errors += 1

    def retire(self) -> None:
        self.retired = True


class Sessions(Generic[AnyLine]):
    def __init__(self, opened: Callable[[str, Way], AnyLine]) -> None:
        self._opened = opened
        self._free: list[Session[AnyLine]] = []
        self._lock = Lock()

    @contextmanager
    def lent(self, host: str, way: Way) -> Generator[Session[AnyLine]]:
        """One that nobody else uses now, of the same tier, whose way out is well; else a new one."""
        session = self._found(host, way) or Session(host, way, self._opened(host, way))
        session.uses += 1
        try:
            yield session
        finally:
            self._take_back(session)

    def _found(self, host: str, way: Way) -> Session[AnyLine] | None:
        with self._lock:
            for place, one in enumerate(self._free):
                if (one.host, one.way.tier) == (host, way.tier) and one.usable and one.way.well:
                    return self._free.pop(place)
        return None

    def _take_back(self, session: Session[AnyLine]) -> None:
        with self._lock:
            everybody = [*self._free, session]
            self._free = [one for one in everybody if one.usable][-_MOST_KEPT:]
            gone = [one for one in everybody if one not in self._free]
        for one in gone:
            one.line.close()

    def close(self) -> None:
        with self._lock:
            free, self._free = self._free, []
        for session in free:
            session.line.close()
