"""What each member would have said at each origin, beside what then came."""

from dataclasses import dataclass

import numpy as np

from wareloom.trends.series.forecasting.members import as_rows, foretold
from wareloom.trends.series.forecasting.origins import STEPS
from wareloom.trends.series.numbers import Floats


@dataclass(frozen=True, slots=True)
class Backtest:
    """Of one series. Origins are in order, the oldest first."""

    names: tuple[str, ...]
    origins: tuple[int, ...]
    said: Floats
    """Member × origin × step."""
    came: Floats
    """Origin × step; NaN is a gap, or later than the past ends."""
    now: Floats
    """Member × step: what is said from the end of the past."""

    @property
    def wrong(self) -> Floats:
        return np.abs(self.said - self.came)


def backtests(pasts: Floats, periods: tuple[int, ...], at: tuple[int, ...]) -> list[Backtest]:
    """Of pasts of one length, each a row: all their origins are worked out together."""
    count, length = pasts.shape
    ends = (*at, length)
    cut = np.full((count, len(ends), length), np.nan)
    for place, end in enumerate(ends):
        cut[:, place, length - end :] = pasts[:, :end]
    names, said = foretold(as_rows(cut.reshape(-1, length), periods, ends[0]), STEPS)
    by_series = said.reshape(len(names), count, len(ends), STEPS)
    came = _came(pasts, at)
    return [
        Backtest(names, at, by_series[:, one, :-1], came[one], np.ascontiguousarray(by_series[:, one, -1]))
        for one in range(count)
    ]


def _came(pasts: Floats, at: tuple[int, ...]) -> Floats:
    beyond = np.pad(pasts, ((0, 0), (0, STEPS)), constant_values=np.nan)
    return np.stack([beyond[:, origin : origin + STEPS] for origin in at], axis=1)
