"""What one browser session may do at the gate, and what became of it."""

from dataclasses import dataclass, field

from wareloom.kit.errors import Failure
from wareloom.kit.http.place import Place
from wareloom.kit.http.proxies import Proxy


@dataclass(eq=False)
class Visa:
    loopback: bool
    """Whether this machine's own pages may be read. Over as soon as a public one was."""
    proxy: Proxy | None
    bytes_left: int
    refusals: dict[str, Failure] = field(default_factory=dict[str, Failure])
    """Why an authority could not be connected to."""

    def renew(self, *, loopback: bool, most_bytes: int) -> None:
        self.loopback, self.bytes_left = loopback, most_bytes
        self.refusals.clear()

    def spend(self, count: int) -> bool:
        """False when more came than was agreed."""
        self.bytes_left -= count
        return self.bytes_left >= 0

    def refuse(self, place: Place, failure: Failure) -> None:
        self.refusals[place.authority] = failure
