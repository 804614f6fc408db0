"""The models that are asked, each another view of the same rows; a registry, one line each.

Growth that multiplies is seen on logarithms, growth that adds on the values themselves: both are asked.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from wareloom.trends.series.floor import base_floor, signal
from wareloom.trends.series.forecasting.autoregression import autoregressed
from wareloom.trends.series.forecasting.lines import three_lines
from wareloom.trends.series.forecasting.naive import seasonal_naive
from wareloom.trends.series.forecasting.seasonal_smoothing import following_season
from wareloom.trends.series.numbers import Floats
from wareloom.trends.series.phases import without_seasons


class Rows(NamedTuple):
    """Pasts that end at the last column; what is before a past's beginning is NaN."""

    values: Floats
    signals: Floats
    periods: tuple[int, ...]
    """Its seasons in steps, the longest first. Each row holds two of each."""
    shortest: int
    """The length of the shortest past."""

    @property
    def season(self) -> int:
        """The one that naive forecasts repeat."""
        return min(self.periods, default=1)


Model = Callable[[Rows, int], Floats]
SEASONAL_NAIVE = "seasonal naive"
_MOST_PHASES = 60
"""A season of more phases is not followed phase by phase: each would be seen too seldom."""


def as_rows(values: Floats, periods: tuple[int, ...], shortest: int) -> Rows:
    return Rows(values, signal(values, base_floor(values)), periods, shortest)


def _naive(rows: Rows, steps: int) -> Floats:
    return seasonal_naive(rows.values, rows.season, steps)


def _adjusted(values: Floats, rows: Rows, steps: int) -> Floats:
    adjusted, ahead = without_seasons(values, rows.periods, steps)
    return three_lines(adjusted, steps) + ahead


def _followed(values: Floats, rows: Rows, steps: int) -> Floats:
    return following_season(values, rows.season, steps)


def _regressed(values: Floats, rows: Rows, steps: int) -> Floats:
    return autoregressed(values, rows.periods, steps, rows.shortest)


def _on_values(model: Callable[[Floats, Rows, int], Floats]) -> Model:
    return lambda rows, steps: model(rows.values, rows, steps)


def _on_signals(model: Callable[[Floats, Rows, int], Floats]) -> Model:
    return lambda rows, steps: np.exp(model(rows.signals, rows, steps))


_ALWAYS: dict[str, Model] = {
    SEASONAL_NAIVE: _naive,
    "lines": _on_values(_adjusted),
    "lines of logarithms": _on_signals(_adjusted),
    "autoregression": _on_values(_regressed),
    "autoregression of logarithms": _on_signals(_regressed),
}
_WHERE_SEASONS: dict[str, Model] = {
    "lines without season": lambda rows, steps: three_lines(rows.values, steps),
}
_WHERE_PHASES_ARE_FEW: dict[str, Model] = {
    "following season": _on_values(_followed),
    "following season of logarithms": _on_signals(_followed),
}


def members(rows: Rows) -> dict[str, Model]:
    if not rows.periods:
        return _ALWAYS
    few = _WHERE_PHASES_ARE_FEW if rows.season <= _MOST_PHASES else {}
    return _ALWAYS | _WHERE_SEASONS | few


def foretold(rows: Rows, steps: int) -> tuple[tuple[str, ...], Floats]:
    """Names, and one forecast each: member × row × step. Never below zero, as nothing that is counted is."""
    models = members(rows)
    return tuple(models), np.maximum(np.stack([model(rows, steps) for model in models.values()]), 0.0)
