"""What each phase of a season adds to a row: classical decomposition, shrunk by as much as the years disagree."""

import numpy as np

from wareloom.trends.series.numbers import Floats, known, mean_of_known

_WHOLE = 0.75
"""A moving mean over a season tells the trend where at least so much of the season is known."""


def seasonal_indices(rows: Floats, period: int) -> Floats:
    """One column per phase, the last column being the phase of the rows' last step. Zeros where two seasons are not."""
    count, length = rows.shape
    seasons = length // period
    if seasons < 2:
        return np.zeros((count, period))
    off = (rows - _moving_mean(rows, period))[:, length - seasons * period :].reshape(count, seasons, period)
    told = known(off).sum(axis=1)
    indices = np.where(told > 0, mean_of_known(off, axis=1), 0.0)
    indices = np.where(np.isnan(indices), 0.0, indices)
    indices = indices - indices.mean(axis=1, keepdims=True)
    return indices * _trusted(off, indices, told)[:, None]


def _trusted(off: Floats, indices: Floats, told: Floats) -> Floats:
    """How much of the indices' spread is more than the noise between seasons would make by itself."""
    squares = np.where(known(off), (off - mean_of_known(off, axis=1)[:, None, :]) ** 2, 0.0).sum(axis=1)
    twice = told > 1
    within = np.where(twice, squares / np.maximum(told - 1, 1), np.nan)
    noise = mean_of_known(within, axis=1)
    by_chance = np.where(np.isnan(noise), 0.0, noise) / np.maximum(told.mean(axis=1), 1)
    spread = (indices * indices).mean(axis=1)
    return np.clip(1 - by_chance / np.maximum(spread, 1e-12), 0, 1)


def _moving_mean(rows: Floats, period: int) -> Floats:
    """Centred over one season; at even periods the two ends count half."""
    weights = np.ones(period + 1 - period % 2)
    if period % 2 == 0:
        weights[0] = weights[-1] = 0.5
    told = known(rows).astype(np.float64)
    total, weight = _sums(np.where(known(rows), rows, 0.0), weights), _sums(told, weights)
    enough = weight >= _WHOLE * period
    return np.where(enough, total / np.maximum(weight, 1e-12), np.nan)


def _sums(rows: Floats, weights: Floats) -> Floats:
    """By running totals: the weights are ones but for the ends."""
    half = len(weights) // 2
    padded = np.pad(rows, ((0, 0), (half + 1, half)))
    running = np.cumsum(padded, axis=1)
    wide = running[:, 2 * half + 1 :] - running[:, : -2 * half - 1]
    if weights[0] == 1:
        return wide
    ends = padded[:, 1 : 1 + rows.shape[1]] + padded[:, 2 * half + 1 :]
    return wide - ends / 2


def without_seasons(rows: Floats, periods: tuple[int, ...], steps: int) -> tuple[Floats, Floats]:
    """The rows adjusted, longest season first, and what all seasons add to the next steps."""
    length = rows.shape[1]
    adjusted, ahead = rows, np.zeros((len(rows), steps))
    for period in periods:
        indices = seasonal_indices(adjusted, period)
        adjusted = adjusted - indices[:, (np.arange(length) - length) % period]
        ahead = ahead + indices[:, np.arange(steps) % period]
    return adjusted, ahead
