"""What is said of where a trend stands, seeing that thousands are looked at: some seem to move by chance alone."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from wareloom.trends.series.discoveries import q_values
from wareloom.trends.series.evidence import SURE
from wareloom.trends.series.labels import Label
from wareloom.trends.series.score import Scored

MOST_FALSE = 0.10
"""Of the trends that are said to move, so many may not."""
_TRUE_FROM, _TEMPERED = 0.2, 0.75
"""On markets where nothing moves a p comes the more often than it should the smaller it is, one in a thousand up to
three times as often: days of one niche resemble each other for longer than the test allows for. Among many trends it is
the smallest p that decide, so below a fifth they are raised to what they are worth there."""
_MOVES: frozenset[Label] = frozenset({"emerging", "rising", "peaking", "declining"})


class Standing(NamedTuple):
    label: Label
    why: str


class Claim(NamedTuple):
    """What one trend says of itself, until it is seen among all the others."""

    label: Label
    why: str
    p: float | None
    comes_back: bool


def tempered(p: float) -> float:
    return p if p >= _TRUE_FROM else _TRUE_FROM * (p / _TRUE_FROM) ** _TEMPERED


def among_many(p: Sequence[float | None]) -> list[float | None]:
    """What share of false ones each would bring along; None stays None."""
    own = np.array([np.nan if one is None else tempered(one) for one in p])
    return [None if one is None else float(q) for one, q in zip(p, q_values(own), strict=True)]


def claim(one: Scored) -> Claim:
    return Claim(one.label, one.why, one.p, comes_back(one))


def standing(one: Claim, q: float | None) -> Standing:
    """A label that rests on a burst rather than on a trend is no matter of many comparisons."""
    by_trend = one.label in _MOVES and one.p is not None and one.p <= SURE
    if not by_trend or q is None or q <= MOST_FALSE:
        return Standing(one.label, one.why)
    label: Label = "seasonal" if one.comes_back else "steady"
    doubt = f"It looks {one.label}, but of all trends that look so surely {q:.0%} would by chance alone."
    return Standing(label, f"{doubt} {one.why}")


def comes_back(one: Scored) -> bool:
    year = one.evidence.flow.year
    return year is not None and year.found
