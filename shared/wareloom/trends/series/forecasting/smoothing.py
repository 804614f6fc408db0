"""Exponential smoothing of many rows under many parameters at once: level, damped trend, and how well each foretold.

The parameters of a row are those that foretold its own past best, one step ahead. A gap is passed over on the level.
"""

from typing import NamedTuple

import numpy as np

from wareloom.trends.series.numbers import Floats, Integers, known, mean_of_known, places

_BEGINNING = 5
"""So many first values make the first level."""


class Smoothing(NamedTuple):
    alpha: float
    beta: float = 0.0
    """0 is no trend."""
    phi: float = 1.0
    """What of the trend is left after a step."""


LEVELS = tuple(Smoothing(alpha) for alpha in (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.99))
DAMPED = tuple(
    Smoothing(alpha, alpha * beta, phi)
    for alpha in (0.1, 0.3, 0.6, 0.9)
    for beta in (0.05, 0.2)
    for phi in (0.8, 0.9, 0.97)
)


class Smoothed(NamedTuple):
    """Each one number per row."""

    level: Floats
    trend: Floats
    alpha: Floats
    phi: Floats


def smoothed(rows: Floats, among: tuple[Smoothing, ...]) -> Smoothed:
    alpha, beta, phi = (np.array(each) for each in zip(*among, strict=True))
    level = np.repeat(_first_level(rows)[:, None], len(among), axis=1)
    trend, wrong, error, share = (np.zeros_like(level) for _ in range(4))
    there = np.ascontiguousarray(known(rows).T).astype(np.float64)
    told = np.ascontiguousarray(np.where(known(rows), rows, 0.0).T)
    for now, counts in zip(told[:, :, None], there[:, :, None], strict=True):
        np.multiply(trend, phi, out=trend)
        np.add(level, trend, out=level)
        np.subtract(now, level, out=error)
        np.multiply(error, counts, out=error)
        wrong += np.multiply(error, error, out=share)
        level += np.multiply(error, alpha, out=share)
        trend += np.multiply(error, beta, out=share)
    best = wrong.argmin(axis=1)
    each = places(len(rows))
    return Smoothed(level[each, best], trend[each, best], alpha[best], phi[best])


def first_known(rows: Floats) -> Integers:
    return known(rows).argmax(axis=1)


def _first_level(rows: Floats) -> Floats:
    at = first_known(rows)[:, None] + np.arange(_BEGINNING)
    return mean_of_known(np.take_along_axis(rows, np.minimum(at, rows.shape[1] - 1), axis=1), axis=1)
