from datetime import date

import pytest

from wareloom.trends.launch import USUAL, LeadTimes, launch

CHRISTMAS = 359


def test_everything_is_counted_back_from_the_peak() -> None:
    plan = launch(CHRISTMAS, date(2026, 3, 1))
    assert plan.peak == date(2026, 12, 25)
    assert plan.order_by == date(2026, 12, 13)
    assert plan.publish_by == date(2026, 11, 13)
    assert plan.begin_by == date(2026, 11, 6)


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2026, 9, 1), "later"),
        (date(2026, 10, 29), "later"),
        (date(2026, 10, 30), "begin now"),
        (date(2026, 11, 13), "begin now"),
        (date(2026, 11, 14), "publish now"),
        (date(2026, 12, 13), "publish now"),
        (date(2026, 12, 14), "too late"),
        (date(2026, 12, 25), "too late"),
    ],
)
def test_a_plan_says_what_to_do_today(today: date, state: str) -> None:
    assert launch(CHRISTMAS, today).state == state


def test_the_day_after_the_peak_the_next_one_is_planned() -> None:
    plan = launch(CHRISTMAS, date(2026, 12, 26))
    assert (plan.peak, plan.state) == (date(2027, 12, 25), "later")


def test_who_needs_longer_begins_earlier() -> None:
    slow = LeadTimes(designing=30, being_found=60, printing=10, shipping=20)
    assert launch(CHRISTMAS, date(2026, 3, 1), slow).begin_by < launch(CHRISTMAS, date(2026, 3, 1), USUAL).begin_by


def test_a_leap_years_last_day_is_a_day_of_every_year() -> None:
    assert launch(366, date(2026, 6, 1)).peak == date(2026, 12, 31)
