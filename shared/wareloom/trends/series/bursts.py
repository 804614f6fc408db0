"""Values far out of what is usual around them, the season taken out: by how many robust deviations (median and MAD)."""

from dataclasses import dataclass

import numpy as np

from wareloom.trends.series.numbers import Floats, Integers, known

_AROUND = 12
"""Neighbours to either side that say what is usual."""
_MEDIAN_TO_DEVIATION = 1.4826
_FARTHEST = 50
"""One in so many may be a burst itself."""
_LEAST_DEVIATION = 0.05
"""In logarithms: where all is calm, a twentieth more is no burst yet."""
FAR = 5.0
_NOTABLE = float(np.log(1.25))


@dataclass(frozen=True, slots=True)
class Bursts:
    z: Floats
    """Per step; NaN at a gap."""
    over: Floats
    """How much above what is usual, in logarithms."""
    deviation: float
    """What is usual to be off by."""

    @property
    def up(self) -> Integers:
        """Where it is far above the usual, and at least a quarter of it."""
        return np.flatnonzero((self.z >= FAR) & (self.over >= _NOTABLE))

    @property
    def down(self) -> Integers:
        return np.flatnonzero((self.z <= -FAR) & (self.over <= -_NOTABLE))


def bursts(adjusted: Floats, taken: float = 1.0) -> Bursts:
    """`taken` is by what the variance of what is left of a season is too small."""
    over = adjusted - _usual(adjusted)
    deviation = max(_deviation(np.abs(over[known(over)])) * np.sqrt(taken), _LEAST_DEVIATION)
    return Bursts(over / deviation, over, deviation)


def _deviation(off: Floats) -> float:
    """By the median. Where most are not off at all it is by the squares of the others, without the very farthest."""
    if not off.size:
        return 0.0
    ordered = np.sort(off)[: len(off) - max(len(off) // _FARTHEST, 1)]
    return _MEDIAN_TO_DEVIATION * float(np.median(off)) or float(np.sqrt((ordered**2).sum() / len(off)))


def _usual(values: Floats) -> Floats:
    """The median of the neighbours, without the value itself."""
    if not values.size:
        return values
    padded = np.pad(values, _AROUND, constant_values=np.nan)
    around = np.lib.stride_tricks.sliding_window_view(padded, 2 * _AROUND + 1)
    others = np.delete(around, _AROUND, axis=1)
    ordered = np.sort(others, axis=1)  # what is unknown comes last
    count = known(others).sum(axis=1)
    each = np.arange(len(values))
    low, high = np.maximum((count - 1) // 2, 0), np.minimum(count // 2, 2 * _AROUND - 1)
    return np.where(count > 0, (ordered[each, low] + ordered[each, high]) / 2, np.nan)
