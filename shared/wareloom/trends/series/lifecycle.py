"""Where a series stands in its life: the first rule that holds, each with the sentence that explains it.

What rises is judged by the same measure as what falls, before all else, so that a rise told backwards is a fall.
"""

import math
from collections.abc import Callable
from typing import NamedTuple

from wareloom.trends.series import sentences
from wareloom.trends.series.evidence import NOTABLE, SURE, Evidence
from wareloom.trends.series.labels import Label

_OF_THE_SWING = 1 / 3
"""A change is not notable that is small beside the season's own."""
_FROM_NEXT_TO_NOTHING = math.log(5)
_STANDS_OUT, _TWICE = 4.0, math.log(2)
_FLAT = 1 / 3
"""Of the stretch's slope; no more is left of it where a peak is reached."""
_SHORT = 2
"""Steps that a spike lasts at most."""
_RARE = 0.05
"""Of all steps: what bursts more often is only wild."""


class Rule(NamedTuple):
    label: Label
    holds: Callable[[Evidence], bool]
    because: Callable[[Evidence], str]


def _too_little(of: Evidence) -> bool:
    return of.trend is None


def _goes(of: Evidence) -> float:
    """The change that is both sure and notable, or 0."""
    if of.trend is None or of.p is None or of.p > SURE:
        return 0.0
    change = of.trend.change
    return change if abs(change) >= max(NOTABLE, _OF_THE_SWING * of.flow.swing) else 0.0


def _falls(of: Evidence) -> bool:
    return _goes(of) < 0


def _rises(of: Evidence) -> bool:
    return _goes(of) > 0


def _emerges(of: Evidence) -> bool:
    from_little = of.risen >= _FROM_NEXT_TO_NOTHING and of.trend is not None and of.p is not None and of.p <= SURE
    return from_little and of.trend is not None and of.trend.slope.slope >= 0


def _stands_high(of: Evidence) -> bool:
    return not _goes(of) and of.raised >= max(_STANDS_OUT * of.bursts.deviation, _TWICE)


def _stands_low(of: Evidence) -> bool:
    return of.fell_at_the_end or -of.raised >= max(_STANDS_OUT * of.bursts.deviation, _TWICE)


def _peaks(of: Evidence) -> bool:
    if not _rises(of) or of.recent is None or of.latest is None:
        return False
    slope = of.recent.slope.slope
    return of.latest.slope.slope <= _FLAT * slope and of.latest.slope.high < slope


def _spiked_at_an_end(of: Evidence) -> bool:
    """By more than all that the trend amounts to. What begins with a spike counts too: backwards it would end so."""
    ends = [back for back in of.bursts_up if back < _SHORT or back >= len(of.flow.values) - _SHORT]
    burst = max((of.bursts.over[len(of.flow.values) - 1 - back] for back in ends), default=0.0)
    return _spiked(of) and burst > abs(_goes(of))


def _spiked(of: Evidence) -> bool:
    up = of.bursts_up
    if not up or len(up) > max(_SHORT, _RARE * of.flow.stretch):
        return False
    return all(up[place] - up[place + _SHORT] > _SHORT for place in range(len(up) - _SHORT))


def _turned(of: Evidence) -> bool:
    return not _falls(of) and of.fall is not None


def _always(_: Evidence) -> bool:
    return True


def _has_season(of: Evidence) -> bool:
    return of.flow.year is not None and of.flow.year.found


RULES: tuple[Rule, ...] = (
    Rule("insufficient data", _too_little, sentences.too_little),
    Rule("peaking", _turned, sentences.turned),
    Rule("emerging", _emerges, sentences.emerging),
    Rule("emerging", _stands_high, sentences.standing),
    Rule("spike", _spiked_at_an_end, sentences.spiked),
    Rule("declining", _falls, sentences.falling),
    Rule("peaking", _peaks, sentences.peaking),
    Rule("rising", _rises, sentences.rising),
    Rule("spike", _spiked, sentences.spiked),
    Rule("declining", _stands_low, sentences.standing),
    Rule("seasonal", _has_season, sentences.seasonal),
    Rule("steady", _always, sentences.steady),
)


def lifecycle(of: Evidence) -> tuple[Label, str]:
    rule = next(rule for rule in RULES if rule.holds(of))
    return rule.label, rule.because(of)
