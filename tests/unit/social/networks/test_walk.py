"""Walks over lists that change while they are walked."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.support.factories import at
from wareloom.kit import clock
from wareloom.kit.errors import Rejected
from wareloom.social.heard import Heard
from wareloom.social.networks.walk import FIRST_LOOK, OVERLAP, Page, Walk, walked
from wareloom.social.post import SeenPost

NOW = at("2026-11-18T10:00:00")
A_PAGE = 5


@dataclass
class Talk:
    """A list paged by its places, the newest first: whoever arrives moves all others."""

    said: dict[str, datetime] = field(default_factory=dict[str, datetime])
    asked: int = 0

    def ask(self, walk: Walk) -> tuple[Page, None]:
        self.asked += 1
        start = int(walk.step or 0)
        newest = sorted(self.said, key=lambda name: (self.said[name], name), reverse=True)
        shown = newest[start : start + A_PAGE]
        posts = [
            SeenPost(external_id=name, text=name, created_at=self.said[name], url="https://x.example") for name in shown
        ]
        further = str(start + A_PAGE) if start + A_PAGE < len(newest) else None
        return Page(posts, [self.said[name] for name in shown], further), None


def further(talk: Talk, walk: Walk) -> tuple[Heard, Walk]:
    """As a row keeps it between two pages."""
    heard, after = walked(walk, talk.ask)
    assert after == Walk.of(heard.cursor)
    return heard, after


@example(first=[100, 101, 102, 103, 104, 105], waves=[[0] * 6, [], []])
@given(
    first=st.lists(st.integers(1, 60 * 24 * 6), max_size=40),
    waves=st.lists(st.lists(st.integers(-20, 25), max_size=9), max_size=12),
)
def test_nothing_is_lost_and_nothing_is_heard_twice(first: list[int], waves: list[list[int]]) -> None:
    """Posts of a wave appear between two pages, with moments up to 25 minutes ago or ahead of us."""
    talk = Talk({f"first{place}": NOW - timedelta(minutes=ago) for place, ago in enumerate(first)})
    heard: list[str] = []
    walk = Walk()
    now = NOW
    for number, wave in enumerate(waves):
        with clock.held(now):
            told, walk = further(talk, walk)
        heard += [post.external_id for post in told.posts]
        now += timedelta(seconds=20)
        for place, ago in enumerate(wave):
            talk.said[f"wave{number}.{place}"] = now - timedelta(minutes=max(0, ago))
    with clock.held(now + timedelta(minutes=1)):
        for _ in range(2):
            walking = True
            while walking:
                told, walk = further(talk, walk)
                heard += [post.external_id for post in told.posts]
                walking = told.more
    assert sorted(heard) == sorted(talk.said)


def test_a_walk_ends_where_the_one_before_began() -> None:
    talk = Talk({f"{number:04}": NOW - timedelta(minutes=number) for number in range(1000)})
    with clock.held(NOW):
        walk = Walk()
        while True:
            told, walk = further(talk, walk)
            if not told.more:
                break
        whole = talk.asked
        talk.said["new"] = NOW
        told, walk = further(talk, walk)
        heard = list(told.posts)
        while told.more:
            told, walk = further(talk, walk)
            heard += told.posts
    assert [post.external_id for post in heard] == ["new"]
    assert talk.asked - whole <= OVERLAP / timedelta(minutes=1) / A_PAGE + 2


def test_the_first_walk_goes_back_a_week() -> None:
    talk = Talk({"young": NOW - FIRST_LOOK + timedelta(minutes=1), "old": NOW - FIRST_LOOK - timedelta(minutes=1)})
    with clock.held(NOW):
        told, _ = further(talk, Walk())
    assert [post.external_id for post in told.posts] == ["young"]


def test_a_page_that_the_network_has_forgotten_begins_the_walk_anew_and_not_for_ever() -> None:
    talk = Talk({f"{number:04}": NOW - timedelta(minutes=number) for number in range(20)})

    def forgetful(walk: Walk) -> tuple[Page, None]:
        if walk.step:
            raise Rejected("no such page")
        return talk.ask(walk)

    with clock.held(NOW):
        heard, walk = walked(Walk(), forgetful)
        for _ in range(3):
            again, walk = walked(walk, forgetful)
            assert not again.posts
        with pytest.raises(Rejected):
            walked(walk, forgetful)
    assert len(heard.posts) == A_PAGE


def test_a_post_from_the_future_hides_nobody_else() -> None:
    talk = Talk({"tomorrow": NOW + timedelta(days=1)})
    with clock.held(NOW):
        _, walk = further(talk, Walk())
    with clock.held(NOW + timedelta(hours=1)):
        talk.said["now"] = NOW + timedelta(minutes=50)
        told, _ = further(talk, walk)
    assert "now" in [post.external_id for post in told.posts]
