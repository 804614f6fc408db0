"""Growth over the last 7, 28 and 90 days, each with its bounds, its chance, and why it is unknown where it is."""

from dataclasses import dataclass

from wareloom.trends.series.floor import growth
from wareloom.trends.series.numbers import known
from wareloom.trends.series.recent import Flow
from wareloom.trends.series.trend import CYCLES, FEWEST_POINTS, Trend, trend_of

WINDOWS = (7, 28, 90)


@dataclass(frozen=True, slots=True)
class Window:
    """Growth is a share of the beginning: 0.25 is a quarter more. None, with the reason, where it cannot be told."""

    days: int
    growth: float | None
    low: float | None
    high: float | None
    """The ends of the 95 % confidence interval."""
    p: float | None
    points: int
    reason: str | None


def windows(flow: Flow) -> tuple[Window, ...]:
    return tuple(_window(flow, days) for days in WINDOWS)


def _window(flow: Flow, days: int) -> Window:
    steps = int(days / flow.step.days + 1e-9)
    reason = _too_coarse(steps, days) or _too_short(flow, steps, days)
    if reason:
        return _unknown(days, reason)
    raw = trend_of(flow.signals[-steps - 1 :])
    tested = _significance(flow, steps)
    if raw is None or tested is None:
        return _unknown(days, f"too little is known of the last {days} days")
    length = days / flow.step.days
    ends = (growth(slope, length) for slope in (raw.slope.slope, raw.slope.low, raw.slope.high))
    return Window(days, *ends, p=tested.p, points=raw.points, reason=None)


def _significance(flow: Flow, steps: int) -> Trend | None:
    """By phases where a short season fills the window many times, otherwise with the seasons taken out."""
    short = next((one for one in flow.rhythms[::-1] if one.found and one.season.every != "year"), None)
    if short is None:
        return trend_of(flow.adjusted[-steps - 1 :], flow.taken)
    still = (flow.adjusted + short.over(len(flow.adjusted)))[-steps - 1 :]
    if len(still) // short.season.steps >= CYCLES and known(still).all():
        return trend_of(still, season=short.season.steps)
    return trend_of(flow.adjusted[-steps - 1 :], flow.taken)


def _too_coarse(steps: int, days: int) -> str | None:
    if steps + 1 >= FEWEST_POINTS:
        return None
    return f"{days} days hold {steps + 1} of its steps, and {FEWEST_POINTS} are the least that tell a trend"


def _too_short(flow: Flow, steps: int, days: int) -> str | None:
    if len(flow.values) > steps:
        return None
    return f"it does not reach {days} days back"


def _unknown(days: int, reason: str) -> Window:
    return Window(days, growth=None, low=None, high=None, p=None, points=0, reason=reason)
