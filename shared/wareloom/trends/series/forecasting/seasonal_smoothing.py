"""Holt and Winters' additive season without a trend: a level and a season that both follow what comes."""

from itertools import product

import numpy as np

from wareloom.trends.series.forecasting.smoothing import first_known
from wareloom.trends.series.numbers import Floats, known, mean_of_known, places

_ALPHA, _GAMMA = np.array(list(product((0.03, 0.1, 0.25, 0.5, 0.8), (0.05, 0.15, 0.3, 0.5)))).T
"""How fast the level follows, and how fast the season."""


def following_season(rows: Floats, period: int, steps: int) -> Floats:
    """Rows must hold two seasons: these two begin it."""
    count, length = rows.shape
    start, season = _beginning(rows, period)
    level = np.repeat(start[:, None], len(_ALPHA), axis=1)
    seasons = np.repeat(season.T[:, :, None], len(_ALPHA), axis=2)
    wrong = np.zeros_like(level)
    error, share = np.zeros_like(level), np.zeros_like(level)
    there = np.ascontiguousarray(known(rows).T).astype(np.float64)
    told = np.ascontiguousarray(np.where(known(rows), rows, 0.0).T)
    for step, (now, counts) in enumerate(zip(told[:, :, None], there[:, :, None], strict=True)):
        phase = seasons[step % period]
        np.subtract(now, level, out=error)
        np.subtract(error, phase, out=error)
        np.multiply(error, counts, out=error)
        wrong += np.multiply(error, error, out=share)
        level += np.multiply(error, _ALPHA, out=share)
        phase += np.multiply(error, _GAMMA * (1 - _ALPHA), out=share)
    each, best = places(count), wrong.argmin(axis=1)
    phases = (length + np.arange(steps)) % period
    return level[each, best][:, None] + seasons[phases[None, :], each[:, None], best[:, None]]


def _beginning(rows: Floats, period: int) -> tuple[Floats, Floats]:
    """The first level, and the first season by phase counted from the first column."""
    first = first_known(rows)[:, None]
    at = np.minimum(first + np.arange(2 * period), rows.shape[1] - 1)
    two = np.take_along_axis(rows, at, axis=1)
    level = mean_of_known(two, axis=1)
    season = mean_of_known(two.reshape(len(rows), 2, period), axis=1) - level[:, None]
    by_phase = np.empty_like(season)
    np.put_along_axis(by_phase, (first + np.arange(period)) % period, np.where(np.isnan(season), 0.0, season), axis=1)
    return level, by_phase
