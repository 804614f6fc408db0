"""The stretch that a trend is judged by: ninety days, or two dozen steps where these are longer.

What is told several times a day is taken day by day, back from the last value, so that no hour counts more than
another. Seasons that were found are taken out.
"""

import math
from dataclasses import dataclass

import numpy as np

from wareloom.trends.series.floor import base_floor, signal
from wareloom.trends.series.numbers import Floats, known, mean_of_known
from wareloom.trends.series.season import Rhythm, rhythm
from wareloom.trends.series.series import Series
from wareloom.trends.series.step import DAY, Season, Step

STRETCH_DAYS, STRETCH_STEPS = 90, 24
_ENOUGH_DAYS = 14
"""Fewer days are judged by their hours."""
_HALF = 0.5
_ALIKE = 9


@dataclass(frozen=True, slots=True)
class Flow:
    """A series as trends are looked for in it."""

    step: Step
    values: Floats
    signals: Floats
    """Logarithms above the base floor."""
    adjusted: Floats
    """The signals without the seasons that were found."""
    rhythms: tuple[Rhythm, ...]
    """Those that could be looked for, the longest first."""

    @property
    def stretch(self) -> int:
        """Steps, the last included."""
        return min(max(int(STRETCH_DAYS / self.step.days), STRETCH_STEPS) + 1, len(self.values))

    @property
    def taken(self) -> float:
        """By what the variance of the adjusted signals is too small."""
        return math.prod(one.taken for one in self.rhythms)

    @property
    def year(self) -> Rhythm | None:
        return next((one for one in self.rhythms if one.season.every == "year"), None)

    @property
    def swing(self) -> float:
        """Of the year's season, where there is one."""
        return self.year.swing if self.year else 0.0


def flow(series: Series) -> Flow:
    step, values = _by_days(series)
    signals = signal(values, base_floor(values))
    adjusted, rhythms = _adjusted(signals, step.seasons)
    return Flow(step, values, signals, adjusted, rhythms)


def _by_days(series: Series) -> tuple[Step, Floats]:
    seconds, values = series.step.seconds, series.values
    if not 0 < seconds < DAY or DAY % seconds:
        return series.step, values
    a_day = DAY // seconds
    days = len(values) // a_day
    if days < _ENOUGH_DAYS:
        return series.step, values
    by_day = values[len(values) - days * a_day :].reshape(days, a_day)
    told = known(by_day).mean(axis=1) >= _HALF
    return Step(seconds=DAY), np.where(told, mean_of_known(by_day, axis=1), np.nan)


def _adjusted(signals: Floats, seasons: tuple[Season, ...]) -> tuple[Floats, tuple[Rhythm, ...]]:
    """The shorter season first: it is the surer, and what is left of it would blur the longer."""
    adjusted, found = signals, list[Rhythm]()
    for season in seasons[::-1]:
        one = rhythm(adjusted, season)
        if one:
            found.append(one)
            adjusted = adjusted - one.over(len(adjusted))
    return np.round(adjusted, _ALIKE), tuple(found[::-1])
