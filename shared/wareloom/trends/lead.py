"""Which of two sources moved first, and by how many days: with an interval, or not at all.

Both are taken as growth from week to week, so that neither weekdays nor a common slope look like an echo. For each lag
the two are correlated where both are known; the lag that fits best is drawn again from whole weeks of the days (a block
bootstrap), and whether it fits at all is asked of series that are as restless and have nothing to do with the first.
"""

from dataclasses import dataclass

import numpy as np

from wareloom.trends.series.numbers import Floats, Integers

WEEK = 7
MOST = 28
"""Days: what leads by more can no longer be told from a season."""
_FEWEST = 90
"""Days on which both are known."""
_BLOCK = 14
_DRAWS = 200


@dataclass(frozen=True, slots=True)
class Lead:
    days: int
    """By which the first one is ahead; negative where the second one is."""
    low: int
    high: int
    """Between them lie 80 % of the draws."""
    correlation: float
    p: float
    """How often a stranger, as restless as the second one, fits as well."""


def lead(first: Floats, second: Floats, *, seed: int = 7) -> Lead | None:
    """Day by day, as long as each other; NaN is a gap. None where too little is known of both."""
    one, other = _growth(first), _growth(second)
    both = int((np.isfinite(one) & np.isfinite(other)).sum())
    if both < _FEWEST:
        return None
    one, other = _standard(one), _standard(other)
    products = _products(one, other)
    fits = _fits(products.sum(axis=0), np.isfinite(_windows(one, other)).sum(axis=0))
    best = int(np.argmax(fits))
    dice = np.random.default_rng(seed)
    low, high = np.quantile(_drawn(products, one, other, dice), [0.1, 0.9], method="nearest")
    chance = _by_chance(one, other, float(fits[best]), dice)
    return Lead(best - MOST, int(low) - MOST, int(high) - MOST, float(fits[best]), chance)


def _growth(values: Floats) -> Floats:
    """Of a week's mean against the mean of the week before, in logarithms."""
    known = np.isfinite(values)
    signal = np.log1p(np.where(known, np.maximum(values, 0), 0.0))
    weight = np.convolve(known, np.ones(WEEK), mode="valid")
    total = np.convolve(np.where(known, signal, 0.0), np.ones(WEEK), mode="valid")
    mean = np.where(weight >= WEEK / 2, total / np.maximum(weight, 1), np.nan)
    return mean[WEEK:] - mean[:-WEEK]


def _standard(values: Floats) -> Floats:
    spread = np.nanstd(values)
    return (values - np.nanmean(values)) / (spread if spread > 0 else 1.0)


def _windows(one: Floats, other: Floats) -> Floats:
    """For each day of the first and each lag, the product's second part: the other one so many days later."""
    padded = np.pad(other, MOST, constant_values=np.nan)
    later = np.lib.stride_tricks.sliding_window_view(padded, 2 * MOST + 1)
    return np.where(np.isfinite(one)[:, None], later, np.nan)


def _products(one: Floats, other: Floats) -> Floats:
    return np.nan_to_num(one[:, None] * _windows(one, other))


def _fits(sums: Floats, counts: Integers) -> Floats:
    """Where few days meet, a fit is worth less."""
    return sums / np.maximum(counts, _FEWEST // 2)


def _drawn(products: Floats, one: Floats, other: Floats, dice: np.random.Generator) -> Integers:
    known = np.isfinite(_windows(one, other)).astype(float)
    days = len(products)
    starts = dice.integers(0, max(days - _BLOCK, 1), size=(_DRAWS, -(-days // _BLOCK)))
    places = (starts[:, :, None] + np.arange(_BLOCK)).reshape(_DRAWS, -1)[:, :days] % days
    sums = np.array([products[place].sum(axis=0) for place in places])
    counts = np.array([known[place].sum(axis=0) for place in places])
    return np.argmax(sums / np.maximum(counts, _FEWEST // 2), axis=1)


def _by_chance(one: Floats, other: Floats, fit: float, dice: np.random.Generator) -> float:
    wrong = [_best_fit(one, _stranger(other, dice)) for _ in range(_DRAWS)]
    return (1 + sum(each >= fit for each in wrong)) / (1 + len(wrong))


def _stranger(values: Floats, dice: np.random.Generator) -> Floats:
    """As restless and as slow as these, at other times: the same waves, each begun anywhere. Gaps stay in place."""
    waves = np.fft.rfft(np.nan_to_num(values))
    turned = np.abs(waves) * np.exp(2j * np.pi * dice.random(len(waves)))
    return np.where(np.isfinite(values), np.fft.irfft(turned, len(values)), np.nan)


def _best_fit(one: Floats, other: Floats) -> float:
    counts = np.isfinite(_windows(one, other)).sum(axis=0)
    return float(_fits(_products(one, other).sum(axis=0), counts).max())
