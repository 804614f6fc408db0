"""How far apart a series' dates are, and its seasons counted in such steps."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

DAY = 86_400
WEEK = 7 * DAY
_YEAR_DAYS = 365.25
_MONTHS_A_YEAR = 12
_MOST_PHASES = 1_100
"""Nobody has the years to tell a season of more steps than this from chance."""
_NAMES = {
    (0, 60): "minute",
    (0, 3_600): "hour",
    (0, DAY): "day",
    (0, WEEK): "week",
    (1, 0): "month",
    (3, 0): "quarter",
    (12, 0): "year",
}
Moments = NDArray[np.datetime64]


@dataclass(frozen=True, slots=True)
class Season:
    every: str
    """The day, week or year that it repeats with."""
    steps: int


@dataclass(frozen=True, slots=True)
class Step:
    """Either whole months, or seconds; the other is zero."""

    months: int = 0
    seconds: int = 0

    @property
    def days(self) -> float:
        return self.months * _YEAR_DAYS / _MONTHS_A_YEAR if self.months else self.seconds / DAY

    @property
    def name(self) -> str:
        return _NAMES.get((self.months, self.seconds)) or self._counted()

    def _counted(self) -> str:
        if self.months:
            return f"{self.months} months"
        for unit, name in ((DAY, "days"), (3_600, "hours"), (60, "minutes")):
            if self.seconds % unit == 0:
                return f"{self.seconds // unit} {name}"
        return f"{self.seconds} seconds"

    @property
    def seasons(self) -> tuple[Season, ...]:
        """The longest first."""
        if self.months:
            return (Season("year", _MONTHS_A_YEAR // self.months),) if 2 * self.months <= _MONTHS_A_YEAR else ()
        whole = [("day", DAY), ("week", WEEK)]
        within = [Season(every, long // self.seconds) for every, long in whole if long % self.seconds == 0]
        year = Season("year", round(_YEAR_DAYS * DAY / self.seconds))
        return tuple(one for one in (year, *within[::-1]) if 2 <= one.steps <= _MOST_PHASES)

    @property
    def periods(self) -> tuple[int, ...]:
        return tuple(season.steps for season in self.seasons)

    def until(self, last: np.datetime64, count: int) -> Moments:
        """So many dates, the last of them `last`."""
        back = np.arange(count)[::-1]
        if not self.months:
            return last - back * np.timedelta64(self.seconds, "s")
        return _kept(last, last.astype("datetime64[M]") - back * self.months)

    def after(self, last: np.datetime64, count: int) -> Moments:
        """The next dates."""
        ahead = np.arange(1, count + 1)
        if not self.months:
            return last + ahead * np.timedelta64(self.seconds, "s")
        return _kept(last, last.astype("datetime64[M]") + ahead * self.months)


def _kept(like: np.datetime64, months: Moments) -> Moments:
    """Months keep their day as far as they have it; who is at a month's end stays at ends."""
    month, day = like.astype("datetime64[M]"), like.astype("datetime64[D]")
    lasting = ((months + 1).astype("datetime64[D]") - months.astype("datetime64[D]")).astype(np.int64)
    into = int((day - month.astype("datetime64[D]")).astype(np.int64))
    at_end = into + 1 == int(((month + 1).astype("datetime64[D]") - month.astype("datetime64[D]")).astype(np.int64))
    days = lasting - 1 if at_end else np.minimum(lasting - 1, into)
    time = int((like - day.astype("datetime64[s]")).astype(np.int64))
    return months.astype("datetime64[s]") + (days * DAY + time).astype("timedelta64[s]")
