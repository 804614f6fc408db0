from datetime import UTC, datetime, timedelta, timezone

import pytest

from wareloom.kit import clock

NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)


def test_time_is_utc_and_goes_on() -> None:
    first, second = clock.now(), clock.now()
    assert first.tzinfo is UTC
    assert first <= second


def test_a_held_clock_stands_still_and_then_goes_on() -> None:
    with clock.held(NOON):
        assert clock.now() == clock.now() == NOON
        with clock.held(NOON + timedelta(days=1)):
            assert clock.now().day == 2
        assert clock.now() == NOON
    assert clock.now() != NOON


def test_a_clock_is_let_go_even_when_the_work_fails() -> None:
    with pytest.raises(ZeroDivisionError), clock.held(NOON):
        _ = 1 / 0
    assert clock.now() != NOON


def test_a_moment_is_held_in_utc_wherever_it_was_said() -> None:
    with clock.held(NOON.astimezone(timezone(timedelta(hours=9)))):
        assert clock.now().tzinfo is UTC


def test_a_moment_without_a_zone_is_no_moment() -> None:
    with pytest.raises(ValueError, match="time zone"), clock.held(NOON.replace(tzinfo=None)):
        pass
