"""The slope that half of all pairs of points exceed (Theil, Sen): a wild day cannot move it."""

from dataclasses import dataclass

import numpy as np

from wareloom.trends.series.numbers import Floats, pairs

CONFIDENCE_Z = 1.959964
"""95 % of a normal distribution lies within so many deviations."""


@dataclass(frozen=True, slots=True)
class Slope:
    """Per unit of `at`, with the ends of its 95 % confidence interval."""

    slope: float
    low: float
    high: float


def pair_slopes(at: Floats, values: Floats) -> Floats:
    """Of every two points, in order."""
    first, second = pairs(len(values))
    return np.sort((values[second] - values[first]) / (at[second] - at[first]))


def middle(ordered: Floats) -> float:
    """The median of what is in order already."""
    count = len(ordered)
    return float(ordered[(count - 1) // 2] + ordered[count // 2]) / 2


def theil_sen(slopes: Floats, variance: float) -> Slope:
    """`variance` is that of Kendall's S for these values: what correlates in time makes the interval wider (Sen)."""
    reach, pairs = CONFIDENCE_Z * np.sqrt(variance), len(slopes)
    low = max(round((pairs - reach) / 2) - 1, 0)
    high = min(round((pairs + reach) / 2), pairs - 1)
    return Slope(middle(slopes), float(slopes[low]), float(slopes[high]))
