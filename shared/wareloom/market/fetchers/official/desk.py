"""What the counter of one marketplace's API does with a request: one question, or a few that make one page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from wareloom.kit.http.place import read_place
from wareloom.market.fetchers.official.line import Line
from wareloom.market.keys import MarketKeys


@dataclass(frozen=True)
class Brought:
    body: bytes
    url: str
    """As the vendor's own address, whoever plays the vendor."""
    pause: timedelta


class Desk(Protocol):
    def bring(self, url: str, keys: MarketKeys, line: Line) -> Brought: ...


def at(server: str | None, url: str) -> str:
    """The same at the server of our settings: the only one that a key is sent to."""
    place = read_place(url)
    return (server.rstrip("/") if server else place.origin) + place.target


def side_by_side(answers: Sequence[bytes]) -> bytes:
    """Each as it was sent."""
    return b'{"answers":[' + b",".join(answers) + b"]}"
