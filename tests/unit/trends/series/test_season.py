"""Seasons and bursts."""

import numpy as np
import pytest

from tests.unit.trends.series.made import DAY, WEEK, around, every, monthly, noise, scored, year
from wareloom.trends.series.bursts import bursts
from wareloom.trends.series.recent import flow
from wareloom.trends.series.season import rhythm
from wareloom.trends.series.step import Season

YEAR = Season("year", 52)


def test_less_than_two_years_tell_no_season() -> None:
    assert rhythm(year(103, 1.0), YEAR) is None
    assert flow(every(WEEK, around(year(103, 1.0), 103, 1))).year is None


@pytest.mark.parametrize("years", [2, 3, 5])
def test_a_season_is_found_with_its_strength_and_peak(years: int) -> None:
    count = 52 * years
    found = rhythm(year(count, 0.6) + 0.002 * np.arange(count) + noise(count, 1), YEAR)
    assert found is not None
    assert found.found
    assert found.strength == pytest.approx(0.18 / (0.18 + 0.04), abs=0.1)
    assert found.peak == pytest.approx(52 - 13, abs=4), "a sine is highest after a quarter"


def test_noise_that_remembers_is_hardly_ever_a_season() -> None:
    found = [rhythm(noise(156, seed, kept=0.8), YEAR) for seed in range(100)]
    assert sum(one is not None and one.found for one in found) <= 5


def test_a_week_has_a_rhythm_of_its_own() -> None:
    values = around(np.where(np.arange(140) % 7 >= 5, 1.0, 0.0), 140, 1)
    found = flow(every(DAY, values)).rhythms
    assert [(one.season.every, one.found) for one in found] == [("week", True)]
    assert scored(every(DAY, values)).label == "steady"


def test_a_wild_year_is_no_season() -> None:
    values = np.zeros(260)
    values[100:104] = 3
    found = rhythm(values + noise(260, 1), YEAR)
    assert found is not None
    assert not found.found


def test_the_peak_of_a_year_of_months_is_named() -> None:
    january = np.where(np.arange(60) % 12 == 0, 0.5, 0.0)
    found = flow(monthly(around(january, 60, 1, spread=0.05))).year
    assert found is not None
    assert (59 - found.peak) % 12 == 0


def test_a_weak_week_that_many_weeks_agree_on_is_taken_out() -> None:
    weak = 0.1 * np.sin(2 * np.pi * np.arange(280) / 7)
    found = rhythm(weak + noise(280, 1, spread=0.2), Season("week", 7))
    assert found is not None
    assert found.found
    alone = [rhythm(noise(280, seed, spread=0.2), Season("week", 7)) for seed in range(100)]
    assert sum(one is not None and one.found for one in alone) <= 5


def test_what_scatters_evenly_is_no_burst_where_the_season_is_low() -> None:
    """What would be far out at the middle level is usual there."""
    season = year(156, 1.5)
    level = 100 * np.exp(season)
    scattered = np.log(level + np.random.default_rng(1).normal(0, 7, 156)) - season
    assert bursts(scattered).up.size
    assert not bursts(scattered, season=season).up.size
    scattered[int(season.argmin())] += 2
    assert bursts(scattered, season=season).up.tolist() == [int(season.argmin())]


def test_a_burst_stands_out_of_what_is_usual_around_it() -> None:
    values = noise(100, 1, spread=0.1)
    values[40] += 1.5
    values[70] -= 1.5
    found = bursts(values)
    assert (found.up.tolist(), found.down.tolist()) == ([40], [70])
    assert found.over[40] == pytest.approx(1.5, abs=0.3)


def test_a_rise_is_no_burst() -> None:
    assert not bursts(0.05 * np.arange(100) + noise(100, 1, spread=0.2)).up.size


def test_where_all_is_calm_little_is_no_burst() -> None:
    calm = np.zeros(60)
    calm[30] = np.log(1.2)
    assert not bursts(calm).up.size


def test_gaps_are_looked_past() -> None:
    values = noise(60, 1, spread=0.1)
    values[20:50] = np.nan
    values[55] += 2
    found = bursts(values)
    assert found.up.tolist() == [55]
    assert np.isnan(found.z[30])
