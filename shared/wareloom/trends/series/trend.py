"""The trend of one stretch: how steep, between which bounds, and whether it is more than chance."""

from dataclasses import dataclass

import numpy as np

from wareloom.trends.series.kendall import Test, mann_kendall, seasonal_kendall
from wareloom.trends.series.numbers import Floats, known
from wareloom.trends.series.slope import Slope, middle, pair_slopes, theil_sen

FEWEST_POINTS = 5
CYCLES = 8
"""So many whole cycles are compared phase by phase; of fewer the season is taken out instead."""


@dataclass(frozen=True, slots=True)
class Trend:
    slope: Slope
    """Per step, of signals."""
    p: float
    points: int
    steps: int
    """From the first to the last."""

    @property
    def change(self) -> float:
        """Of the fitted line over the stretch, in logarithms."""
        return self.slope.slope * self.steps


def trend_of(signals: Floats, taken: float = 1.0, season: int = 0) -> Trend | None:
    """None where fewer than five points, or than half, are known. A `season` still in the signals is tested by phases.

    `taken` is by what the variance of the signals is too small.
    """
    there = known(signals)
    points = int(there.sum())
    if points < FEWEST_POINTS or 2 * points < len(signals):
        return None
    at = np.flatnonzero(there).astype(np.float64)
    values = signals[there]
    slopes = pair_slopes(at, values)
    test = _by_phases(signals, season) or mann_kendall(values, middle(slopes), at, taken)
    return Trend(theil_sen(slopes, test.variance), test.p, points, len(signals) - 1)


def _by_phases(signals: Floats, season: int) -> Test | None:
    cycles = len(signals) // season if season else 0
    if cycles < CYCLES or not known(signals).all():
        return None
    return seasonal_kendall(signals[len(signals) - cycles * season :].reshape(cycles, season))
