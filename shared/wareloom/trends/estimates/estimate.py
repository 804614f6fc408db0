"""How much of something is sold, as a range: several ways of telling, each with how far it may be off.

No shop says what it sells. What can be seen is reviews, ranks and sometimes a counter; each is turned into units by a
factor that is known only roughly. So an estimate is a middle and a factor of error, and ways that agree make it
narrower only as far as they know of each other's mistakes: they are never better than the best of them by much.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp, log, sqrt

_SHARED_ERROR = 0.15
"""In logarithms: what all ways have wrong together, however many there are."""
_FURTHEST_APART = 2.0
"""In deviations: beyond it two ways contradict each other, and the range is made to hold both."""
Z_80 = 1.281552
"""80 % of a normal distribution lies within so many deviations."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way of telling: units over the stretch of time that was asked about."""

    name: str
    units: float
    deviation: float
    """Of the logarithm: 0.7 is a factor of two either way, most of the time."""
    sample: int
    """How many offers it was told by."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """An 80 % range."""

    low: float
    mid: float
    high: float
    ways: tuple[Way, ...]
    calibrated: bool


def combined(ways: Iterable[Way], *, calibration: "Calibration | None" = None) -> Estimate | None:
    """None where no way tells anything: what is not known is not zero."""
    told = tuple(way for way in ways if way.units > 0 and way.sample > 0)
    if not told:
        return None
    weights = [1 / way.deviation**2 for way in told]
    middle = sum(weight * log(way.units) for weight, way in zip(weights, told, strict=True)) / sum(weights)
    spread = sqrt(1 / sum(weights) + _SHARED_ERROR**2)
    spread = max(spread, _disagreement(told, middle))
    if calibration:
        middle, spread = middle + calibration.shift, min(spread, calibration.spread)
    reach = Z_80 * spread
    return Estimate(exp(middle - reach), exp(middle), exp(middle + reach), told, calibrated=calibration is not None)


def _disagreement(ways: Sequence[Way], middle: float) -> float:
    """Where ways contradict each other, neither's own error is to be believed."""
    off = [abs(log(way.units) - middle) for way in ways]
    beyond = any(away > _FURTHEST_APART * way.deviation for away, way in zip(off, ways, strict=True))
    return max(off) / Z_80 if beyond else 0.0


@dataclass(frozen=True, slots=True)
class Calibration:
    """What a workspace's own sales say of the estimates of its own offers."""

    shift: float
    """Of the logarithm: what estimates have to be moved by."""
    spread: float
    pairs: int


FEWEST_PAIRS = 5


def calibrated(pairs: Iterable[tuple[float, float]]) -> Calibration | None:
    """Each an estimate and what was really sold. By the median, and shrunk towards no shift while pairs are few."""
    off = sorted(log(sold / estimated) for estimated, sold in pairs if estimated > 0 and sold > 0)
    if len(off) < FEWEST_PAIRS:
        return None
    middle = _median(off)
    spread = 1.4826 * _median(sorted(abs(one - middle) for one in off))
    trust = len(off) / (len(off) + FEWEST_PAIRS)
    unsure = spread / sqrt(len(off)) + (1 - trust) * abs(middle)
    return Calibration(trust * middle, sqrt(max(spread, _SHARED_ERROR) ** 2 + unsure**2), len(off))


def _median(ordered: Sequence[float]) -> float:
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
