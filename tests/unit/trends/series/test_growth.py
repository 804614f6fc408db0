"""Growth and its base floor, by hand."""

import numpy as np
import pytest

from tests.unit.trends.series.made import DAY, WEEK, every, monthly, scored
from wareloom.trends.series.floor import base_floor, growth, signal


def test_the_floor_is_half_the_least_positive_value_or_a_fiftieth_of_the_mean() -> None:
    assert base_floor(np.array([0.0, 4, 2, 10])) == 1
    assert base_floor(np.array([0.0, 0.001, 99.999])) == pytest.approx(100 / 3 / 50)
    assert base_floor(np.array([0.0, 0, np.nan])) == 1, "whatever it is: all is flat above it"


def test_nothing_counts_as_the_floor() -> None:
    values = np.array([0.0, 4, 2, np.nan])
    assert np.exp(signal(values, base_floor(values))).tolist() == pytest.approx([1, 4, 2, np.nan], nan_ok=True)


def test_growth_is_the_share_of_the_beginning() -> None:
    assert growth(np.log(2) / 7, 7) == pytest.approx(1.0)
    assert growth(np.log(0.5) / 28, 28) == pytest.approx(-0.5)


def test_growth_of_a_steady_rise_is_exact_in_every_window() -> None:
    told = scored(every(DAY, 100 * 1.01 ** np.arange(120)))
    assert [window.growth for window in told.windows] == pytest.approx([1.01**days - 1 for days in (7, 28, 90)])
    assert all(window.p is not None and window.p < 0.01 for window in told.windows)
    assert all(window.reason is None for window in told.windows)


def test_bounds_hold_the_growth_between_them() -> None:
    wild = 100 * 1.01 ** np.arange(120) * np.exp(np.random.default_rng(1).normal(0, 0.1, 120))
    for window in scored(every(DAY, wild)).windows:
        assert window.low is not None
        assert window.growth is not None
        assert window.high is not None
        assert window.low < window.growth < window.high


def test_a_window_that_the_steps_are_too_coarse_for_says_so() -> None:
    weekly = scored(every(WEEK, 100 * 1.01 ** np.arange(60))).windows
    assert [window.growth is None for window in weekly] == [True, False, False]
    assert weekly[0].reason == "7 days hold 2 of its steps, and 5 are the least that tell a trend"
    assert all(window.growth is None for window in scored(monthly(np.arange(1.0, 61))).windows)


def test_a_window_that_the_series_does_not_fill_says_so() -> None:
    short = scored(every(DAY, 100 * 1.01 ** np.arange(20))).windows
    assert [window.growth is None for window in short] == [False, True, True]
    assert short[1].reason == "it does not reach 28 days back"


def test_hours_are_taken_day_by_day() -> None:
    hours = np.arange(24 * 40)
    values = 100 * 1.01 ** (hours / 24) * (2 + np.sin(hours * 2 * np.pi / 24))
    week, month, _ = scored(every(DAY / 24, values)).windows
    assert (week.growth, month.growth) == pytest.approx((1.01**7 - 1, 1.01**28 - 1), rel=1e-3)


def test_gaps_are_no_zeros() -> None:
    values = 100 * 1.01 ** np.arange(120)
    values[::3] = np.nan
    told = scored(every(DAY, values))
    assert told.windows[2].growth == pytest.approx(1.01**90 - 1)
    assert told.label == "rising"
