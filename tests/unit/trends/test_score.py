from dataclasses import dataclass, replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wareloom.trends.score import Figures, figures, parts

PARTS = ("demand", "growth", "competition", "profitability", "overall")


@dataclass(frozen=True)
class Shown:
    marketplace: str = "sample"
    rating: Decimal | None = None
    reviews_count: int | None = None
    price: Decimal | None = None
    currency: str | None = None


def told(
    *, offers: int = 10, rating: str | None = None, reviews: str | None = None, price: str | None = None
) -> Figures:
    known = {
        name: None if text is None else Decimal(text) for name, text in (("r", rating), ("n", reviews), ("p", price))
    }
    return Figures(
        offers_count=offers,
        rating_avg=known["r"],
        reviews_avg=known["n"],
        currency=None,
        price_avg=known["p"],
        price_min=known["p"],
        price_max=known["p"],
        priced_count=0 if price is None else offers,
        marketplaces={"sample": offers},
    )


WORKED = [
    pytest.param(
        told(offers=20, rating="4", reviews="300", price="25"), ("50", "90", "20", "65", "71.25"), id="plain numbers"
    ),
    pytest.param(
        told(offers=33, rating="4.5", reviews="120.5", price="19.99"),
        ("34.55", "100", "33", "64.99", "66.635"),
        id="exact to the last digit",
    ),
    pytest.param(
        told(offers=500, rating="5", reviews="9000", price="400"),
        ("100", "100", "100", "100", "75"),
        id="clamped above",
    ),
    pytest.param(told(offers=5), ("0", "10", "5", "0", "26.25"), id="nothing known but how many"),
    pytest.param(told(offers=100, rating="2"), ("10", "50", "100", "20", "20"), id="only a rating known"),
]


@pytest.mark.parametrize(("of", "expected"), WORKED)
def test_the_score_is_what_the_formula_says(of: Figures, expected: tuple[str, ...]) -> None:
    opened = parts(of)
    assert tuple(opened) == PARTS
    assert [opened[name].value for name in PARTS] == [Decimal(number) for number in expected]


def test_a_part_opens_to_its_inputs_and_to_what_it_was_before_the_clamp() -> None:
    opened = parts(told(rating="5", reviews="9000"))["demand"]
    assert (opened.value, opened.unclamped) == (100, 925)
    assert opened.inputs == {"reviews_avg": Decimal(9000), "rating_avg": Decimal(5)}
    assert opened.formula == "reviews_avg / 10 + rating_avg × 5"


def test_what_no_offer_told_counts_as_nothing_and_is_shown_as_unknown() -> None:
    assert parts(told(rating="4"))["profitability"].inputs == {"price_avg": None, "rating_avg": Decimal(4)}


def test_the_overall_is_made_of_clamped_parts() -> None:
    opened = parts(told(offers=100, reviews="5000"))
    assert opened["overall"].inputs["demand"] == 100
    assert opened["overall"].value == (100 + 10 + 0 + 0) / Decimal(4)


AMOUNTS = st.decimals(min_value=0, max_value=Decimal("1e12"), places=2)
RATINGS = st.decimals(min_value=0, max_value=5, places=2)


@st.composite
def anything(draw: st.DrawFn) -> Figures:
    return replace(
        told(),
        offers_count=draw(st.integers(0, 10**6)),
        rating_avg=draw(st.none() | RATINGS),
        reviews_avg=draw(st.none() | AMOUNTS),
        price_avg=draw(st.none() | AMOUNTS),
    )


@given(anything())
def test_every_part_is_between_0_and_100(of: Figures) -> None:
    assert all(0 <= part.value <= 100 for part in parts(of).values())


@given(anything(), RATINGS, AMOUNTS, AMOUNTS)
def test_more_of_what_is_good_never_scores_less(of: Figures, rating: Decimal, reviews: Decimal, price: Decimal) -> None:
    better = replace(
        of,
        rating_avg=(of.rating_avg or 0) + rating,
        reviews_avg=(of.reviews_avg or 0) + reviews,
        price_avg=(of.price_avg or 0) + price,
    )
    for name in ("demand", "growth", "profitability", "overall"):
        assert parts(better)[name].value >= parts(of)[name].value


@given(anything(), st.integers(0, 1000))
def test_more_offers_never_score_more(of: Figures, more: int) -> None:
    crowded = replace(of, offers_count=of.offers_count + more)
    assert parts(crowded)["overall"].value <= parts(of)["overall"].value


@given(anything())
def test_a_number_follows_from_its_inputs_without_rounding(of: Figures) -> None:
    inputs = parts(of)["profitability"].inputs
    price, rating = inputs["price_avg"] or Decimal(0), inputs["rating_avg"] or Decimal(0)
    assert parts(of)["profitability"].unclamped == price + rating * 10


def test_averages_are_over_the_offers_that_tell_them() -> None:
    of = figures([Shown(rating=Decimal(4), reviews_count=10), Shown(rating=Decimal(5)), Shown()])
    assert (of.offers_count, of.rating_avg, of.reviews_avg, of.price_avg) == (3, Decimal("4.5"), 10, None)


def test_a_rating_of_nothing_is_known_and_no_rating_is_not() -> None:
    assert figures([Shown(reviews_count=0), Shown(reviews_count=4), Shown()]).reviews_avg == 2


def prices(*shown: tuple[str, str | None]) -> Figures:
    return figures([Shown(price=Decimal(price), currency=currency) for price, currency in shown])


def test_prices_are_of_the_currency_that_most_offers_are_sold_in() -> None:
    of = prices(("10", "USD"), ("30", "USD"), ("900", "JPY"))
    assert (of.currency, of.price_avg, of.price_min, of.price_max, of.priced_count) == ("USD", 20, 10, 30, 2)


def test_two_currencies_with_as_many_offers_go_by_the_alphabet() -> None:
    assert prices(("10", "USD"), ("20", "EUR")).currency == "EUR"


def test_prices_without_a_currency_count_only_among_themselves() -> None:
    of = prices(("10", None), ("20", None), ("30", "GBP"))
    assert (of.currency, of.priced_count) == ("GBP", 1)
    alone = prices(("10", None), ("20", None))
    assert (alone.currency, alone.price_avg, alone.priced_count) == (None, 15, 2)


def test_absurd_prices_are_averaged_all_the_same() -> None:
    assert prices(("1e90", "USD"), ("3e90", "USD")).price_avg == Decimal("2e90")


def test_an_average_that_never_ends_is_cut_at_twenty_digits() -> None:
    assert prices(("1", "USD"), ("1", "USD"), ("0", "USD")).price_avg == Decimal("0.66666666666666666667")
