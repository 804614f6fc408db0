from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wareloom.market.cadence import LONGEST, SHORTEST, after_failure, after_visit, spelled

USUAL = timedelta(hours=6)
PACES = st.timedeltas(min_value=SHORTEST, max_value=LONGEST)


@pytest.mark.parametrize(
    ("seen", "moved", "hours", "told"),
    [
        (48, 24, 3, "24 of 48 offers moved: more often, every 3 hours instead of every 6 hours."),
        (48, 4, 6, "4 of 48 offers moved: still every 6 hours."),
        (48, 1, 12, "1 of 48 offers moved: less often, every 12 hours instead of every 6 hours."),
        (48, 0, 12, "Nothing moved: less often, every 12 hours instead of every 6 hours."),
        (1, 1, 3, "1 of 1 offers moved: more often, every 3 hours instead of every 6 hours."),
        (0, 0, 12, "Nothing was found there: less often, every 12 hours instead of every 6 hours."),
    ],
)
def test_what_moves_is_visited_more_often_and_the_reason_says_so(seen: int, moved: int, hours: int, told: str) -> None:
    found = after_visit(USUAL, seen=seen, moved=moved)
    assert (found.every, found.why) == (timedelta(hours=hours), told)


def test_there_is_a_shortest_and_a_longest_pace_and_they_are_named() -> None:
    assert after_visit(SHORTEST, seen=10, moved=10).why.endswith("as often as it gets.")
    assert after_visit(LONGEST, seen=10, moved=0).why.endswith("as rarely as it gets.")


def test_what_fails_is_asked_less_often() -> None:
    assert after_failure(USUAL).every == 2 * USUAL


@given(every=PACES, seen=st.integers(0, 10_000), share=st.floats(0, 1))
def test_no_pace_ever_leaves_its_bounds(every: timedelta, seen: int, share: float) -> None:
    found = after_visit(every, seen=seen, moved=int(seen * share))
    assert SHORTEST <= found.every <= LONGEST
    assert found.why


@given(every=PACES, seen=st.integers(5, 1000), one=st.integers(0, 1000), more=st.integers(0, 1000))
def test_who_moves_more_never_waits_longer(every: timedelta, seen: int, one: int, more: int) -> None:
    fewer, further = sorted((min(one, seen), min(more, seen)))
    assert after_visit(every, seen=seen, moved=further).every <= after_visit(every, seen=seen, moved=fewer).every


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (45, "every 45 minutes"),
        (60, "every hour"),
        (90, "every 1 h 30 min"),
        (1440, "every 24 hours"),
        (2880, "every 2 days"),
    ],
)
def test_a_pace_is_spelled_as_people_say_it(minutes: int, words: str) -> None:
    assert spelled(timedelta(minutes=minutes)) == words
