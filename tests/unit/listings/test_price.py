from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wareloom.designs.products import PRODUCTS
from wareloom.kit.errors import Rejected
from wareloom.listings.price import BESIDE_A_TEE, MARGIN, Average, least, price
from wareloom.trends.costs import COSTS

EVERY = st.sampled_from(PRODUCTS)
AMOUNTS = st.decimals(0, 100_000, places=4)


@pytest.mark.parametrize(
    ("average", "amount"),
    [
        ("24.99", "24.99"),
        ("24.40", "23.99"),
        ("24.60", "24.99"),
        ("24.49", "23.99"),
        ("31", "30.99"),
        ("199.5", "199.99"),
    ],
)
def test_a_tee_costs_the_99_nearest_to_what_the_niche_pays(average: str, amount: str) -> None:
    asked = price("tee", "USD", Average(Decimal(average), "USD"))
    assert asked.amount == Decimal(amount)
    assert "keeps near it" in asked.reason


def test_a_niche_that_sells_too_cheap_is_not_followed_down() -> None:
    asked = price("tee", "USD", Average(Decimal("9.50"), "USD"))
    assert asked.amount == Decimal("18.99")
    assert asked.reason == (
        "The niche sells at 9.50 USD on average; under 18.57 less than 30 % would be left, so 18.99."
    )


def test_what_is_no_tee_is_priced_beside_one() -> None:
    asked = price("hoodie", "USD", Average(Decimal(25), "USD"))
    assert asked.amount == Decimal("44.99")
    assert "about 45.00 for a hoodie" in asked.reason


@pytest.mark.parametrize(
    ("average", "said"),
    [
        (None, "shows no price"),
        (Average(Decimal(0), "USD"), "shows no price"),
        (Average(Decimal(3000), "JPY"), "priced in JPY"),
    ],
    ids=["none", "nought", "another currency"],
)
def test_without_a_price_to_go_by_it_is_what_the_making_needs(average: Average | None, said: str) -> None:
    asked = price("mug", "USD", average)
    assert asked.amount == Decimal("11.99")
    assert said in asked.reason


def test_a_currency_whose_costs_are_unknown_is_refused() -> None:
    with pytest.raises(Rejected, match="not known in JPY"):
        price("tee", "JPY", None)


def test_a_product_whose_costs_are_unknown_is_refused() -> None:
    with pytest.raises(Rejected, match="What a kettle costs"):
        price("kettle", "USD", None)


@given(EVERY, st.sampled_from(list(COSTS)), st.none() | AMOUNTS)
def test_every_price_ends_in_99_and_leaves_the_margin(product: str, currency: str, average: Decimal | None) -> None:
    asked = price(product, currency, None if average is None else Average(average, currency))
    assert asked.amount % 1 == Decimal("0.99")
    assert asked.amount >= least(product, currency)
    assert asked.amount - COSTS[currency][product] >= asked.amount * (MARGIN - Decimal("0.001"))
    assert str(asked.amount) in asked.reason


@given(EVERY, AMOUNTS)
def test_a_price_is_within_half_of_what_is_usual_where_the_floor_allows(product: str, average: Decimal) -> None:
    asked = price(product, "USD", Average(average, "USD"))
    usual = average * BESIDE_A_TEE[product]
    assert asked.amount <= least(product, "USD") + 1 or abs(asked.amount - usual) <= Decimal("0.51")


@pytest.mark.parametrize("currency", COSTS)
def test_every_product_has_a_cost(currency: str) -> None:
    assert set(COSTS[currency]) == set(PRODUCTS) == set(BESIDE_A_TEE)
