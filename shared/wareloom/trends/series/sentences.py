"""Labels in words, with the numbers that they rest on."""

from wareloom.trends.series.evidence import FEWEST_KNOWN, Evidence
from wareloom.trends.series.floor import growth
from wareloom.trends.series.trend import Trend

_RARELY = 0.001


def too_little(of: Evidence) -> str:
    if of.known < FEWEST_KNOWN:
        told = f"{of.known} {'value is' if of.known == 1 else 'values are'}"
        return f"Only {told} known, and {FEWEST_KNOWN} are the least that say anything."
    return "Too little is known of its latest stretch to say anything."


def emerging(of: Evidence) -> str:
    return f"It stands at {_times(of.risen)} times what it was shortly before, having risen{_surely(of)}."


def rising(of: Evidence) -> str:
    return f"It rose by {_share(of)} over the last {_length(of)}{_surely(of)}{_beyond(of)}."


def falling(of: Evidence) -> str:
    return f"It fell by {_share(of)} over the last {_length(of)}{_surely(of)}{_beyond(of)}."


def peaking(of: Evidence) -> str:
    return f"It rose by {_share(of)} over the last {_length(of)}{_surely(of)}, but lately rises no more."


def turned(of: Evidence) -> str:
    since = of.fall
    if since is None:
        return "It rose, and falls again."
    fallen = abs(growth(since.change, 1))
    return f"It was at its top {since.steps} {_plural(of, since.steps)} ago, and has fallen by {fallen:.0%} since."


def spiked(of: Evidence) -> str:
    back = of.bursts_up[-1]
    at = len(of.flow.values) - 1 - back
    when = f"{back} {_plural(of, back)} ago" if back else f"in its last {of.flow.step.name}"
    return f"It burst out to {_times(of.bursts.over[at])} times the usual {when}, for a moment: no trend besides."


def standing(of: Evidence) -> str:
    if of.raised > 0:
        return f"Its newest values stand {_times(of.raised)} times as high as before, too newly for a trend."
    return "Its newest values lie far below what was usual before, too newly for a trend."


def seasonal(of: Evidence) -> str:
    year = of.flow.year
    told = f" (it explains {year.strength:.0%} of the movement)" if year else ""
    return f"It comes and goes with the year{told}; beyond that there is no sure trend."


def steady(of: Evidence) -> str:
    if of.trend is None or of.p is None:
        return "Nothing sure moves it."
    return f"No trend that is both sure and notable: {_signed(of.trend)} over the last {_length(of)}, p {of.p:.2g}."


def _plural(of: Evidence, count: int) -> str:
    name = of.flow.step.name
    if name[0].isdigit():
        return f"steps of {name}"
    return name if count == 1 else f"{name}s"


def _length(of: Evidence) -> str:
    steps = of.trend.steps if of.trend else 0
    return f"{steps} {_plural(of, steps)}"


def _share(of: Evidence) -> str:
    change = growth(of.trend.change, 1) if of.trend else 0.0
    return f"{abs(change):.0%}"


def _signed(of: Trend) -> str:
    return f"{growth(of.change, 1):+.0%}"


def _times(logarithm: float) -> str:
    return f"{growth(logarithm, 1) + 1:.1f}"


def _surely(of: Evidence) -> str:
    if of.p is None:
        return ""
    return f" (p below {_RARELY})" if of.p < _RARELY else f" (p {of.p:.2g})"


def _beyond(of: Evidence) -> str:
    return ", beyond what its season brings" if of.flow.year and of.flow.year.found else ""
