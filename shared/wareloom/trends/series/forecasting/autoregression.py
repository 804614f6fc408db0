"""A row foretold from its own last steps and last seasons, by least squares held back a little (ridge)."""

import numpy as np

from wareloom.trends.series.numbers import Flags, Floats, known, steps

_NEAR = (1, 2, 3, 4)
_HELD_BACK, _CONSTANT_HELD_BACK = 1.0, 0.1
_HALF_FORGOTTEN = 100
"""Steps after which a lesson weighs half, or two seasons where that is more."""
_BEYOND = 1.0
"""A forecast leaves the range that was seen by at most so many standard deviations."""


def lags(periods: tuple[int, ...], length: int) -> tuple[int, ...]:
    """Those that the rows are long enough to learn from."""
    wanted = set(_NEAR)
    for period in periods:
        wanted |= {period - 1, period, period + 1, 2 * period}
    return tuple(sorted(lag for lag in wanted if 0 < lag <= length // 2))


def autoregressed(rows: Floats, periods: tuple[int, ...], count: int, shortest: int) -> Floats:
    """`shortest` is the length of the shortest row, by which all rows' lags are chosen."""
    behind = lags(periods, shortest)
    filled, there = _without_gaps(rows)
    last, spread = filled[:, -1], _spread(filled, there)
    scaled = np.where(there, (filled - last[:, None]) / spread[:, None], 0.0)
    weights = _learn(scaled, there, behind, max(2 * max(periods, default=1), _HALF_FORGOTTEN))
    lowest = np.where(there, scaled, np.inf).min(axis=1) - _BEYOND
    highest = np.where(there, scaled, -np.inf).max(axis=1) + _BEYOND
    path = np.concatenate([scaled, np.zeros((len(rows), count))], axis=1)
    for step in range(rows.shape[1], path.shape[1]):
        said = weights[:, -1].copy()
        for column, lag in enumerate(behind):
            said += weights[:, column] * path[:, step - lag]
        path[:, step] = np.clip(said, lowest, highest)
    return path[:, -count:] * spread[:, None] + last[:, None]


def _learn(scaled: Floats, there: Flags, behind: tuple[int, ...], half: int) -> Floats:
    longest, length = behind[-1], scaled.shape[1]
    columns = [scaled[:, longest - lag : length - lag] for lag in behind]
    lessons = np.stack([*columns, np.ones_like(columns[0])], axis=2)
    age = steps(length - longest)[::-1]
    whole = there[:, : length - longest]
    importance = np.where(whole, 0.5 ** (age / half), 0.0)[:, :, None]
    weighed = (lessons * importance).transpose(0, 2, 1)
    held = np.diag([_HELD_BACK] * len(behind) + [_CONSTANT_HELD_BACK])
    answers = np.ascontiguousarray(scaled[:, longest:])[:, :, None]
    return np.linalg.solve(weighed @ lessons + held, weighed @ answers)[:, :, 0].astype(np.float64)


def _spread(filled: Floats, there: Flags) -> Floats:
    count = np.maximum(there.sum(axis=1), 1)
    mean = np.where(there, filled, 0.0).sum(axis=1) / count
    off = np.where(there, filled - mean[:, None], 0.0)
    return np.sqrt((off * off).sum(axis=1) / count) + 1e-9 * (1 + np.abs(mean))


def _without_gaps(rows: Floats) -> tuple[Floats, Flags]:
    """A gap is bridged by a straight line; what lies before the first known value is none of the row."""
    there = known(rows)
    if there.all():
        return rows, there
    at, filled = steps(rows.shape[1]), rows.copy()
    for row, told in zip(filled, there, strict=True):
        row[~told] = np.interp(at[~told], at[told], row[told])
    return filled, at >= there.argmax(axis=1)[:, None]
