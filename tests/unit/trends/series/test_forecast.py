"""Forecasts: no past sees its future, the better is listened to, and four fifths come true."""

import numpy as np
import pytest

from tests.unit.trends.series.made import around, noise, year
from wareloom.trends.series.forecasting.backtest import Backtest, backtests
from wareloom.trends.series.forecasting.combination import combined
from wareloom.trends.series.forecasting.forecast import COMBINATION, forecasts
from wareloom.trends.series.forecasting.members import SEASONAL_NAIVE
from wareloom.trends.series.forecasting.naive import seasonal_naive
from wareloom.trends.series.forecasting.origins import STEPS, origins, usable

SEASON = (52,)


def looked_back(past: np.typing.NDArray[np.float64]) -> Backtest:
    return backtests(past[None], SEASON, origins(len(past), SEASON))[0]


def test_what_comes_later_changes_nothing_said_before() -> None:
    past = around(year(200, 0.5), 200, 1)
    other = past.copy()
    place = 4
    since = origins(200, SEASON)[place]
    other[since:] = around(3.0, 200 - since, 2)
    one, two = looked_back(past), looked_back(other)
    assert one.said[:, : place + 1].tolist() == two.said[:, : place + 1].tolist()
    assert one.said[:, place + 2].tolist() != two.said[:, place + 2].tolist()
    assert combined(one).said[: place + 1].tolist() == combined(two).said[: place + 1].tolist(), "nor whom to trust"


def test_what_came_is_what_the_past_tells() -> None:
    past = np.arange(200.0)
    one = looked_back(past)
    assert one.came[0].tolist() == past[one.origins[0] : one.origins[0] + STEPS].tolist()
    assert one.came[-1].tolist() == past[-STEPS:].tolist()


@pytest.mark.parametrize("length", [12, 13, 20, 24, 31, 60, 116, 128, 140, 520])
def test_origins_leave_two_seasons_behind_and_something_ahead(length: int) -> None:
    seasons = usable(SEASON, length)
    places = origins(length, seasons)
    assert places == tuple(sorted(set(places)))
    assert 1 <= len(places) <= 10
    assert places[0] >= max(2 * max(seasons, default=1), 8)
    assert places[-1] <= length - (STEPS if length >= 20 else 1)


def test_seasonal_naive_says_the_last_known_of_the_phase() -> None:
    row = np.array([[1.0, 2, 3, 4, np.nan, 6]])
    assert seasonal_naive(row, 3, 7)[0].tolist() == [4, 2, 6, 4, 2, 6, 4]
    assert seasonal_naive(row, 1, 2)[0].tolist() == [6, 6]


def test_a_pure_season_goes_on() -> None:
    whole = 100 + 50 * np.sin(np.arange(220) * 2 * np.pi / 52)
    ahead = forecasts([whole[:208]], SEASON)[0]
    assert ahead is not None
    assert ahead.mean.tolist() == pytest.approx(whole[208:].tolist(), rel=0.02)


def test_a_straight_line_goes_on_where_naive_stands_still() -> None:
    ahead = forecasts([np.arange(100.0, 200.0)], ())[0]
    assert ahead is not None
    assert ahead.mean[-1] == pytest.approx(211, rel=0.02)
    assert ahead.of_naive is not None
    assert ahead.of_naive < 0.5


def test_who_erred_less_has_more_of_a_say() -> None:
    """A line with a season: what knows of neither has nothing to say."""
    ahead = forecasts([np.linspace(100, 300, 208) + 50 * np.sin(np.arange(208) * 2 * np.pi / 52)], SEASON)[0]
    assert ahead is not None
    assert ahead.model == COMBINATION
    assert sum(ahead.weights.values()) == pytest.approx(1)
    assert ahead.weights["lines without season"] < 0.01


def test_where_last_season_says_all_it_speaks_alone() -> None:
    """Every season anew something that no model but repetition can know."""
    random = np.random.default_rng(1)
    season = random.lognormal(0, 2, 24)
    ahead = forecasts([np.tile(season, 20) * 100], (24,))[0]
    assert ahead is not None
    assert ahead.mean.tolist() == pytest.approx((season[:12] * 100).tolist(), rel=0.01)


def test_too_little_is_not_foretold() -> None:
    assert forecasts([np.arange(11.0)], ()) == [None]
    assert forecasts([np.full(30, np.nan)], ()) == [None]
    assert forecasts([np.array([])], ()) == [None]


def test_four_fifths_of_what_comes_lie_in_the_intervals() -> None:
    wholes = [around(year(220, 0.4), 220, seed) for seed in range(60)]
    walks = [100 * np.exp(np.cumsum(noise(220, seed, kept=0, spread=0.05))) for seed in range(60)]
    inside = list[float]()
    for whole, ahead in zip(wholes + walks, forecasts([each[:208] for each in wholes + walks], SEASON), strict=True):
        assert ahead is not None
        inside.append(float(((ahead.lower <= whole[208:]) & (whole[208:] <= ahead.upper)).mean()))
    assert 0.75 <= np.mean(inside) <= 0.85


def test_the_past_of_zeros_is_followed_by_zeros() -> None:
    ahead = forecasts([np.zeros(60)], (7,))[0]
    assert ahead is not None
    assert [ahead.mean.max(), ahead.lower.max(), ahead.upper.max()] == [0, 0, 0]
    assert ahead.mase is None
    assert ahead.weights[SEASONAL_NAIVE] > 0
