"""What falling stocks tell of sales: as much as they fell, over the days on which it was seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from wareloom.trends.estimates.estimate import combined
from wareloom.trends.estimates.stock import DAYS, Left
from wareloom.trends.estimates.ways import by_stock

SHELVES = some.lists(some.builds(Left, some.just(0.0) | some.floats(1e-3, 1e6), some.floats(0.1, DAYS)), max_size=12)


@given(SHELVES)
def test_it_is_never_negative_and_nothing_where_nothing_whole_fell(shelves: list[Left]) -> None:
    told = by_stock(shelves)
    fell = sum(shelf.units for shelf in shelves if shelf.days >= 7)
    assert (told is None) == (fell < 1)
    if told:
        assert told.units > 0
        assert told.deviation >= 0.5
        assert 0 < told.sample <= len(shelves)
        found = combined([told])
        assert found
        assert 0 < found.low < found.mid < found.high


@given(SHELVES, some.floats(1.5, 1000))
def test_so_many_times_as_much_falls_so_many_times_as_much_is_sold(shelves: list[Left], times: float) -> None:
    told = by_stock(shelves)
    more = by_stock([Left(shelf.units * times, shelf.days) for shelf in shelves])
    assert more or not told
    if told and more:
        assert more.units == pytest.approx(told.units * times)
        assert more.sample == told.sample
        assert more.deviation <= told.deviation + 1e-9


@given(SHELVES)
def test_as_many_shelves_again_sell_as_much_again_and_tell_it_more_surely(shelves: list[Left]) -> None:
    told, twice = by_stock(shelves), by_stock(shelves * 2)
    if told and twice:
        assert twice.units == pytest.approx(2 * told.units)
        assert twice.deviation <= told.deviation + 1e-9


@given(some.floats(7, DAYS), some.floats(1, 1000))
def test_the_days_that_nobody_saw_are_taken_to_be_like_the_others(days: float, rate: float) -> None:
    whole, part = by_stock([Left(rate * DAYS, DAYS)]), by_stock([Left(rate * days, days)])
    assert whole
    assert part
    assert part.units == pytest.approx(whole.units)
    assert part.deviation >= whole.deviation


def test_a_few_days_tell_nothing_of_four_weeks() -> None:
    assert by_stock([Left(50, 6.9)]) is None
    told = by_stock([Left(50, 6.9), Left(14, 14)])
    assert told
    assert (told.units, told.sample) == (28, 1)


def test_a_shelf_that_sold_nothing_is_known_to_have_sold_nothing() -> None:
    told = by_stock([Left(0, DAYS), Left(10, DAYS)])
    assert told
    assert (told.units, told.sample) == (10, 2)


def test_shelves_that_are_unlike_tell_less_of_the_others() -> None:
    alike, unlike, alone = (
        by_stock([Left(units, DAYS) for units in each])
        for each in ([20, 20, 20, 20, 20], [1, 1, 1, 1, 96], [100])
    )  # fmt: skip
    assert alike
    assert unlike
    assert alone
    assert alike.units == unlike.units == alone.units == 100
    assert alike.deviation < 0.52 < 1 < unlike.deviation < alone.deviation < 1.2
