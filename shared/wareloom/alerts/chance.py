"""How likely chance alone makes two mixtures differ that much."""

from collections.abc import Sequence
from math import erfc, exp, pi, sqrt

_LEAST_EXPECTED = 5.0
"""Rarer ones are taken together: of them the test would say too much."""


def distance(one: Sequence[int], other: Sequence[int]) -> float:
    """The share that would have to feel otherwise for one to be like the other."""
    whole, others = sum(one), sum(other)
    if not whole or not others:
        return 0.0
    return sum(abs(mine / whole - theirs / others) for mine, theirs in zip(one, other, strict=True)) / 2


def chi_square(one: Sequence[int], other: Sequence[int]) -> tuple[float, int]:
    """Pearson's statistic of two samples of one mixture, and its degrees of freedom."""
    smaller = min(sum(one), sum(other)) / (sum(one) + sum(other) or 1)
    pairs = list(zip(one, other, strict=True))
    common = [pair for pair in pairs if sum(pair) * smaller >= _LEAST_EXPECTED]
    rare = [pair for pair in pairs if sum(pair) * smaller < _LEAST_EXPECTED]
    merged = (sum(mine for mine, _ in rare), sum(theirs for _, theirs in rare))
    if sum(merged) * smaller >= _LEAST_EXPECTED:
        common.append(merged)
    if len(common) <= 1:
        return 0.0, 0
    whole, others = sum(mine for mine, _ in common), sum(theirs for _, theirs in common)
    statistic = 0.0
    for mine, theirs in common:
        expected = (mine + theirs) * whole / (whole + others)
        statistic += (mine - expected) ** 2 / expected
        expected = (mine + theirs) * others / (whole + others)
        statistic += (theirs - expected) ** 2 / expected
    return statistic, len(common) - 1


def by_chance(statistic: float, freedom: int) -> float:
    """The chance of so large a chi-square or a larger one."""
    if freedom <= 0:
        return 1.0
    if freedom % 2:
        found, term = erfc(sqrt(statistic / 2)), sqrt(2 * statistic / pi) * exp(-statistic / 2)
        steps = range(3, freedom + 1, 2)
    else:
        found, term = 0.0, exp(-statistic / 2)
        steps = range(2, freedom + 1, 2)
    for step in steps:
        found, term = found + term, term * statistic / step
    return min(1.0, found)
