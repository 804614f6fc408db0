"""The simulated world's identity, its calendar and its chances: all that happens follows from these three settings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from hashlib import blake2b
from math import exp
from random import Random
from typing import Self, TypeVar

from wareloom.kit.settings import SampleSettings

_DAY = timedelta(days=1)
_MOST_EVENTS = 500
_T = TypeVar("_T")


@dataclass(frozen=True)
class World:
    seed: int
    first_day: date
    offers: int

    @classmethod
    def of(cls, settings: SampleSettings) -> Self:
        first_day = settings.first_day
        return cls(
            seed=int(settings.seed),
            first_day=first_day if isinstance(first_day, date) else date.fromisoformat(first_day),
            offers=int(settings.offers),
        )

    def day_of(self, moment: datetime) -> float:
        """Days since the world began, with the part of the day gone by."""
        return (moment - self.midnight(0)) / _DAY

    def midnight(self, day: int) -> datetime:
        return datetime.combine(self.first_day, time(), UTC) + day * _DAY

    def number(self, *names: object) -> int:
        """A number that belongs to these names in this world, on every machine and in every version of Python."""
        spelled = "/".join(str(name) for name in (self.seed, self.first_day, self.offers, *names))
        return int.from_bytes(blake2b(spelled.encode(), digest_size=8).digest())

    def chances(self, *names: object) -> Random:
        """Only its random() may be used: the other methods are free to change with the version of Python."""
        return Random(self.number(*names))  # noqa: S311 - a simulation must repeat itself


def bell(chances: Random) -> float:
    """Close to the standard normal distribution, and never beyond three."""
    return 2 * (chances.random() + chances.random() + chances.random()) - 3


def poisson(expected: float, chance: float) -> int:
    """How many events happen when `expected` are, for a chance between 0 and 1."""
    share = exp(-expected)
    count = 0
    while chance > share and count < _MOST_EVENTS:
        chance -= share
        count += 1
        share *= expected / count
    return count


def pick(chances: Random, options: Sequence[_T]) -> _T:
    return options[int(chances.random() * len(options))]
