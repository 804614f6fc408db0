"""Which step a series' dates keep, and where on the grid of such steps each of them lies."""

import numpy as np

from wareloom.trends.series.numbers import Integers
from wareloom.trends.series.step import DAY, WEEK, Moments, Step

_BY_MONTHS = ((1, 27, 32), (2, 58, 63), (3, 88, 93), (6, 180, 185), (12, 364, 367))
"""Months, and the days that so many may last: from, and less than."""
_USUAL_MINUTES = (1, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720)
_USUAL: tuple[Step, ...] = (
    *(Step(seconds=60 * minutes) for minutes in _USUAL_MINUTES),
    Step(seconds=DAY),
    Step(seconds=WEEK),
    *(Step(months=months) for months in (1, 3, 12)),
)
_MOST = 0.5
"""A distance that so many of the dates keep is the step."""
_KEPT, _TOLD_BY_NOW = 0.7, 13
_EMPTIEST = 0.02
"""Less of the grid than this being filled, the commonest distance was a chance."""


def step_of(dates: Moments) -> Step:
    """Of dates in order. A single date is taken for one of many days."""
    apart = np.diff(np.unique(dates)).astype(np.int64)
    if not len(apart):
        return Step(seconds=DAY)
    lengths, counts = np.unique(apart, return_counts=True)
    for months, shortest, longest in _BY_MONTHS:
        alike = (lengths >= shortest * DAY) & (lengths < longest * DAY)
        if counts[alike].sum() >= _MOST * len(apart) and _kept_by_months(dates, months):
            return Step(months=months)
    commonest = int(lengths[counts.argmax()])
    regular = counts.max() >= _MOST * len(apart)
    filled = len(apart) * commonest / int(apart.sum())
    if regular and filled >= _EMPTIEST:
        return Step(seconds=commonest)
    typical = float(np.median(apart)) if filled >= _EMPTIEST else float(apart.mean())
    return min(_USUAL, key=lambda step: abs(np.log(step.days * DAY / typical)))


def _kept_by_months(dates: Moments, months: int) -> bool:
    """Every 28 days is no month: its dates keep no day, nor the month's end, and soon two would fall into one month."""
    days = np.unique(dates.astype("datetime64[D]"))
    if len(np.unique(_months(days) // months)) < len(days):
        return False
    of_month = (days - days.astype("datetime64[M]").astype(days.dtype)).astype(np.int64)
    at_end = (days + 1).astype("datetime64[M]") != days.astype("datetime64[M]")
    _, shared = np.unique(of_month, return_counts=True)
    return len(days) > _TOLD_BY_NOW or max(int(shared.max()), int(at_end.sum())) >= _KEPT * len(days)


def grid_places(dates: Moments, step: Step) -> Integers:
    """Counted from the first date, which is at 0."""
    if step.months:
        months = _months(dates)
        places = -((months[-1] - months) // step.months)
    else:
        back = (dates[-1] - dates).astype(np.int64)
        places = -((back + step.seconds // 2) // step.seconds)
    return places - places[0]


def _months(dates: Moments) -> Integers:
    return dates.astype("datetime64[M]").astype(np.int64)
