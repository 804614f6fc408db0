"""A host that fails again and again is left alone, then asked once, and only then asked as before.

Closed: asked as usual. Open: not asked at all. Half-open, when the time is over: the next one asks for everybody, and
what comes of it decides. Remembered per process: a cold start begins closed, and learns from its own failures.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock

from wareloom.kit import clock
from wareloom.kit.http.pace import NotYet

FAILURES = 5
"""In a row, until the circuit opens."""
FIRST_OPEN = timedelta(seconds=30)
LONGEST_OPEN = timedelta(minutes=15)
_MOST_HOSTS = 1000


@dataclass
class _Circuit:
    failures: int = 0
    openings: int = 0
    open_until: datetime | None = None


class Circuits:
    def __init__(self, longer: Callable[[timedelta], timedelta] = lambda wait: wait) -> None:
        """`longer` spreads the ends of openings, so that processes do not all come back at once."""
        self._circuits: dict[str, _Circuit] = {}
        self._longer = longer
        self._lock = Lock()

    def check(self, host: str) -> None:
        """NotYet, with the time until then, while the host is left alone. Claims nothing."""
        circuit = self._circuits.get(host)
        if circuit and circuit.open_until and (left := circuit.open_until - clock.now()) > timedelta():
            raise NotYet(f"{host} failed or refused us again and again and is left alone.", retry_after=left)

    def enter(self, host: str) -> None:
        """Half-open, the first to enter is the only one: the others are refused until the answer is known."""
        with self._lock:
            self.check(host)
            circuit = self._circuits.get(host)
            if circuit and circuit.open_until:
                circuit.open_until = clock.now() + FIRST_OPEN

    def succeeded(self, host: str) -> None:
        with self._lock:
            self._circuits.pop(host, None)

    def failed(self, host: str) -> None:
        with self._lock:
            circuit = self._circuit(host)
            circuit.failures += 1
            if circuit.failures >= FAILURES:
                self._open(circuit)

    def trip(self, host: str) -> None:
        """Opens at once: the host has said clearly that it does not want us now."""
        with self._lock:
            circuit = self._circuit(host)
            circuit.failures = max(FAILURES, circuit.failures)
            self._open(circuit)

    def _open(self, circuit: _Circuit) -> None:
        wait = min(LONGEST_OPEN, FIRST_OPEN * 2 ** min(circuit.openings, 10))
        circuit.openings += 1
        circuit.open_until = clock.now() + self._longer(wait)

    def _circuit(self, host: str) -> _Circuit:
        if len(self._circuits) >= _MOST_HOSTS:
            now = clock.now()
            kept = {name: one for name, one in self._circuits.items() if one.open_until and one.open_until > now}
            self._circuits = kept
        return self._circuits.setdefault(host, _Circuit())
