"""Series made for a purpose, from a seed: noise that remembers a little, and what is done to it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wareloom.trends.series.numbers import Floats
from wareloom.trends.series.score import Scored, score
from wareloom.trends.series.series import Series, series_of

Numbers = Sequence[float] | NDArray[np.floating[Any]]
DAY, WEEK = timedelta(days=1), timedelta(days=7)
_BEGINNING = datetime.fromisoformat("2023-01-02")


def noise(count: int, seed: int, *, kept: float = 0.3, spread: float = 0.2) -> Floats:
    """Logarithms."""
    random = np.random.default_rng(seed)
    jumps = random.normal(0, spread * np.sqrt(1 - kept**2), count + 50)
    walked = np.zeros(count + 50)
    for at in range(1, count + 50):
        walked[at] = kept * walked[at - 1] + jumps[at]
    return walked[50:]


def around(level: NDArray[np.floating[Any]] | float, count: int, seed: int, *, spread: float = 0.2) -> Floats:
    return 100 * np.exp(level + noise(count, seed, spread=spread))


def every(apart: timedelta, values: Numbers, term: str = "fox") -> Series:
    return series_of(
        term, [(_BEGINNING + apart * at, None if np.isnan(value) else float(value)) for at, value in enumerate(values)]
    )


def monthly(values: Numbers, term: str = "fox") -> Series:
    return series_of(
        term,
        [
            (
                datetime.fromisoformat(f"{2004 + at // 12}-{at % 12 + 1:02}-01"),
                None if np.isnan(value) else float(value),
            )
            for at, value in enumerate(values)
        ],
    )


def scored(series: Series) -> Scored:
    return score([series])[0]


def year(count: int, swing: float, period: float = 52) -> Floats:
    return swing * np.sin(2 * np.pi * np.arange(count) / period)
