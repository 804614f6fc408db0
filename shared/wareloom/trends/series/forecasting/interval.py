"""How far off a forecast may be: as far as four fifths of the same model's own past forecasts were (conformal).

Errors are of signals, that is in proportion, where all below the base floor is one: an end down there is zero. They
grow with the steps ahead as they grew in the past. The oldest origin is left out: nothing had been learnt there about
whom to trust.
"""

import numpy as np

from wareloom.trends.series.floor import signal
from wareloom.trends.series.forecasting.origins import STEPS
from wareloom.trends.series.numbers import Floats, known, mean_of_known, steps

COVERAGE = 0.8
_FORGETTING = 0.9
"""What an origin weighs by the next one: things change, and the past was learnt from less."""
_FEWEST = 3
"""Origins, below which the oldest counts too."""


def interval(now: Floats, said: Floats, came: Floats, floor: Floats) -> tuple[Floats, Floats]:
    """Lower and upper end per step."""
    learnt = slice(1 if len(said) > _FEWEST else 0, None)
    off = signal(came[learnt], floor) - signal(said[learnt], floor)
    widening = _widening(off)
    reach = _quantile(np.abs(off / widening)) * widening
    middle = signal(now, floor)
    lower, upper = np.exp(middle - reach), np.exp(middle + reach)
    return np.where(lower > floor, np.minimum(lower, now), 0.0), np.where(upper > floor, np.maximum(upper, now), now)


def _quantile(far: Floats) -> float:
    """What four fifths do not exceed, where each origin weighs more than the one before it."""
    weights = np.repeat(_FORGETTING ** steps(len(far))[::-1, None], STEPS, axis=1)[known(far)]
    told = far[known(far)]
    order = np.argsort(told, kind="stable")
    share: Floats = np.cumsum(weights[order]) - weights[order] / 2
    found: Floats = np.interp(np.array([COVERAGE * weights.sum()]), share, told[order])
    return float(found[0])


def _widening(off: Floats) -> Floats:
    """The error to expect at each step: its square a straight line, never falling."""
    ahead = steps(STEPS) + 1
    squares = mean_of_known(off * off, axis=0)
    told = known(squares)
    at, squares = ahead[told], squares[told]
    slope = 0.0
    if len(at) > 1:
        apart = at - at.mean()
        slope = max(float((apart * squares).sum() / (apart * apart).sum()), 0.0)
    start = float(squares.mean()) - slope * float(at.mean())
    if start < 0:
        start, slope = 0.0, float((at * squares).sum() / (at * at).sum())
    return np.sqrt(np.maximum(start + slope * ahead, 1e-18))
