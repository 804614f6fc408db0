"""The next twelve steps of each series, with the model that its own past chose and how well that model did there."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from wareloom.trends.series.floor import base_floor
from wareloom.trends.series.forecasting.backtest import Backtest, backtests
from wareloom.trends.series.forecasting.combination import Combined, combined
from wareloom.trends.series.forecasting.interval import interval
from wareloom.trends.series.forecasting.members import SEASONAL_NAIVE
from wareloom.trends.series.forecasting.origins import kept_length, origins, usable
from wareloom.trends.series.numbers import Floats, known

COMBINATION = "combination"
FEWEST_KNOWN = 12
_CLEARLY = 0.9
"""Seasonal naive is preferred where it erred at most so much of what the combination did."""
_AT_ONCE = 120_000
"""Numbers of pasts worked on together: more would not fit the processor's caches."""


@dataclass(frozen=True, slots=True)
class Forecast:
    mean: Floats
    lower: Floats
    upper: Floats
    model: str
    weights: dict[str, float]
    """Whose words the model is made of."""
    season: int
    """Steps after which seasonal naive repeats; 1 is the last value again."""
    origins: int
    mase: float | None
    """The back-test's mean error, by that of seasonal naive one step of its season ahead in the same past."""
    of_naive: float | None
    """The back-test's mean error, by that of seasonal naive from the same origins."""


def forecasts(pasts: Sequence[Floats], periods: tuple[int, ...]) -> list[Forecast | None]:
    """None for a past of which too little is known. Pasts of one length are worked on together; none knows another."""
    found: list[Forecast | None] = [None] * len(pasts)
    for length, places in _by_length(pasts, periods).items():
        seasons = usable(periods, length)
        at = origins(length, seasons)
        together = max(1, _AT_ONCE // (length * (len(at) + 1)))
        for first in range(0, len(places), together):
            some = places[first : first + together]
            kept = np.stack([pasts[place][-length:] for place in some])
            for place, test, past in zip(some, backtests(kept, seasons, at), kept, strict=True):
                found[place] = _forecast(test, past, min(seasons, default=1))
    return found


def _by_length(pasts: Sequence[Floats], periods: tuple[int, ...]) -> dict[int, list[int]]:
    most = kept_length(periods)
    groups: dict[int, list[int]] = {}
    for place, past in enumerate(pasts):
        length = min(len(past), most)
        newest = past[len(past) - length :]
        beginning = int(known(newest).argmax()) if known(newest).any() else length
        if known(newest).sum() >= FEWEST_KNOWN:
            groups.setdefault(length - beginning, []).append(place)
    return groups


def _forecast(test: Backtest, past: Floats, season: int) -> Forecast:
    naive, mixed = _naive(test), combined(test)
    by_naive, by_mixed = _error(naive, test), _error(mixed, test)
    model, chosen, error = COMBINATION, mixed, by_mixed
    if by_naive < _CLEARLY * by_mixed:
        model, chosen, error = SEASONAL_NAIVE, naive, by_naive
    lower, upper = interval(chosen.now, chosen.said, test.came, base_floor(past))
    return Forecast(
        mean=chosen.now,
        lower=lower,
        upper=upper,
        model=model,
        weights={name: float(weight) for name, weight in zip(test.names, chosen.weights, strict=True) if weight},
        season=season,
        origins=len(test.origins),
        mase=_ratio(error, _mean(np.abs(past[season:] - past[:-season]))),
        of_naive=_ratio(error, by_naive),
    )


def _naive(test: Backtest) -> Combined:
    at = test.names.index(SEASONAL_NAIVE)
    return Combined(np.eye(len(test.names))[at], test.now[at], test.said[at])


def _error(of: Combined, test: Backtest) -> float:
    return _mean(np.abs(of.said - test.came))


def _mean(errors: Floats) -> float:
    told = errors[known(errors)]
    return float(told.mean()) if told.size else math.nan


def _ratio(error: float, by: float) -> float | None:
    return error / by if by > 0 and not math.isnan(error) else None
