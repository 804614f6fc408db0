"""What a run takes first, and the words in which it says why."""

from datetime import timedelta
from decimal import Decimal
from uuid import UUID

from tests.integration.trends.market import NOON
from wareloom.trends.preference import Candidate, preferred


def one(number: int, overall: int = 50, *, lately: bool = False) -> Candidate:
    return Candidate(UUID(int=number), Decimal(overall), NOON + timedelta(days=1) if lately else None)


def judged(number: int, label: str, score: float, confidence: float = 0.6, *, lately: bool = False) -> Candidate:
    plain = one(number, lately=lately)
    return Candidate(plain.trend_id, plain.overall, plain.worked_on_at, label, score, confidence)


def order(*candidates: Candidate) -> list[int]:
    return [found.trend_id.int for found in preferred(candidates, 99)]


def reasons(*candidates: Candidate) -> list[str]:
    return [found.reason for found in preferred(candidates, 99)]


def test_without_any_judgement_the_classic_score_chooses_and_ties_go_to_the_older() -> None:
    assert order(one(3, 60), one(1, 70), one(4, 70), one(2, 80)) == [2, 1, 4, 3]
    assert reasons(one(1))[0] == "First by overall score, 50.0; not worked on in the last 7 days."


def test_what_surely_rises_comes_first_then_what_is_known_then_what_scores_well() -> None:
    rises, emerges = judged(1, "rising", 40), judged(2, "emerging", 60)
    steady, seasonal = judged(3, "steady", 90), judged(4, "seasonal", 80)
    assert order(one(5, 99), steady, rises, seasonal, emerges) == [2, 1, 3, 4, 5]


def test_what_falls_and_what_was_one_days_spike_come_last_even_of_little_evidence() -> None:
    falls, spike = judged(1, "declining", 95), judged(2, "spike", 99, 0.1)
    assert order(falls, spike, one(3, 10), judged(4, "rising", 20, lately=True)) == [3, 4, 1, 2]


def test_a_rise_of_little_evidence_is_not_believed() -> None:
    unsure, silent = judged(1, "rising", 99, 0.34), judged(2, "insufficient data", 99, 0.9)
    assert order(unsure, silent, judged(3, "steady", 5)) == [3, 1, 2]


def test_what_was_worked_on_lately_comes_after_others() -> None:
    assert order(judged(1, "rising", 90, lately=True), one(2, 1), one(3, 5, lately=True)) == [2, 1, 3]


def test_reasons_say_by_what_it_was_chosen_and_what_stands_against_it() -> None:
    told = reasons(judged(1, "rising", 71.26), one(2), judged(3, "steady", 80, lately=True), judged(4, "declining", 60))
    assert told == [
        "Second of 3 by the score that knows time, 71.3, 60% sure; it is rising; not worked on in the last 7 days.",
        "Second by overall score, 50.0, for too little is known of how it moves; not worked on in the last 7 days.",
        "First of 3 by the score that knows time, 80.0, 60% sure; it is steady; "
        "worked on before, on 2 November: no other trend was left that does not fall.",
        "Third of 3 by the score that knows time, 60.0, 60% sure; it declines, but no better trend was left.",
    ]


def test_places_are_said_as_people_say_them() -> None:
    places = [reason.split(" ")[0] for reason in reasons(*(one(n) for n in range(23)))]
    assert places[:2] == ["First", "Second"]
    assert places[10:13] == ["11th", "12th", "13th"]
    assert places[20:] == ["21st", "22nd", "23rd"]
