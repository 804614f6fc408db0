"""The courses that demand for a niche can take: how many times its quiet level it stands at on a day."""

from dataclasses import dataclass
from datetime import date, timedelta
from math import exp
from typing import ClassVar, Literal, Protocol

Kind = Literal["rise", "fall", "season", "spike", "flat"]

_YEAR = 365.25


class Course(Protocol):
    kind: ClassVar[Kind]

    def level(self, on: date, /) -> float: ...


@dataclass(frozen=True)
class Rise:
    """From one to `gain` along a logistic curve; long after, interest wears off by up to half."""

    kind: ClassVar[Kind] = "rise"
    middle: date
    width: float
    gain: float

    def level(self, on: date, /) -> float:
        since_middle = (on - self.middle).days
        # The bound keeps exp() from overflowing in a world that began long before its rise.
        grown = 1 / (1 + exp(min(700.0, -since_middle / self.width)))
        wearing_off = 0.5 + 0.5 * exp(-max(0.0, since_middle - 6 * self.width) / 400)
        return 1 + (self.gain - 1) * grown * wearing_off


@dataclass(frozen=True)
class Fall:
    """From `before` down to one: what is left is halved every `half_life` days."""

    kind: ClassVar[Kind] = "fall"
    start: date
    half_life: float
    before: float

    def level(self, on: date, /) -> float:
        return 1 + (self.before - 1) * 0.5 ** (max(0, (on - self.start).days) / self.half_life)


@dataclass(frozen=True)
class Season:
    """One, and up to `height` times that around the same day of every year."""

    kind: ClassVar[Kind] = "season"
    year_day: int
    width: float
    height: float

    def level(self, on: date, /) -> float:
        away = (on.timetuple().tm_yday - self.year_day + _YEAR / 2) % _YEAR - _YEAR / 2
        return 1 + (self.height - 1) * exp(-((away / self.width) ** 2) / 2)


@dataclass(frozen=True)
class Spike:
    """One, but for a single burst of a day or two."""

    kind: ClassVar[Kind] = "spike"
    start: date
    days: int
    height: float

    def level(self, on: date, /) -> float:
        return self.height if self.start <= on < self.start + timedelta(days=self.days) else 1.0


@dataclass(frozen=True)
class Flat:
    kind: ClassVar[Kind] = "flat"

    def level(self, _on: date, /) -> float:
        return 1.0
