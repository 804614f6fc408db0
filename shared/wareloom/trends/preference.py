"""Which trends a run takes first, and why: what surely rises, then what is known, then what scores well."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from uuid import UUID

from wareloom.trends.outlook.weights import ENOUGH

LATELY = timedelta(days=7)
_RISES = frozenset({"emerging", "rising"})
_FALLS: Mapping[str, str] = {"declining": "it declines", "spike": "it was one day’s spike"}
_ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth")
_TENTH = Decimal("0.1")


@dataclass(frozen=True)
class Candidate:
    trend_id: UUID
    overall: Decimal
    """The classic score."""
    worked_on_at: datetime | None
    """By this workspace, lately."""
    label: str | None = None
    score: float | None = None
    """The one that knows time, as the workspace weighs it."""
    confidence: float | None = None

    @property
    def is_known(self) -> bool:
        told = self.label not in (None, "insufficient data") and self.score is not None
        return told and self.confidence is not None and self.confidence >= ENOUGH

    @property
    def falls(self) -> bool:
        return self.label in _FALLS


@dataclass(frozen=True)
class Preferred:
    trend_id: UUID
    reason: str


def preferred(candidates: Iterable[Candidate], wanted: int) -> Sequence[Preferred]:
    """What falls is taken last of all, and what was worked on lately only before that."""
    classic = sorted(candidates, key=lambda one: (-one.overall, one.trend_id))
    known = sorted((one for one in classic if one.is_known), key=lambda one: -(one.score or 0.0))
    places = {one.trend_id: place for place, one in enumerate(known, start=1)}
    ordered = [*known, *(one for one in classic if not one.is_known)]
    ordered.sort(key=lambda one: (one.falls, one.worked_on_at is not None, _tier(one)))
    by_classic = {one.trend_id: place for place, one in enumerate(classic, start=1)}
    some_fall = any(one.falls for one in classic)
    return [
        Preferred(one.trend_id, f"{_score(one, places, by_classic)}; {_worked_on(one, some_fall=some_fall)}.")
        for one in ordered[:wanted]
    ]


def _tier(one: Candidate) -> int:
    if not one.is_known:
        return 2
    return 0 if one.label in _RISES else 1


def _score(one: Candidate, known: Mapping[UUID, int], classic: Mapping[UUID, int]) -> str:
    if one.is_known:
        place, sure = _ordinal(known[one.trend_id]), f"{one.confidence:.0%} sure"
        score = f"{place} of {len(known)} by the score that knows time, {one.score:.1f}, {sure}"
        return score if one.falls else f"{score}; it is {one.label}"
    score = f"{_ordinal(classic[one.trend_id])} by overall score, {one.overall.quantize(_TENTH, ROUND_HALF_UP)}"
    return f"{score}, for too little is known of how it moves" if known else score


def _worked_on(one: Candidate, *, some_fall: bool) -> str:
    if one.falls:
        return f"{_FALLS[one.label or '']}, but no better trend was left"
    if one.worked_on_at is None:
        return f"not worked on in the last {LATELY.days} days"
    others = "no other trend was left that does not fall" if some_fall else "no other trend was left"
    return f"worked on before, on {one.worked_on_at.day} {one.worked_on_at:%B}: {others}"


def _ordinal(place: int) -> str:
    if place <= len(_ORDINALS):
        return _ORDINALS[place - 1]
    ending = "th" if place % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place}{ending}"
