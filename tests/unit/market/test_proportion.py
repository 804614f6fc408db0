"""A share that fell and one that only looks so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wareloom.market.proportion import FEWEST, Proportion, has_fallen

COUNTED = st.integers(1, 10**6).flatmap(lambda whole: st.builds(Proportion, st.integers(0, whole), st.just(whole)))


@given(COUNTED)
def test_the_share_lies_within_its_bounds_and_they_within_all_and_nothing(counted: Proportion) -> None:
    least, most = counted.bounds()
    assert -1e-9 <= least <= (counted.share or 0) + 1e-9
    assert (counted.share or 0) - 1e-9 <= most <= 1 + 1e-9


@given(COUNTED)
def test_more_of_the_same_is_surer(counted: Proportion) -> None:
    more = Proportion(counted.part * 10, counted.whole * 10)
    (least, most), (surer_least, surer_most) = counted.bounds(), more.bounds()
    assert surer_most - surer_least < most - least


def test_the_bounds_are_wilsons() -> None:
    """Of a half they are 3 / (2·√(n + 3²)) away from it: of 216, a tenth."""
    assert Proportion(108, 216).bounds() == pytest.approx((0.4, 0.6))


@pytest.mark.parametrize(
    ("now", "before", "fallen"),
    [
        (Proportion(0, FEWEST), Proportion(FEWEST, FEWEST), True),
        (Proportion(0, FEWEST - 1), Proportion(10**6, 10**6), False),
        (Proportion(0, 10**6), Proportion(FEWEST - 1, FEWEST - 1), False),
        (Proportion(96_000, 100_000), Proportion(990_000, 10**6), False),
        (Proportion(92_000, 100_000), Proportion(990_000, 10**6), True),
        (Proportion(90, 100), Proportion(99, 100), False),
        (Proportion(100, 100), Proportion(10, 1000), False),
    ],
)
def test_a_drop_must_be_certain_and_large_enough(now: Proportion, before: Proportion, *, fallen: bool) -> None:
    assert has_fallen(now, before) is fallen
