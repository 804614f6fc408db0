"""The arrays that everything here is made of. NaN is what nobody measured: a gap, never a zero."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]


def known(values: Floats) -> Flags:
    return ~np.isnan(values)


def steps(count: int) -> Floats:
    """0, 1, 2, …"""
    return np.arange(count, dtype=np.float64)


def places(count: int) -> Integers:
    """The same, to count columns by."""
    return np.arange(count, dtype=np.int64)


@lru_cache(maxsize=512)
def pairs(count: int) -> tuple[Integers, Integers]:
    """Every two of so many, the earlier and the later."""
    first, second = np.triu_indices(count, k=1)
    return first.astype(np.int64), second.astype(np.int64)


def mean_of_known(values: Floats, axis: int) -> Floats:
    """NaN where nothing is known, without a warning about it."""
    there = known(values)
    total = np.where(there, values, 0.0).sum(axis=axis)
    count = there.sum(axis=axis)
    return np.where(count > 0, total / np.maximum(count, 1), np.nan)
