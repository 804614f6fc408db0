"""Each part of the score that knows time: what it is made of, and that nothing unknown is taken for the middle."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from wareloom.trends.estimates.estimate import Way, combined
from wareloom.trends.outlook.fees import FEES, dearest, itemised
from wareloom.trends.outlook.parts import Part, competition, demand, momentum, profitability, sentiment
from wareloom.trends.outlook.weights import ENOUGH, NAMES, USUAL, Weights, overall
from wareloom.trends.talk.voices import Voices


def sold(units: float, deviation: float = 0.3, sample: int = 50) -> Part:
    return demand(combined([Way("reviews", units, deviation, sample)]))


@pytest.mark.parametrize(
    "part",
    [demand(None), competition(0, None), profitability(None, "tee", 9), profitability(Decimal(20), None, 9),
     momentum(None, None, 0), sentiment(None), sentiment(Voices(0, 0, 40))],
    ids=["demand", "competition", "price", "product", "momentum", "nobody listens", "nobody judges"],
)  # fmt: skip
def test_what_is_not_known_is_no_number_and_says_why(part: Part) -> None:
    assert (part.value, part.confidence) == (None, 0.0)
    assert part.why.endswith(".")


def test_demand_counts_powers_of_ten() -> None:
    assert [round(sold(units).value or 0) for units in (9, 99, 999, 9_999, 10**9)] == [25, 50, 75, 100, 100]


def test_a_wide_range_and_few_offers_are_little_confidence() -> None:
    assert sold(100, 1.5).confidence < 0.2 < sold(100).confidence
    assert sold(100, sample=2).confidence < 0.2


def test_more_offers_are_more_competition() -> None:
    few, many = competition(9, 3), competition(999, 300)
    assert (few.value, many.value) == (pytest.approx(33.33), 100)
    assert few.confidence < many.confidence == 1
    assert "300 sellers" in many.why


def test_what_is_left_after_making_and_fees_is_the_profit() -> None:
    part = profitability(Decimal("24.99"), "tee", 40)
    assert part.inputs["fees"] == 2.82
    assert part.value == pytest.approx(200 * (24.99 - 13 - 2.82) / 24.99, abs=0.01)
    assert "etsy" in part.why
    assert profitability(Decimal(9), "tee", 40).value == 0


def test_fees_are_itemised_to_the_cent() -> None:
    assert itemised("etsy", Decimal("24.99")) == {
        "listing": Decimal("0.20"), "transaction": Decimal("1.62"), "payment": Decimal("1.00")
    }  # fmt: skip
    assert dearest(Decimal("24.99")) == ("etsy", Decimal("2.82"))
    assert all(fee.share < 1 for fees in FEES.values() for fee in fees)


def test_momentum_is_how_likely_it_grows() -> None:
    surely, hardly, falls = momentum(0.5, 0.001, 28), momentum(0.01, 0.9, 28), momentum(-0.5, 0.001, 28)
    assert surely.value == pytest.approx(99.95, abs=0.01)
    assert hardly.value == pytest.approx(55)
    assert falls.value == pytest.approx(0.05, abs=0.01)
    assert hardly.confidence < 0.15 < 0.9 < falls.confidence
    assert "+50%" in surely.why


def test_few_voices_are_no_verdict() -> None:
    three, many = sentiment(Voices(3, 0, 0)), sentiment(Voices(300, 0, 0))
    assert three.value is not None
    assert many.value is not None
    assert 60 < three.value < 90 < many.value
    assert three.confidence < many.confidence
    assert sentiment(Voices(50, 50, 0)).value == 50


def test_what_is_unknown_has_no_say_and_lowers_the_confidence() -> None:
    whole = {"demand": sold(999), "momentum": momentum(0.5, 0.001, 28), "competition": competition(40, 9),
             "profitability": profitability(Decimal(25), "tee", 40),
             "sentiment": sentiment(Voices(90, 10, 0))}  # fmt: skip
    partly = {**whole, "momentum": momentum(None, None, 0), "sentiment": sentiment(None)}
    nothing = {name: demand(None) for name in NAMES}
    assert overall(nothing) == (None, 0.0)
    score, sure = overall(whole)
    less, less_sure = overall(partly)
    assert score
    assert less
    assert less_sure < sure
    assert sure > ENOUGH
    only = overall(whole, Weights(demand=1, momentum=0, competition=0, profitability=0, sentiment=0))
    assert only[0] == whole["demand"].value


def test_little_competition_is_good() -> None:
    def score(offers: int) -> float:
        parts = {name: demand(None) for name in NAMES} | {"competition": competition(offers, None)}
        return overall(parts)[0] or 0

    assert score(5) > score(500)


def test_somebody_must_have_a_say() -> None:
    with pytest.raises(ValidationError, match="at least one"):
        Weights(demand=0, momentum=0, competition=0, profitability=0, sentiment=0)
    assert sum(getattr(USUAL, name) for name in NAMES) == pytest.approx(1)
