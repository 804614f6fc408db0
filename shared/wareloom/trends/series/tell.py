"""A scored series as plain names and numbers, for JSON."""

import math
from typing import Any

import numpy as np

from wareloom.trends.series.dates import written
from wareloom.trends.series.floor import growth
from wareloom.trends.series.forecasting.forecast import Forecast
from wareloom.trends.series.recent import Flow
from wareloom.trends.series.score import Scored
from wareloom.trends.series.season import Rhythm
from wareloom.trends.series.series import Series
from wareloom.trends.series.windows import Window

_DIGITS = 6
_WEEK_DAYS = 7
Told = dict[str, Any]


def told(one: Scored) -> Told:
    flow = one.evidence.flow
    return {
        "term": one.series.term,
        "label": one.label,
        "growth": {str(window.days): _number(window.growth) for window in one.windows},
        "p": _number(one.p),
        "q": _number(one.q),
        "season": _season(one.series, flow),
        "forecast": _forecast(one.series, one.forecast) if one.forecast else [],
        "model": one.forecast.model if one.forecast else None,
        "backtest": _backtest(one.forecast) if one.forecast else None,
        "why": one.why,
        "trend": _trend(one),
        "step": one.series.step.name,
        "known": one.series.known,
        "windows": {str(window.days): _window(window) for window in one.windows},
        "rhythms": [_rhythm(one.series, flow, each) for each in flow.rhythms if each.found and each is not flow.year],
        "bursts": _bursts(one),
    }


def _number(value: float | None) -> float | None:
    return None if value is None or not math.isfinite(value) else float(f"{value:.{_DIGITS}g}")


def _window(window: Window) -> Told:
    if window.reason:
        return {"reason": window.reason}
    told = {"low": window.low, "high": window.high, "p": window.p, "points": window.points}
    return {name: _number(value) for name, value in told.items()}


def _trend(one: Scored) -> Told | None:
    """What the label rests on, the season taken out: over how many steps, and by how much."""
    trend = one.evidence.trend
    if trend is None:
        return None
    ends = {"growth": trend.slope.slope, "low": trend.slope.low, "high": trend.slope.high}
    return {"steps": trend.steps, **{name: _number(growth(slope, trend.steps)) for name, slope in ends.items()}}


def _season(series: Series, flow: Flow) -> Told | str:
    """Unknown where two years are not there to tell."""
    if flow.year is None:
        return "unknown"
    return _rhythm(series, flow, flow.year) if flow.year.found else "none"


def _rhythm(series: Series, flow: Flow, rhythm: Rhythm) -> Told:
    peak = flow.step.until(series.last, rhythm.peak + 1)[0]
    return {
        "every": rhythm.season.every,
        "period": rhythm.season.steps,
        "strength": _number(rhythm.strength),
        "p": _number(rhythm.p),
        "peak": _named(peak, flow, rhythm),
    }


def _named(peak: np.datetime64, flow: Flow, rhythm: Rhythm) -> str:
    """A year peaks in a month, and in a week where weeks are told; a week on a day; a day at an hour."""
    if rhythm.season.every == "year":
        week = written(peak, ", week %V").replace("week 0", "week ") if flow.step.days <= _WEEK_DAYS else ""
        return written(peak, "%B") + week
    return written(peak, "%A" if rhythm.season.every == "week" else "%H:%M")


def _forecast(series: Series, ahead: Forecast) -> list[Told]:
    dates = series.ahead(len(ahead.mean))
    return [
        {"date": written(date, series.form), "mean": _number(mean), "lower": _number(lower), "upper": _number(upper)}
        for date, mean, lower, upper in zip(dates, ahead.mean, ahead.lower, ahead.upper, strict=True)
    ]


def _backtest(ahead: Forecast) -> Told:
    return {
        "mase": _number(ahead.mase),
        "against_seasonal_naive": _number(ahead.of_naive),
        "season": ahead.season,
        "origins": ahead.origins,
        "weights": {name: _number(weight) for name, weight in ahead.weights.items()},
    }


def _bursts(one: Scored) -> list[Told]:
    flow, bursts = one.evidence.flow, one.evidence.bursts
    last = len(flow.values) - 1
    return [
        {
            "date": written(flow.step.until(one.series.last, back + 1)[0], one.series.form),
            "z": _number(float(bursts.z[last - back])),
            "times": _number(float(np.exp(bursts.over[last - back]))),
        }
        for back in one.evidence.bursts_up
    ]
