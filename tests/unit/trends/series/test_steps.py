"""Steps are read off the dates, and the next dates follow them."""

from datetime import datetime, timedelta

import numpy as np
import pytest

from wareloom.trends.series.dates import told, written
from wareloom.trends.series.series import Series, series_of


def of(*dates: str) -> Series:
    return series_of("fox", [(datetime.fromisoformat(date), float(at)) for at, date in enumerate(dates)])


def ahead(series: Series, count: int = 3) -> list[str]:
    return [written(date, "%Y-%m-%d %H:%M") for date in series.ahead(count)]


@pytest.mark.parametrize(
    ("dates", "step", "following"),
    [
        (["2026-01-01", "2026-01-02", "2026-01-03"], "day", "2026-01-04 00:00"),
        (["2026-01-05", "2026-01-12", "2026-01-19"], "week", "2026-01-26 00:00"),
        (["2026-01-05", "2026-02-02", "2026-03-02"], "28 days", "2026-03-30 00:00"),
        (["2025-11-01", "2025-12-01", "2026-01-01"], "month", "2026-02-01 00:00"),
        (["2025-11-30", "2025-12-31", "2026-01-31"], "month", "2026-02-28 00:00"),
        (["2025-10-30", "2025-11-30", "2025-12-30"], "month", "2026-01-30 00:00"),
        (["2025-07-01", "2025-10-01", "2026-01-01"], "quarter", "2026-04-01 00:00"),
        (["2024-01-01", "2025-01-01", "2026-01-01"], "year", "2027-01-01 00:00"),
        (["2026-01-01 22:00", "2026-01-01 23:00", "2026-01-02 00:00"], "hour", "2026-01-02 01:00"),
        (["2026-01-01 00:03", "2026-01-01 00:08", "2026-01-01 00:13"], "5 minutes", "2026-01-01 00:18"),
        (["2026-01-01"], "day", "2026-01-02 00:00"),
    ],
)
def test_the_step_is_what_most_dates_keep(dates: list[str], step: str, following: str) -> None:
    assert of(*dates).step.name == step
    assert ahead(of(*dates))[0] == following


def test_a_month_keeps_its_day_as_far_as_it_has_it() -> None:
    assert ahead(of("2025-10-29", "2025-11-29", "2025-12-29")) == [
        "2026-01-29 00:00",
        "2026-02-28 00:00",
        "2026-03-29 00:00",
    ]


def test_missing_rows_are_gaps() -> None:
    days = [1, 2, 3, 7, 8]
    values = series_of("fox", [(datetime.fromisoformat(f"2026-01-{day:02}"), 5.0) for day in days]).values
    assert np.isnan(values).tolist() == [day not in days for day in range(1, 9)]


def test_known_values_begin_and_end_a_series_in_whatever_order_they_come() -> None:
    day = datetime.fromisoformat("2026-01-05")
    said = [
        (day, None),
        (day - timedelta(days=1), 3.0),
        (day - timedelta(days=3), 1.0),
        (day - timedelta(days=4), None),
    ]
    series = series_of("fox", said)
    assert series.values.tolist() == pytest.approx([1, np.nan, 3], nan_ok=True)
    assert ahead(series, 1) == ["2026-01-05 00:00"]


def test_irregular_dates_lie_on_the_usual_step_nearest_to_them() -> None:
    random = np.random.default_rng(3)
    hours = np.cumsum(random.integers(13, 36, 90))
    begun = datetime.fromisoformat("2026-01-01")
    series = series_of("fox", [(begun + timedelta(hours=int(hour)), 1.0) for hour in hours])
    assert series.step.name == "day"
    assert len(series.values) == pytest.approx(hours[-1] / 24, abs=2)


def test_two_moments_seconds_apart_make_no_grid_of_seconds() -> None:
    assert len(of("2020-01-01 00:00:00", "2020-01-01 00:00:01", "2026-01-01 00:00:00").values) < 10


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("2026", "%Y"),
        ("2026-03", "%Y-%m"),
        ("2026-03-01", "%Y-%m-%d"),
        ("2026-03-01 14:30", "%Y-%m-%d %H:%M:%S"),
        ("2026-03-01T14:30:00+02:00", "%Y-%m-%dT%H:%M:%SZ"),
    ],
)
def test_dates_are_written_as_they_were_read(text: str, form: str) -> None:
    found = told(text)
    assert found is not None
    assert found.form == form


@pytest.mark.parametrize("text", ["", "yesterday", "2026-13", "2026-02-30", "01/03/2026", "12"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert told(text) is None
