"""The base floor: the least that a signal counts as, so that nothing and next to nothing are no infinite growth.

    floor  = max(half the least positive value, 2 % of the mean)        of the series' own known values
    signal = log(max(value, floor))
    growth = (end − start) / start                                      of the line fitted to the signal, as values

A share of the series itself, not a number of ours: a series told in dozens grows as the same told in pieces does.
"""

import numpy as np

from wareloom.trends.series.numbers import Floats

_OF_THE_LEAST = 0.5
_OF_THE_MEAN = 0.02


def base_floor(values: Floats) -> Floats:
    """One per row; 1 where a row is nothing but zeros, whose signal is flat then."""
    positive = np.where(values > 0, values, np.inf)
    least = positive.min(axis=-1, initial=np.inf)
    total = np.where(values > 0, values, 0.0).sum(axis=-1)
    count = np.maximum((values >= 0).sum(axis=-1), 1)
    floor = np.maximum(_OF_THE_LEAST * least, _OF_THE_MEAN * total / count)
    return np.where(np.isfinite(floor), floor, 1.0)


def signal(values: Floats, floor: Floats) -> Floats:
    return np.log(np.maximum(values, floor[..., None]))


def growth(slope: float, length: float) -> float:
    """(end − start) / start over `length` of a line in logarithms that climbs by `slope` per unit."""
    return float(np.expm1(slope * length))
