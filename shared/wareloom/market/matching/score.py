"""How likely two offers are one product, in one number, and what follows from it."""

from math import exp
from typing import Any, Literal

from wareloom.market.matching.evidence import Evidence

VERSION = 1
"""One more whenever a pair may score differently: everything is then compared again, slice by slice."""
SAME, MAYBE = 0.9, 0.33
"""From the one on we say that they are the same; from the other on we ask a person; under it nothing is kept."""
Verdict = Literal["same", "maybe"]

# First fitted with `python -m tests.bench.matching --fit`, on seeds that its tests never look at; then rounded, and
# moved by hand: prices count for less than the fit has it, for real ones are wilder than made-up ones.
CONSTANT, TITLE, INFORMATION, INSTEAD, PICTURE, AGREES, GAP = -5.6, 6.7, 2.8, 3.6, 2.1, 0.1, 1.5
_MOST_AGREEING = 3
# Judged, not fitted: words alone, with no pictures to look at, must say more.
UNSEEN = 0.5
# Judged, not fitted: one that differs here is another product, however alike the rest. A wrong match misleads a seller.
_DIFFERENT = 8.0
_DOUBTFUL = 4.15
"""However alike the rest, a person is asked."""
CONTRADICTIONS: dict[str, float] = {
    **dict.fromkeys(("kind", "pack", "measure", "number", "model", "identifier"), _DIFFERENT),
    **dict.fromkeys(("colour", "style", "people", "brand", "shop"), _DOUBTFUL),
    "size": 1.0,
}


def score(evidence: Evidence) -> float:
    """Between 0 and 1. One number that both carry decides; a contradiction never raises it."""
    if evidence.identifier:
        return 1.0
    return round(1 / (1 + exp(-logit(evidence))), 4)


def logit(evidence: Evidence) -> float:
    return (
        CONSTANT
        + TITLE * evidence.title
        + INFORMATION * evidence.information
        - INSTEAD * evidence.instead
        + PICTURE * evidence.picture_likeness
        - (UNSEEN if evidence.picture is None else 0)
        + AGREES * min(_MOST_AGREEING, len(evidence.agrees))
        - GAP * evidence.price_gap
        - sum(CONTRADICTIONS[name] for name in evidence.contradicts)
    )


def verdict(score: float) -> Verdict | None:
    if score >= SAME:
        return "same"
    return "maybe" if score >= MAYBE else None


def parts(evidence: Evidence) -> dict[str, Any]:
    """The evidence as it is kept and shown."""
    ratio = evidence.price_ratio
    return {
        "identifier": evidence.identifier,
        "title": round(evidence.title, 3),
        "information": round(evidence.information, 3),
        "instead": round(evidence.instead, 3),
        "picture_distance": evidence.picture,
        "price_ratio": None if ratio is None else round(min(ratio, 1e6), 2),
        "agrees": sorted(evidence.agrees),
        "contradicts": sorted(evidence.contradicts),
        "shared": list(evidence.shared),
        "only_one": list(evidence.only_one),
    }
