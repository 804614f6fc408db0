"""Ranges of sales against what was really sold on the sample market, which is hidden from whoever estimates it."""

from datetime import date

import pytest

from tests.support.database import Overheard
from tests.support.hidden_sales import TOGETHER, found, ranges, shown
from wareloom.kit.settings import SampleSettings


@pytest.mark.parametrize("seed", [3, 8])
def test_ranges_hold_what_was_sold_and_stock_tells_it_better_than_reviews(work: Overheard, seed: int) -> None:
    told = ranges(work, SampleSettings(seed=seed, first_day=date(2026, 5, 1), offers=700), 100)
    together, stock, reviews = (found(told, way) for way in (TOGETHER, "stock", "reviews"))
    assert stock.ranges >= 30, shown(told)
    assert stock.held >= 0.8, shown(told)
    assert stock.off < reviews.off, shown(told)
    assert 0.67 < stock.lean < 1.5, shown(told)
    assert together.held >= 0.7, shown(told)
