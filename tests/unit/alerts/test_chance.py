import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wareloom.alerts.chance import by_chance, chi_square, distance

COUNTS = st.lists(st.integers(0, 1000), min_size=7, max_size=7)

# From printed tables: the statistic that is exceeded with this chance.
TABLE = [
    (1, 3.841, 0.05),
    (2, 5.991, 0.05),
    (3, 11.345, 0.01),
    (4, 13.277, 0.01),
    (5, 20.515, 0.001),
    (6, 22.458, 0.001),
]


@pytest.mark.parametrize(("freedom", "statistic", "chance"), TABLE)
def test_the_tail_is_that_of_the_tables(freedom: int, statistic: float, chance: float) -> None:
    assert by_chance(statistic, freedom) == pytest.approx(chance, rel=2e-3)


@given(st.floats(0, 2000), st.floats(0, 50), st.integers(0, 6))
def test_a_larger_statistic_is_never_likelier(statistic: float, more: float, freedom: int) -> None:
    assert 0 <= by_chance(statistic + more, freedom) <= by_chance(statistic, freedom) + 1e-12 <= 1 + 1e-9


@given(COUNTS, COUNTS)
def test_a_distance_is_a_share_and_the_same_both_ways(one: list[int], other: list[int]) -> None:
    assert 0 <= distance(one, other) <= 1 + 1e-9
    assert distance(one, other) == pytest.approx(distance(other, one))


@given(COUNTS)
def test_nothing_is_apart_from_itself(one: list[int]) -> None:
    assert distance(one, one) == 0
    assert chi_square(one, one)[0] == pytest.approx(0)


def test_samples_of_one_mixture_are_told_apart_as_often_as_it_says() -> None:
    random = np.random.default_rng(5)
    shares = [0.05, 0.02, 0.01, 0.3, 0.1, 0.12, 0.4]
    chances = np.array(
        [
            by_chance(*chi_square(random.multinomial(80, shares).tolist(), random.multinomial(900, shares).tolist()))
            for _ in range(4000)
        ]
    )
    assert np.mean(chances < 0.05) == pytest.approx(0.05, abs=0.015)
    assert np.mean(chances < 0.001) < 0.004
