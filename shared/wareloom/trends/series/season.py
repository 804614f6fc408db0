"""Whether a series repeats itself: with the year, the week or the day. Two whole seasons are the least that can tell.

Cycles are laid over each other. Were there no season, they would agree as well with each of them shifted by itself:
so they are, at random but always alike, and seldom may the shifted agree as well. That a day resembles the day before
fools nobody then, for shifted cycles have that too.
"""

from dataclasses import dataclass

import numpy as np

from wareloom.trends.series.numbers import Floats, known, mean_of_known, places
from wareloom.trends.series.step import Season

_DRAWS = 99
_SURE = 0.05
_DAYS_OF_A_YEAR, _WEEKS = 360, 52
_STRONG, _STRONG_OF_TWO, _WEAK = 0.3, 0.6, 0.05
"""What the season must explain of all that is no trend; more where two cycles are all there is to agree."""
_MANY_WEEKS = 12
"""So many days or weeks tell of a weak one too. It is no news, and stands in the way of what is."""
_NEARLY_THE_SAME = 8
"""Shifted by less than this part of a season, a peak still meets itself."""
_MANY = 5
_NEIGHBOURHOODS = 50
_TOLD = 0.7
"""Of the cycles' steps must be known."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    season: Season
    strength: float
    """Of what is neither trend nor level, so much is season: 0 to 1."""
    p: float
    cycles: int
    indices: Floats
    """What each phase adds to the signal; the last is the phase of the series' last step."""

    @property
    def found(self) -> bool:
        return bool(self.indices.any())

    @property
    def taken(self) -> float:
        """By what the variance of noise is too small once the season is out: the season has learnt some of it."""
        return self.cycles / (self.cycles - 1) if self.found else 1.0

    @property
    def swing(self) -> float:
        """From its lowest to its highest, in logarithms."""
        return float(np.ptp(self.indices))

    @property
    def peak(self) -> int:
        """Steps back from the last one to the season's latest peak. Among many phases a neighbourhood is one."""
        wide = len(self.indices) // _NEIGHBOURHOODS
        around = sum((np.roll(self.indices, by) for by in range(-wide, wide + 1)), np.zeros_like(self.indices))
        return len(self.indices) - 1 - int(around.argmax())

    def over(self, length: int) -> Floats:
        """What the season adds to each of the last `length` steps."""
        return self.indices[(np.arange(length) - length) % len(self.indices)]


def rhythm(signals: Floats, season: Season) -> Rhythm | None:
    """None where two whole cycles are not there, or too little of them is known."""
    if season.steps >= _DAYS_OF_A_YEAR:
        return _by_weeks(signals, season)
    count = len(signals) // season.steps
    if count < 2:
        return None
    length = count * season.steps
    cycles = _levelled(signals[len(signals) - length :], season.steps).reshape(count, season.steps)
    if known(cycles).mean() < _TOLD:
        return None
    strength, p = _strength(cycles), _chance(np.where(known(cycles), cycles, 0.0))
    enough = strength >= _least(season, count)
    indices = _indices(cycles) if enough and p <= _SURE else np.zeros(season.steps)
    return Rhythm(season, strength, p, count, indices)


def _least(season: Season, count: int) -> float:
    if season.every != "year" and count >= _MANY_WEEKS:
        return _WEAK
    return _STRONG_OF_TWO if count == 2 else _STRONG


def _by_weeks(signals: Floats, season: Season) -> Rhythm | None:
    """In single days a year's season drowns: weeks are laid over each other, and theirs is spread over the days."""
    wide = season.steps // _WEEKS
    count = len(signals) // wide
    weeks = mean_of_known(signals[len(signals) - count * wide :].reshape(count, wide), axis=1)
    found = rhythm(weeks, Season(season.every, _WEEKS))
    if found is None:
        return None
    back = (np.arange(season.steps)[::-1] - (wide - 1) / 2) / wide % _WEEKS
    latest = found.indices[::-1]
    indices = np.interp(back, np.arange(_WEEKS + 1), np.append(latest, latest[0]))
    return Rhythm(season, found.strength, found.p, found.cycles, indices)


def _levelled(signals: Floats, steps: int) -> Floats:
    """Without the drift from season to season, which a season itself has no part in."""
    drifts = signals[steps:] - signals[:-steps]
    drift = float(np.median(drifts[known(drifts)])) / steps if known(drifts).any() else 0.0
    values = signals - drift * np.arange(len(signals))
    return values - mean_of_known(values, axis=0)


def _strength(cycles: Floats) -> float:
    """The share of variance that phases have beyond what noise gives them by chance (analysis of variance)."""
    count = known(cycles).sum(axis=0)
    phases = mean_of_known(cycles, axis=0)
    within = np.where(known(cycles), (cycles - phases) ** 2, 0.0).sum()
    noise = float(within / max(int((count - 1).clip(0).sum()), 1))
    spread = float(np.nanvar(phases, ddof=1))
    season = max(spread - noise / float(count.mean()), 0.0)
    return season / (season + noise) if season > 0 else 0.0


def _chance(cycles: Floats) -> float:
    count, phases = cycles.shape
    agreed = _agreement(cycles[None])[0]
    random = np.random.default_rng(count * phases)
    near = phases // _NEARLY_THE_SAME
    shifts = random.integers(1 + near, phases - near, size=(_DRAWS, count))
    shifts[:, 0] = 0
    at = (places(phases) + shifts[:, :, None]) % phases
    shifted = cycles[places(count)[:, None], at]
    return float((1 + (_agreement(shifted) >= agreed).sum()) / (1 + len(shifts)))


def _agreement(many: Floats) -> Floats:
    """The spread of the mean cycle: large where peaks meet peaks."""
    return many.mean(axis=1).var(axis=1)


def _indices(cycles: Floats) -> Floats:
    """The middle of each phase, so that one wild year is no season; of few cycles the mean, for there is no middle."""
    phases = mean_of_known(cycles, axis=0)
    if len(cycles) >= _MANY:
        phases = np.median(np.where(known(cycles), cycles, phases), axis=0)
    phases = np.where(known(phases), phases, 0.0)
    return phases - phases.mean()
