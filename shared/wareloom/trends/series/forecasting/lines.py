"""Three modest ways on from a smoothed level, and their mean: steady, half the drift (Theta), a trend that tires."""

import numpy as np

from wareloom.trends.series.forecasting.smoothing import DAMPED, LEVELS, Smoothed, smoothed
from wareloom.trends.series.numbers import Floats, known, places


def three_lines(rows: Floats, steps: int) -> Floats:
    """The mean of the three, which seldom is the best of them and hardly ever the worst."""
    level, damped = smoothed(rows, LEVELS), smoothed(rows, DAMPED)
    return (steady(level, steps) + theta(rows, level, steps) + tiring(damped, steps)) / 3


def steady(of: Smoothed, steps: int) -> Floats:
    return np.repeat(of.level[:, None], steps, axis=1)


def theta(rows: Floats, of: Smoothed, steps: int) -> Floats:
    """Assimakopoulos and Nikolopoulos, as Hyndman and Billah write it: smoothing with half the line's drift."""
    count = known(rows).sum(axis=1)
    late = (1 - (1 - of.alpha) ** count) / of.alpha
    return of.level[:, None] + drift(rows)[:, None] / 2 * (np.arange(steps) + late[:, None])


def tiring(of: Smoothed, steps: int) -> Floats:
    left = np.cumsum(of.phi[:, None] ** np.arange(1, steps + 1), axis=1)
    return of.level[:, None] + left * of.trend[:, None]


def drift(rows: Floats) -> Floats:
    """The slope of the straight line through what is known, by least squares."""
    there = known(rows)
    count = np.maximum(there.sum(axis=1), 1)
    at = np.where(there, places(rows.shape[1]), 0.0)
    values = np.where(there, rows, 0.0)
    off = np.where(there, at - (at.sum(axis=1) / count)[:, None], 0.0)
    return (off * values).sum(axis=1) / np.maximum((off * off).sum(axis=1), 1e-12)
