"""Whether a series goes one way more often than chance would have it (Mann and Kendall).

Days resemble their neighbours, and so chance goes one way for a while. Hamed and Rao widen the variance by the
significant correlations of the ranks, once the slope is taken out. Two things are stricter here: the variance is never
narrowed, and it is widened at least as a first-order process asks whose correlation is set right for the slope taken
out, which hides a part of it from short series.
"""

import math
from dataclasses import dataclass

import numpy as np

from wareloom.trends.series.numbers import Floats, pairs
from wareloom.trends.series.slope import CONFIDENCE_Z

_FEWEST = 4
_MOST_KEPT = 0.95
_APART = 1e-6
"""What lies nearer to its neighbour than this is as large: how numbers are rounded is no movement."""


@dataclass(frozen=True, slots=True)
class Test:
    score: float
    """Pairs that rise less pairs that fall."""
    variance: float
    p: float
    """Two-sided."""


def mann_kendall(values: Floats, slope: float = 0.0, at: Floats | None = None, widened: float = 1.0) -> Test:
    """`slope`, per unit of `at` or per step, is taken out before correlations are looked for."""
    steps = np.arange(len(values), dtype=np.float64) if at is None else at
    score = kendall_score(values)
    alike = correlations(_told_apart(values - slope * steps))
    variance = widened * plain_variance(values) * max(hamed_rao(alike), first_order(alike), 1.0)
    return Test(score, variance, two_sided(score, variance))


def _told_apart(values: Floats) -> Floats:
    """Each value's place among those that differ. Rounding would part equals wherever they lie at a rounding's edge."""
    order = np.argsort(values, kind="stable")
    places = np.zeros(len(values))
    places[order[1:]] = np.cumsum(np.diff(values[order]) > _APART)
    return places


def kendall_score(values: Floats) -> float:
    first, second = pairs(len(values))
    return float(np.sign(values[second] - values[first]).sum())


def plain_variance(values: Floats) -> float:
    """Of the score where nothing correlates; ties make it smaller."""
    count = len(values)
    _, ties = np.unique(values, return_counts=True)
    tied = float((ties * (ties - 1) * (2 * ties + 5)).sum())
    return (count * (count - 1) * (2 * count + 5) - tied) / 18


def hamed_rao(alike: Floats) -> float:
    """By what correlation changes the variance of the score, from the significant correlations of the ranks."""
    count = len(alike) + 1
    if count < _FEWEST or not alike.any():
        return 1.0
    lag = np.arange(1, count)
    significant = np.abs(alike) > CONFIDENCE_Z / math.sqrt(count)
    weighed = (count - lag) * (count - lag - 1) * (count - lag - 2) * alike
    return 1 + 2 / (count * (count - 1) * (count - 2)) * float(weighed[significant].sum())


def first_order(alike: Floats) -> float:
    """The same for a process whose every step keeps a share of the one before."""
    count = len(alike) + 1
    if count <= 2 * _FEWEST or not alike.any():
        return 1.0
    kept = (count * float(alike[0]) + 2) / (count - _FEWEST)
    lag = np.arange(1, count)
    return 1 + 2 * float(((1 - lag / count) * np.clip(kept, 0, _MOST_KEPT) ** lag).sum())


def correlations(values: Floats) -> Floats:
    """Of the ranks with themselves 1, 2, … steps later. All zero where they are all alike."""
    ranked = ranks(values)
    off = ranked - ranked.mean()
    power = float((off * off).sum())
    return np.correlate(off, off, "full")[len(values) :] / power if power else np.zeros(len(values) - 1)


def ranks(values: Floats) -> Floats:
    """Ties share the mean of their places."""
    _, place, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    return ((2 * last - counts + 1) / 2)[place]


def seasonal_kendall(cycles: Floats) -> Test:
    """Cycle × phase, without gaps: like is compared with like, and what phases have in common counts once.

    Hirsch and Slack's covariances between the phases.
    """
    count, _ = cycles.shape
    first, second = pairs(count)
    signs = np.sign(cycles[second] - cycles[first])
    ranked = np.stack([ranks(phase) for phase in cycles.T], axis=1)
    together = (signs.T @ signs + 4 * ranked.T @ ranked - count * (count + 1) ** 2) / 3
    score, variance = float(signs.sum()), float(together.sum())
    return Test(score, variance, two_sided(score, variance))


def two_sided(score: float, variance: float) -> float:
    """With the correction for a score that moves in steps of two."""
    if score == 0 or variance <= 0:
        return 1.0
    return math.erfc((abs(score) - 1) / math.sqrt(2 * variance))
