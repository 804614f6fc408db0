"""A series on its own regular grid: what was told of one term, from its first known value to its last."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from wareloom.trends.series.numbers import Floats, known
from wareloom.trends.series.spacing import grid_places, step_of
from wareloom.trends.series.step import Moments, Step


@dataclass(frozen=True, slots=True)
class Series:
    term: str
    step: Step
    last: np.datetime64
    values: Floats
    """One per step, the last at `last`; NaN is a gap. Empty where nothing is known."""
    form: str
    """How its dates are written, for strftime."""

    @property
    def known(self) -> int:
        return int(known(self.values).sum())

    def ahead(self, count: int) -> Moments:
        """The next dates."""
        return self.step.after(self.last, count)


def series_of(term: str, told: Sequence[tuple[datetime, float | None]], form: str = "%Y-%m-%d") -> Series:
    """In any order; None is a date of which nothing is known. Two values of one step are averaged."""
    dates = np.array([np.datetime64(when, "s") for when, _ in told])
    values = np.array([np.nan if value is None else value for _, value in told])
    order = np.argsort(dates, kind="stable")
    dates, values = dates[order], values[order]
    step = step_of(dates)
    dates, values = dates[known(values)], values[known(values)]
    if not len(values):
        return Series(term, step, np.datetime64(0, "s"), values, form)
    places = grid_places(dates, step)
    count = np.bincount(places)
    total = np.bincount(places, weights=values)
    return Series(term, step, dates[-1], np.where(count > 0, total / np.maximum(count, 1), np.nan), form)
