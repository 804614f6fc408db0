"""What must hold whatever the series."""

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from tests.unit.trends.series.made import DAY, WEEK, around, every, noise, scored
from wareloom.trends.series.numbers import Floats, steps
from wareloom.trends.series.score import score

_VALUES = st.lists(
    st.one_of(st.integers(0, 50).map(float), st.floats(0, 1e6), st.just(float("nan"))), min_size=1, max_size=130
)
_SEEDS = st.integers(0, 10_000)
_FEW = settings(max_examples=60, deadline=None)


def moving(seed: int) -> Floats:
    """Anything between flat and steep, calm and wild, with gaps or without."""
    random = np.random.default_rng(seed)
    count = int(random.integers(12, 140))
    values = around(float(random.normal(0, 0.01)) * steps(count), count, seed, spread=float(random.uniform(0.01, 0.6)))
    values[random.uniform(size=count) < random.choice([0, 0.2])] = np.nan
    return values


@given(_VALUES)
@_FEW
def test_anything_is_scored_and_all_that_is_told_is_finite(values: list[float]) -> None:
    told = scored(every(DAY, values))
    assert told.p is None or 0 <= told.p <= 1
    if told.forecast is not None:
        assert np.isfinite([told.forecast.mean, told.forecast.lower, told.forecast.upper]).all()
        assert (told.forecast.lower >= 0).all()
        assert (told.forecast.lower <= told.forecast.mean).all()
        assert (told.forecast.mean <= told.forecast.upper).all()


@given(_SEEDS, st.floats(1e-3, 1e5))
@example(1121, 42067.0)  # the middle of a week's phases leaves equals, which rounding must not part
@_FEW
def test_counted_in_other_units_it_is_the_same(seed: int, by: float) -> None:
    one, other = scored(every(DAY, moving(seed))), scored(every(DAY, moving(seed) * by))
    assert (one.label, one.why) == (other.label, other.why)
    if one.forecast and other.forecast:
        assert_allclose(one.forecast.mean * by, other.forecast.mean, rtol=1e-6)


@given(st.floats(0, 1e9), st.integers(1, 200), st.booleans())
@_FEW
def test_what_never_changes_never_rises(value: float, count: int, weekly: bool) -> None:
    told = scored(every(WEEK if weekly else DAY, np.full(count, value)))
    assert told.label in {"steady", "insufficient data"}
    assert all(window.growth in (None, 0) for window in told.windows)


@given(_SEEDS)
@_FEW
def test_a_rise_told_backwards_is_a_fall(seed: int) -> None:
    random = np.random.default_rng(seed)
    count = int(random.integers(30, 91))
    values = around(
        float(random.uniform(0.005, 0.03)) * steps(count), count, seed, spread=float(random.uniform(0, 0.3))
    )
    if scored(every(DAY, values)).label == "rising":
        assert scored(every(DAY, values[::-1])).label == "declining"


@given(_SEEDS, _SEEDS)
@_FEW
def test_an_unrelated_term_changes_nothing_but_q(seed: int, other: int) -> None:
    fox = every(DAY, moving(seed), "fox")
    alone, beside = scored(fox), score([every(DAY, moving(other), "owl"), fox])[1]
    assert (alone.label, alone.why, alone.p, alone.windows) == (beside.label, beside.why, beside.p, beside.windows)
    if alone.forecast and beside.forecast:
        assert alone.forecast.mean.tolist() == beside.forecast.mean.tolist()
        assert alone.forecast.upper.tolist() == beside.forecast.upper.tolist()


def test_series_of_one_length_worked_on_together_come_out_as_alone() -> None:
    many = [every(WEEK, around(0, 180, seed), str(seed)) for seed in range(70)]
    together = score(many)
    for place in (0, 35, 69):
        alone = scored(many[place]).forecast
        beside = together[place].forecast
        assert alone is not None
        assert beside is not None
        assert alone.mean.tolist() == beside.mean.tolist()


@given(_SEEDS)
@_FEW
def test_asked_twice_it_answers_alike(seed: int) -> None:
    assert repr(scored(every(DAY, moving(seed)))) == repr(scored(every(DAY, moving(seed))))


def test_noise_has_the_memory_that_it_was_given() -> None:
    """Or the tests above would be of something else."""
    made = noise(20_000, 1, kept=0.8)
    assert np.corrcoef(made[1:], made[:-1])[0, 1] > 0.75
