"""The members' mean, each weighed by how little it erred before. No past forecast is weighed by what came after it."""

from dataclasses import dataclass

import numpy as np

from wareloom.trends.series.forecasting.backtest import Backtest
from wareloom.trends.series.forecasting.origins import STEPS
from wareloom.trends.series.numbers import Flags, Floats, known

_SHARPNESS = 4
"""Twice the error is a sixteenth of the say."""
_NEXT_TO_NOTHING = 1e-9


@dataclass(frozen=True, slots=True)
class Combined:
    weights: Floats
    """One per member, for the forecast that counts."""
    now: Floats
    said: Floats
    """Origin × step: what the combination would have said then."""


def combined(test: Backtest) -> Combined:
    wrong, there = test.wrong, known(test.came)
    weights = _weights(wrong, there)
    then = [_weights(wrong, there & _seen_by(test.origins, origin)) for origin in test.origins]
    said = np.stack([each @ test.said[:, place] for place, each in enumerate(then)])
    return Combined(weights, weights @ test.now, said)


def _seen_by(origins: tuple[int, ...], now: int) -> Flags:
    """Which targets of which origins lay behind whoever stood at `now`."""
    return np.array(origins)[:, None] + np.arange(1, STEPS + 1) <= now


def _weights(wrong: Floats, judged: Flags) -> Floats:
    """All alike where nothing can be judged yet."""
    if not judged.any():
        return np.full(len(wrong), 1 / len(wrong))
    mean = np.where(judged, wrong, 0.0).sum(axis=(1, 2)) / judged.sum()
    if not mean.max() > 0:
        return np.full(len(wrong), 1 / len(wrong))
    say = (mean / mean.max() + _NEXT_TO_NOTHING) ** -_SHARPNESS
    return say / say.sum()
