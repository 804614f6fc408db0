"""Each label from a series made for it, over many seeds: noise alone must not decide."""

import re
from collections import Counter
from collections.abc import Callable

import numpy as np
import pytest

from tests.unit.trends.series.made import DAY, WEEK, around, every, noise, scored, year
from wareloom.trends.series.labels import Label
from wareloom.trends.series.numbers import Floats
from wareloom.trends.series.score import score
from wareloom.trends.series.series import Series

SEEDS = range(30)


def times(of: Floats, at: slice, by: float) -> Floats:
    of[at] *= by
    return of


def new(seed: int) -> Floats:
    later = np.random.default_rng(seed).poisson(np.exp(0.1 * np.arange(40)))
    return np.concatenate([np.zeros(80), later.astype(np.float64)])


def even(level: Floats, seed: int) -> Floats:
    """It scatters by as much where it is low as where it is high: in logarithms that is far more."""
    return np.maximum(0, level + np.random.default_rng(seed).normal(0, 0.06 * level.mean(), len(level)))


def counts(level: Floats, seed: int) -> Floats:
    return np.random.default_rng(seed).poisson(level).astype(np.float64)


def up_and_down(seed: int) -> Floats:
    """Its top is 20 days ago; a weak rhythm of the week is laid over it."""
    week = 1 + 0.15 * np.sin(2 * np.pi * DAYS / 7)
    return even(50 * week * np.exp(1.8 - 0.03 * np.abs(DAYS - 100).clip(0, 60)), seed)


DAYS = np.arange(120.0)
WEEKS = 156


_MADE: list[tuple[Label, Callable[[int], Series], float]] = [
    ("steady", lambda seed: every(DAY, around(0, 120, seed)), 0.97),
    ("steady", lambda seed: every(DAY, 100 * np.exp(noise(120, seed, kept=0.8))), 0.9),
    ("rising", lambda seed: every(DAY, around(0.01 * DAYS, 120, seed)), 0.95),
    ("declining", lambda seed: every(DAY, around(-0.01 * DAYS, 120, seed)), 0.95),
    ("declining", lambda seed: every(DAY, times(around(0, 120, seed), slice(-20, None), 1 / 4)), 0.9),
    ("emerging", lambda seed: every(DAY, new(seed)), 0.95),
    ("emerging", lambda seed: every(DAY, times(around(0, 120, seed), slice(-6, None), 4)), 0.9),
    ("peaking", lambda seed: every(DAY, around(1.2 - 0.03 * np.abs(DAYS - 85), 120, seed, spread=0.1)), 0.9),
    ("peaking", lambda seed: every(DAY, up_and_down(seed)), 0.9),
    ("spike", lambda seed: every(DAY, times(around(0, 120, seed), slice(-1, None), 8)), 0.95),
    ("spike", lambda seed: every(DAY, times(around(0, 120, seed), slice(-41, -40), 8)), 0.9),
    ("seasonal", lambda seed: every(WEEK, around(year(WEEKS, 0.6), WEEKS, seed)), 0.95),
    ("seasonal", lambda seed: every(WEEK, around(year(104, 0.6), 104, seed)), 0.95),
    ("seasonal", lambda seed: every(WEEK, even(50 * (1 + year(WEEKS, 0.8)), seed)), 0.95),
    ("seasonal", lambda seed: every(WEEK, counts(50 * (1 + year(WEEKS, 0.8)), seed)), 0.95),
    ("insufficient data", lambda seed: every(DAY, around(0, 11, seed)), 1.0),
]
"""A label, who makes such series, and what share of them must be found."""


@pytest.mark.parametrize(("label", "make", "often"), _MADE)
def test_a_series_is_what_it_was_made_to_be(label: Label, make: Callable[[int], Series], often: float) -> None:
    found = Counter(one.label for one in score([make(seed) for seed in SEEDS]))
    assert found[label] >= often * len(SEEDS), found


def test_where_nothing_moves_hardly_anything_is_found() -> None:
    together = score([every(DAY, around(0, 120, seed), str(seed)) for seed in range(100)])
    assert sum(one.q is not None and one.q < 0.1 for one in together) <= 1


def test_a_december_is_no_news_to_who_has_seen_two_before() -> None:
    told = scored(every(WEEK, around(year(WEEKS, 0.8) + 0.0, WEEKS, 1)[: WEEKS - 26]))
    assert told.windows[2].growth is not None
    assert abs(told.windows[2].growth) > 0.3, "it moves a lot"
    assert told.label == "seasonal", "as it does every year"


def test_every_label_is_explained_in_a_sentence() -> None:
    steep = around(0.03 * DAYS, 120, 1)
    made = [around(0.01 * DAYS, 120, 1), around(0, 120, 1), steep, new(1), times(around(0, 120, 1), slice(-1, None), 8)]
    told = [scored(every(DAY, values)).why for values in made]
    assert told[0].startswith("It rose by ")
    assert "over the last 90 days (p below 0.001)." in told[0]
    assert told[1].startswith("No trend that is both sure and notable: ")
    assert "times what it was shortly before" in told[2]
    assert told[3].startswith("Its newest values stand ")
    assert "times the usual in its last day" in told[4]
    turned = scored(every(DAY, around(1.2 - 0.03 * np.abs(DAYS - 95), 120, 1, spread=0.05))).why
    assert re.fullmatch(r"It was at its top 2\d days ago, and has fallen by [45]\d% since\.", turned)


def test_too_little_is_said_to_be_too_little() -> None:
    told = scored(every(DAY, [5.0, np.nan, 6.0]))
    assert (told.label, told.p, told.q, told.forecast) == ("insufficient data", None, None, None)
    assert told.why == "Only 2 values are known, and 12 are the least that say anything."
