"""Histories spread over days in arrays, beside the same told look by look and day by day."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wareloom.trends.signals.days import Days, Levels, gained, quantiles
from wareloom.trends.signals.walks import Walks

FIRST, COUNT, PAIRS = date(2026, 3, 1), 9, 2
BEGINS, DAY = (FIRST - date(1970, 1, 1)).days, 86_400
OVER = Days(FIRST, COUNT, PAIRS)
_PATIENT = settings(deadline=None)


class Look(NamedTuple):
    seen: float
    before: float | None
    reviews: int | None
    price: float | None


class Walk(NamedTuple):
    pair: int
    looks: list[Look]
    last_seen: float


@st.composite
def walks(draw: st.DrawFn) -> Walk:
    """From before the first day to after the last one, some looks at midnight, some on one day."""
    moments = st.integers(-3 * 24, (COUNT + 2) * 24).map(lambda hour: float(BEGINS * DAY + hour * 3_600))
    seen = sorted(draw(st.lists(moments, min_size=1, max_size=7, unique=True)))
    looks: list[Look] = []
    for place, moment in enumerate(seen):
        since = (moment + seen[place - 1]) / 2 if place and draw(st.booleans()) else None
        reviews = draw(st.none() | st.integers(0, 50))
        price = draw(st.none() | st.sampled_from([5.0, 7.25, 19.99, 20.0, 33.1]))
        looks.append(Look(moment, since, reviews, price))
    return Walk(draw(st.integers(0, PAIRS - 1)), looks, seen[-1] + 3_600 * draw(st.integers(0, 80)))


def in_arrays(all_walks: Sequence[Walk]) -> Walks:
    looks = [(walk, place, look) for walk in all_walks for place, look in enumerate(walk.looks)]
    return Walks(
        pair=np.array([walk.pair for walk, _, _ in looks], dtype=np.int64),
        goes_on=np.array([place > 0 for _, place, _ in looks], dtype=np.bool_),
        seen=np.array([look.seen for _, _, look in looks]),
        before=np.array([look.before for _, _, look in looks], dtype=np.float64),
        last_seen=np.array([walk.last_seen for walk, _, _ in looks]),
        reviews=np.array([look.reviews for _, _, look in looks], dtype=np.float64),
        prices=np.array([look.price for _, _, look in looks], dtype=np.float64),
        ranks=np.full(len(looks), np.nan),
    )


def cell(pair: int, day: int) -> int | None:
    return pair * COUNT + day - BEGINS if 0 <= day - BEGINS < COUNT else None


def told_day_by_day(all_walks: Sequence[Walk]) -> list[float]:
    reviews = [0.0] * OVER.cells
    for walk in all_walks:
        for was, now in zip(walk.looks, walk.looks[1:], strict=False):
            if was.reviews is None or now.reviews is None or now.reviews <= was.reviews:
                continue
            since, until = now.before or was.seen, now.seen
            for day in range(int(since // DAY), int(until // DAY) + 1):
                lasting = min(until, (day + 1) * DAY) - max(since, day * DAY)
                if (place := cell(walk.pair, day)) is not None:
                    reviews[place] += (now.reviews - was.reviews) * lasting / (until - since)
    return reviews


def held_day_by_day(all_walks: Sequence[Walk]) -> dict[int, list[float]]:
    prices: dict[int, list[float]] = defaultdict(list)
    for walk in all_walks:
        for place, look in enumerate(walk.looks):
            later = walk.looks[place + 1].seen if place + 1 < len(walk.looks) else walk.last_seen
            first = int(look.seen // DAY)
            for day in range(first, max(first, int(later // DAY) - 1) + 1):
                if look.price is not None and (at := cell(walk.pair, day)) is not None:
                    prices[at].append(look.price)
    return prices


@given(st.lists(walks(), max_size=6))
@_PATIENT
def test_reviews_fall_on_the_days_on_which_they_may_have_come(all_walks: list[Walk]) -> None:
    assert gained(in_arrays(all_walks), OVER) == pytest.approx(told_day_by_day(all_walks), abs=1e-9)


@given(st.lists(walks(), max_size=6), st.integers(0, 6))
@_PATIENT
def test_a_price_holds_until_another_is_seen(all_walks: list[Walk], cut: int) -> None:
    """Whether all are told together or some after the others."""
    levels = Levels(OVER)
    for some in (all_walks[:cut], all_walks[cut:]):
        levels.add(in_arrays(some))
    prices, ranks = levels.told()
    held = held_day_by_day(all_walks)
    expected = np.full((OVER.cells, 3), np.nan)
    for at, some in held.items():
        expected[at] = np.quantile(some, (0.25, 0.5, 0.75))
    np.testing.assert_allclose(prices, expected)
    assert np.isnan(ranks).all()


def test_what_came_in_no_time_came_on_its_day() -> None:
    noon = BEGINS * DAY + 43_200.0
    looks = [Look(noon - 3_600, None, 1, None), Look(noon, noon, 5, None)]
    assert gained(in_arrays([Walk(0, looks, noon)]), OVER)[0] == 4


@given(st.lists(st.tuples(st.integers(0, 4), st.floats(-1e6, 1e6)), max_size=40))
@_PATIENT
def test_quantiles_are_those_of_each_cell_alone(told: list[tuple[int, float]]) -> None:
    cells, values = np.array([at for at, _ in told], dtype=np.int64), np.array([value for _, value in told])
    found = quantiles(cells, values, 5, (0.25, 0.5, 0.75))
    for at in range(5):
        alone = values[cells == at]
        expected = np.quantile(alone, (0.25, 0.5, 0.75)) if len(alone) else [np.nan] * 3
        np.testing.assert_allclose(found[at], expected, atol=1e-6)
