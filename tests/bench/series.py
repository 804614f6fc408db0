"""Series scored a second, forecasts and back-tests included, and how forecasts err beside seasonal-naive.

Saved series of the world outside where they are at hand, else made ones, which say nothing of how forecasts err there.
Against statsmodels, one forecast of one of its models: no choice among models, no back-test, no interval.
"""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from importlib import import_module
from typing import Any

import numpy as np

from tests.bench.figures import MACHINE, Figure, in_turns, seconds
from tests.contracts.test_saved_series import SAMPLES, SERIES, fashion, verdict
from wareloom.trends.series.numbers import Floats, known, steps
from wareloom.trends.series.score import score
from wareloom.trends.series.series import Series, series_of

ROUNDS, MANY, FEW = 5, 500, 12
_BEGINNING = datetime.fromisoformat("2024-01-01")


def figures() -> Iterator[Figure]:
    yield from _speed("a year of days", [_made(seed, 365) for seed in range(MANY)], timedelta(days=1), 7)
    weekly = list(fashion().values()) if SERIES.is_dir() else [_made(seed, 220) for seed in range(48)]
    yield from _speed("four years of weeks", (weekly * 11)[:MANY], timedelta(weeks=1), 52)
    if SERIES.is_dir():
        for name in SAMPLES:
            yield from _errors(name)


def _speed(name: str, values: list[Floats], apart: timedelta, period: int) -> Iterator[Figure]:
    many = [_series(str(at), one, apart) for at, one in enumerate(values)]
    spent = in_turns(
        {
            "ours": lambda: seconds(lambda: score(many)) / len(many),
            "one": lambda: seconds(lambda: score(many[:1])),
            "theta": lambda: seconds(lambda: [_theta(one, period) for one in values[:FEW]]) / FEW,
        },
        rounds=ROUNDS,
    )
    yield Figure(f"series scored, {name}, {len(many)} together", 1 / spent["ours"], "series/s", MACHINE)
    yield Figure(f"a series scored alone, {name}", spent["one"] * 1000, "ms", MACHINE)
    yield Figure(f"series scored, {name}", spent["theta"] / spent["ours"], "×", "Theta of statsmodels, one forecast")


def _errors(name: str) -> Iterator[Figure]:
    found = verdict(name)
    yield Figure(f"MASE of 12 steps, {name}", found.mase, "", f"seasonal-naive: {found.naive_mase:.3f}")
    yield Figure(f"coverage of the 80 % interval, {name}", found.coverage, "", "0.8")


def _theta(values: Floats, period: int) -> None:
    told = known(values)
    filled = np.interp(steps(len(values)), np.flatnonzero(told), values[told])
    model: Callable[..., Any] = import_module("statsmodels.tsa.forecasting.theta").ThetaModel
    model(filled, period=period, method="additive").fit().forecast(12)


def _made(seed: int, count: int) -> Floats:
    random = np.random.default_rng(seed)
    return 100 * np.exp(random.normal(0, 0.01) * np.arange(count) / 10 + random.normal(0, 0.2, count))


def _series(term: str, values: Floats, apart: timedelta) -> Series:
    return series_of(term, [(_BEGINNING + apart * at, float(value)) for at, value in enumerate(values)])
