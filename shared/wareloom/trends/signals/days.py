"""What offers' walks tell of each day: how many reviews came, and what the offers cost and how they ranked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

import numpy as np

from wareloom.trends.series.numbers import Floats, Integers, known, places
from wareloom.trends.signals.walks import Walks

_DAY = 86_400
_DIGITS = 9
"""Beyond them, one day's reviews differ from another's only by the order in which sums were made."""
_QUARTERS, _MIDDLE = (0.25, 0.5, 0.75), (0.5,)


@dataclass(frozen=True, slots=True)
class Days:
    """So many from the first one on, for so many pairs. A cell is a pair's day: all days of the first pair first."""

    first: date
    count: int
    pairs: int

    @property
    def cells(self) -> int:
        return self.pairs * self.count

    @property
    def _before(self) -> int:
        """Days of the epoch that were over."""
        return (self.first - date(1970, 1, 1)).days

    def number(self, moments: Floats) -> Integers:
        """Counted from the first; what was before is below zero."""
        return np.floor_divide(moments, _DAY).astype(np.int64) - self._before

    def begin(self, day: Integers) -> Floats:
        return (_DAY * (day + self._before)).astype(np.float64)


@dataclass(frozen=True, slots=True, eq=False)
class Stretches:
    """Some things that each hold for some days on end."""

    pair: Integers
    day: Integers
    """The first one's number."""
    days: Integers

    @classmethod
    def joined(cls, those: Sequence["Stretches"]) -> Self:
        nothing = places(0)
        columns = [(one.pair, one.day, one.days) for one in those] or [(nothing, nothing, nothing)]
        return cls(*(np.concatenate(column) for column in zip(*columns, strict=True)))

    def spread(self, over: Days) -> tuple[Integers, Integers, Integers]:
        """One entry a day, of those that are asked about: which thing it is of, its cell and its day's number."""
        wide = np.maximum(self.days, 0)
        each = np.repeat(places(len(wide)), wide)
        day = self.day[each] + places(len(each)) - np.repeat(np.cumsum(wide) - wide, wide)
        within = (day >= 0) & (day < over.count)
        each, day = each[within], day[within]
        return each, self.pair[each] * over.count + day, day


def gained(walks: Walks, over: Days) -> Floats:
    """Reviews by cell. What came between two looks is spread over the time between; what shops take away is nothing."""
    more = np.where(walks.goes_on, walks.reviews - np.roll(walks.reviews, 1), np.nan)
    since = np.where(known(walks.before), walks.before, np.roll(walks.seen, 1))
    there = more > 0
    more, since, until = more[there], since[there], walks.seen[there]
    first = over.number(since)
    each, cell, day = Stretches(walks.pair[there], first, over.number(until) - first + 1).spread(over)
    begin, lasting = over.begin(day), (until - since)[each]
    within = np.minimum(until[each], begin + _DAY) - np.maximum(since[each], begin)
    share = np.divide(within, lasting, out=np.ones(len(each)), where=lasting != 0)
    return np.bincount(cell, weights=more[each] * share, minlength=over.cells).astype(np.float64)


def rounded(reviews: Floats) -> Floats:
    return np.round(reviews, _DIGITS)


class Levels:
    """What offers cost and how they ranked on each day: as they were last seen to."""

    def __init__(self, over: Days) -> None:
        self._over = over
        self._held: list[Stretches] = []
        self._prices, self._ranks = [np.zeros(0)], [np.zeros(0)]

    def add(self, walks: Walks) -> None:
        """From each look to the day before the next one, or before the offer was last met."""
        first = self._over.number(walks.seen)
        another = np.append(walks.goes_on[1:], False)
        after = self._over.number(np.where(another, np.roll(walks.seen, -1), walks.last_seen))
        self._held.append(Stretches(walks.pair, first, np.maximum(after - first, 1)))
        self._prices.append(walks.prices)
        self._ranks.append(walks.ranks)

    def told(self) -> tuple[Floats, Floats]:
        """Quarters of the prices, and the middle rank, by cell."""
        each, cells, _days = Stretches.joined(self._held).spread(self._over)
        prices, ranks = np.concatenate(self._prices)[each], np.concatenate(self._ranks)[each]
        count = self._over.cells
        return quantiles(cells, prices, count, _QUARTERS), quantiles(cells, ranks, count, _MIDDLE)[:, 0]


def quantiles(cells: Integers, values: Floats, count: int, shares: Sequence[float]) -> Floats:
    """Cell by cell, as SQL's percentile_cont tells them; NaN where nothing is known."""
    there = known(values)
    cells, values = cells[there], values[there]
    ordered, rank = np.unique(values, return_inverse=True)
    inner = ordered[np.sort(cells * len(ordered) + rank) % max(len(ordered), 1)]
    sizes = np.bincount(cells, minlength=count)
    some = sizes > 0
    begins = (np.cumsum(sizes) - sizes)[some, None]
    at = np.array(shares) * (sizes[some, None] - 1)
    below = np.floor(at).astype(np.int64)
    low, high = inner[begins + below], inner[begins + np.ceil(at).astype(np.int64)]
    found = np.full((count, len(shares)), np.nan)
    found[some] = low + (high - low) * (at - below)
    return found
