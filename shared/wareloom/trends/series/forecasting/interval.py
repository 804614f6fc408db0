"""How far off a forecast may be: as far as four fifths of the same model's own past forecasts were (conformal).

Errors are of signals, that is in proportion, where all below the base floor is one: an end down there is zero. They
grow with the steps ahead as they grew in the past. The oldest origin is left out: nothing had been learnt there about
whom to trust.
"""

import numpy as np

from wareloom.trends.series.floor import signal
from wareloom.trends.series.forecasting.origins import STEPS
from wareloom.trends.series.numbers import Floats, known, mean_of_known

COVERAGE = 0.8
_FEWEST = 3
"""Origins, below which the oldest counts too."""


def interval(now: Floats, said: Floats, came: Floats, floor: Floats) -> tuple[Floats, Floats]:
    """Lower and upper end per step."""
    learnt = slice(1 if len(said) > _FEWEST else 0, None)
    off = signal(came[learnt], floor) - signal(said[learnt], floor)
    widening = _widening(off)
    far = np.abs(off / widening)
    reach = np.quantile(far[known(far)], COVERAGE) * widening
    middle = signal(now, floor)
    lower, upper = np.exp(middle - reach), np.exp(middle + reach)
    return np.where(lower > floor, np.minimum(lower, now), 0.0), np.where(upper > floor, np.maximum(upper, now), now)


def _widening(off: Floats) -> Floats:
    """The error to expect at each step: its square a straight line, never falling."""
    steps = np.arange(1.0, STEPS + 1)
    squares = mean_of_known(off * off, axis=0)
    told = known(squares)
    at, squares = steps[told], squares[told]
    slope = 0.0
    if len(at) > 1:
        apart = at - at.mean()
        slope = max(float((apart * squares).sum() / (apart * apart).sum()), 0.0)
    start = float(squares.mean()) - slope * float(at.mean())
    if start < 0:
        start, slope = 0.0, float((at * squares).sum() / (at * at).sum())
    return np.sqrt(np.maximum(start + slope * steps, 1e-18))
