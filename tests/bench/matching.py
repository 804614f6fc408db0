"""How often the matcher is right, on products that its weights were not fitted on; and how they were fitted.

`python -m tests.bench.matching --fit` prints weights to round and to write down in `score.py`.
"""

import sys
from collections.abc import Iterator, Sequence
from math import exp

from tests.bench.figures import MACHINE, Figure, seconds
from tests.support.wordings import Labelled, labelled
from wareloom.market.matching import score as scoring
from wareloom.market.matching.evidence import Evidence, compare
from wareloom.market.matching.score import SAME, score

FITTED_ON, JUDGED_ON = range(100, 116), range(16)
_STEPS, _PACE, _WRONG_MATCH = 1500, 2.0, 6.0
"""A pair that is wrongly called the same weighs as much as six that are missed."""


def figures() -> Iterator[Figure]:
    pairs = [pair for seed in JUDGED_ON for pair in labelled(seed, held_out=True)]
    found = precision_and_recall(pairs)
    about = f"{len(pairs)} pairs of products that the weights were not fitted on"
    yield Figure("offers called the same that are", found[0] * 100, "%", about)
    yield Figure("offers that are the same and are called so", found[1] * 100, "%", about)
    taken = seconds(lambda: [score(compare(pair.one, pair.other)) for pair in pairs])
    yield Figure("comparison of two offers", len(pairs) / taken, "pairs/s", MACHINE)


def precision_and_recall(pairs: Sequence[Labelled]) -> tuple[float, float]:
    called = [(pair.same, score(compare(pair.one, pair.other)) >= SAME) for pair in pairs]
    right = called.count((True, True))
    return right / max(1, right + called.count((False, True))), right / max(1, right + called.count((True, False)))


def fit(pairs: Sequence[tuple[Evidence, bool]]) -> list[float]:
    """Logistic regression by its gradient; what is judged rather than fitted stays, and no weight changes its sign."""
    rows = [(_features(evidence), _judged(evidence), same) for evidence, same in pairs]
    names = ("CONSTANT", "TITLE", "INFORMATION", "INSTEAD", "PICTURE", "AGREES", "GAP")
    weights: list[float] = [getattr(scoring, name) for name in names]
    for _ in range(_STEPS):
        slope = [0.0] * len(weights)
        for features, judged, same in rows:
            off = 1 / (1 + exp(-sum(map(float.__mul__, weights, features)) - judged)) - same
            for place, feature in enumerate(features):
                slope[place] += off * feature * (1.0 if same else _WRONG_MATCH)
        moved = [weight - _PACE * part / len(rows) for weight, part in zip(weights, slope, strict=True)]
        weights = [moved[0], *(max(0.0, weight) for weight in moved[1:])]
    return weights


def _features(evidence: Evidence) -> list[float]:
    agreeing = float(min(3, len(evidence.agrees)))
    told = [evidence.title, evidence.information, -evidence.instead, evidence.picture_likeness]
    return [1.0, *told, agreeing, -evidence.price_gap]


def _judged(evidence: Evidence) -> float:
    unseen = scoring.UNSEEN if evidence.picture is None else 0.0
    return -unseen - sum(scoring.CONTRADICTIONS[name] for name in evidence.contradicts)


def _main() -> None:
    pairs = [pair for seed in FITTED_ON for pair in labelled(seed, held_out=False)]
    if "--fit" in sys.argv:
        print([round(weight, 2) for weight in fit([(compare(pair.one, pair.other), pair.same) for pair in pairs])])
        print(precision_and_recall(pairs))
        return
    for figure in figures():
        print(figure)


if __name__ == "__main__":
    _main()
