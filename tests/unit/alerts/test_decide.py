"""Opening, closing and staying closed."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.support.factories import at
from wareloom.alerts.decide import Standing, decide
from wareloom.alerts.judge import judge
from wareloom.alerts.rule import DEFAULTS
from wareloom.alerts.tally import Tally, Watched
from wareloom.alerts.verdict import Verdict

NOW = at("2026-11-20T12:00")
RULE = DEFAULTS["negative"]
OVER, BETWEEN, UNDER = Verdict("over"), Verdict("between"), Verdict("under")
HOUR = timedelta(hours=1)


def test_it_opens_when_it_is_over_and_closes_when_it_is_under() -> None:
    assert [decide(verdict, None, RULE, NOW) for verdict in (OVER, BETWEEN, UNDER)] == ["open", "none", "none"]
    standing = Standing(None, None)
    assert [decide(verdict, standing, RULE, NOW) for verdict in (OVER, BETWEEN, UNDER)] == ["none", "none", "close"]


def test_what_has_closed_rests() -> None:
    for hours, move in ((RULE.cooldown_hours - 1, "none"), (RULE.cooldown_hours, "open")):
        assert decide(OVER, Standing(NOW - hours * HOUR, NOW - hours * HOUR), RULE, NOW) == move


def test_what_a_person_closed_must_end_before_it_begins_again() -> None:
    closed = Standing(NOW - 1000 * HOUR, None)
    assert [decide(verdict, closed, RULE, NOW) for verdict in (OVER, BETWEEN, UNDER)] == ["none", "none", "left"]


@given(st.lists(st.integers(-60, 60), min_size=20, max_size=200))
def test_flapping_around_the_threshold_opens_once(noise: list[int]) -> None:
    """However the share moves between the two thresholds: after the first there is no second."""
    opened, last = 0, None
    for step, wave in enumerate([60, *noise]):
        watched = Watched(Tally(1000, 540 + wave, 1000))
        move = decide(judge(watched, RULE), last, RULE, NOW + step * HOUR)
        opened += move == "open"
        assert move in ("open", "none")
        last = Standing(None, None) if move == "open" or last else None
    assert opened == 1
