"""Values far out of what is usual around them, the season taken out: by how many robust deviations (median and MAD).

What scatters by the same amount all year scatters by more in logarithms where the season is low, and is no burst there.
"""

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
_LEVELS_APART = float(np.log(1.25))
"""Levels that differ by less cannot tell whether the low ones scatter more."""


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


def bursts(adjusted: Floats, taken: float = 1.0, season: Floats | None = None) -> Bursts:
    """`season` is what was taken out; `taken` is by what the variance of what is left of it is too small."""
    usual = _usual(adjusted)
    over = adjusted - usual
    deviation = max(_deviation(np.abs(over[known(over)])) * np.sqrt(taken), _LEAST_DEVIATION)
    wider = 1.0 if season is None else _wider_below(usual + season, np.abs(over))
    return Bursts(over / (deviation * wider), over, deviation)


def _wider_below(levels: Floats, off: Floats) -> Floats:
    """By how much more a value scatters than one at the middle level: for counts up to the root of how much lower it
    stands, for what scatters by the same amount everywhere up to as many times. Never less than one."""
    there = known(levels) & known(off)
    middle = float(np.median(levels[there])) if there.any() else 0.0
    low, high = there & (levels < middle), there & (levels > middle)
    if not (low.any() and high.any()):
        return np.ones(len(levels))
    apart = float(np.median(levels[high]) - np.median(levels[low]))
    scatter_low, scatter_high = float(np.median(off[low])), float(np.median(off[high]))
    if apart < _LEVELS_APART or scatter_low <= scatter_high:
        return np.ones(len(levels))
    power = min(np.log(scatter_low / max(scatter_high, 1e-12)) / apart, 1.0)
    return np.exp(power * np.maximum(middle - levels, 0.0))


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
