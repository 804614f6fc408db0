"""Ranges of sales: as wide as what is not known, and never a number where nothing is told."""

from math import exp, log
from random import Random

import pytest

from wareloom.trends.estimates.estimate import Way, calibrated, combined
from wareloom.trends.estimates.stock import Left
from wareloom.trends.estimates.ways import DAYS, by_counter, by_rank, by_reviews, by_stock


def way(units: float, deviation: float = 0.5, sample: int = 10) -> Way:
    return Way("told", units, deviation, sample)


def test_where_nothing_is_told_nothing_is_estimated() -> None:
    assert combined([]) is None
    assert combined([way(0), way(5, sample=0)]) is None
    assert by_reviews([("etsy", 0, 5)]) is by_reviews([("etsy", 4, 0)]) is by_counter([]) is by_rank([]) is None
    assert by_stock([]) is by_stock([Left(0, DAYS)]) is None


def test_one_way_is_as_wide_as_its_error() -> None:
    found = combined([way(100, 0.7)])
    assert found
    assert found.low < 100 / 2 < 100 < 2 * 100 < found.high
    assert found.mid == pytest.approx(100)
    assert found.low * found.high == pytest.approx(100**2)


def test_ways_that_agree_are_narrower_and_never_certain() -> None:
    alone, together = combined([way(100)]), combined([way(100)] * 2)
    crowd = combined([way(100)] * 500)
    assert alone
    assert together
    assert crowd
    assert together.high < alone.high
    assert crowd.high > 100 * 1.15


def test_the_better_way_has_more_say() -> None:
    found = combined([way(100, 0.2), way(1000, 1.0)])
    assert found
    assert 100 < found.mid < 130


def test_ways_that_contradict_each_other_are_both_within() -> None:
    found = combined([way(10, 0.1), way(10_000, 0.1)])
    assert found
    assert found.low <= 10.001
    assert found.high >= 9_999


def test_reviews_are_worth_more_buyers_where_few_of_them_write() -> None:
    amazon, etsy = by_reviews([("amazon", 20, 3)]), by_reviews([("etsy", 20, 3)])
    assert amazon
    assert etsy
    assert amazon.units > 5 * etsy.units
    assert amazon.sample == 3


def test_few_reviews_tell_less() -> None:
    few, many = by_reviews([("etsy", 1, 1)]), by_reviews([("etsy", 400, 1)])
    assert few
    assert many
    assert few.deviation > many.deviation


def test_counters_and_ranks_and_stock_tell_of_the_same_weeks() -> None:
    counter, rank, stock = by_counter([30, 60, -1]), by_rank([1, 100, 0]), by_stock([Left(4, DAYS), Left(3, DAYS / 2)])
    assert counter
    assert rank
    assert stock
    assert counter.units == pytest.approx(90 * DAYS / 30)
    assert (counter.sample, rank.sample, stock.sample) == (2, 2, 2)
    assert stock.units == 10
    better = by_rank([1])
    assert better
    worse = by_rank([5_000])
    assert worse
    assert better.units > 100 * worse.units


def test_a_workspaces_own_sales_move_the_range_and_narrow_it() -> None:
    dice = Random(4)  # noqa: S311 - the same pairs every time
    pairs = [(100.0, 100 * 3 * exp(0.2 * dice.gauss(0, 1))) for _ in range(60)]
    learned = calibrated(pairs)
    assert learned
    assert learned.shift == pytest.approx(log(3), abs=0.15)
    plain, moved = combined([way(100, 0.8)]), combined([way(100, 0.8)], calibration=learned)
    assert plain
    assert moved
    assert (plain.calibrated, moved.calibrated) == (False, True)
    assert moved.mid == pytest.approx(300, rel=0.2)
    assert moved.high / moved.low < plain.high / plain.low


def test_few_sales_of_ones_own_teach_little() -> None:
    assert calibrated([(100, 300)] * 4) is None
    few, many = calibrated([(100, 300)] * 5), calibrated([(100, 300)] * 100)
    assert few
    assert many
    assert 0 < few.shift < many.shift <= log(3)
    assert few.spread > many.spread


def test_the_range_holds_what_was_sold_four_times_of_five() -> None:
    """Of a thousand niches whose ways are off by as much as they say."""
    dice, held = Random(11), 0  # noqa: S311 - the same niches every time
    for _ in range(1000):
        sold = exp(dice.gauss(5, 1))
        shared = exp(0.15 * dice.gauss(0, 1))
        ways = [way(sold * shared * exp(each * dice.gauss(0, 1)), each) for each in (0.4, 0.7, 1.0)]
        found = combined(ways)
        assert found
        held += found.low <= sold <= found.high
    assert 750 <= held <= 880
