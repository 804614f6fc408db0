"""The same as last season: what every model has to beat."""

import numpy as np

from wareloom.trends.series.numbers import Floats, known, places


def seasonal_naive(rows: Floats, period: int, steps: int) -> Floats:
    """The last known value of the same phase; where a phase is known nowhere, the last known value at all."""
    count, length = rows.shape
    there = known(rows)
    newest = np.where(there, places(length), -1).max(axis=1)
    ahead = np.repeat(rows[np.arange(count), newest][:, None], steps, axis=1)
    phases = min(steps, period)
    for phase in range(phases):
        column = (length + phase) % period
        same, told = rows[:, column::period], there[:, column::period]
        if not same.size:
            continue
        last = np.where(told, places(same.shape[1]), -1).max(axis=1)
        value = same[np.arange(count), last]
        ahead[:, phase::period] = np.where(last >= 0, value, ahead[:, phase])[:, None]
    return ahead
