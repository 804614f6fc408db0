"""What every network that can be listened to must do, played by local servers; a new one is covered on arrival."""

from collections.abc import Generator
from datetime import UTC, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.bluesky_vendor import BlueskyTalk
from tests.support.factories import at
from tests.support.mastodon_vendor import MastodonTalk
from tests.support.reddit_vendor import RedditTalk
from tests.support.talking import SECRET, Line, Talk, hear, listening, spoken
from tests.support.vendor import Reply, playing
from tests.support.youtube_vendor import YouTubeTalk
from wareloom.kit import clock
from wareloom.kit.errors import Blocked, Rejected, Unavailable
from wareloom.social.keys import SocialKeys
from wareloom.social.network import Listens
from wareloom.social.networks.registry import NETWORKS

NOW = at("2026-11-18T10:00:00")
TALKS: dict[str, type[Talk]] = {
    "bluesky": BlueskyTalk,
    "mastodon": MastodonTalk,
    "reddit": RedditTalk,
    "youtube": YouTubeTalk,
}
LISTENING = {name: kind for name, kind in NETWORKS.items() if isinstance(kind, Listens)}
FIRST_WEEK = 7 * 24 * 3 - 2
"""As many as are said within the week that a first listening goes back, at one every twenty minutes."""


@pytest.fixture(params=list(TALKS))
def talk(request: pytest.FixtureRequest) -> Generator[Talk]:
    with clock.held(NOW), playing(TALKS[request.param]()) as played:
        yield played


def network(talk: Talk, **keys: Any) -> Listens:
    name = next(name for name, kind in TALKS.items() if isinstance(talk, kind))
    return listening(type(LISTENING[name]), talk, **keys)


def names(posts: list[Any]) -> list[str]:
    return [post.external_id for post in posts]


def expected(talk: Talk) -> list[str]:
    return sorted(talk.name_of(number) for number in talk.lines)


def test_every_network_that_asks_somebody_is_played() -> None:
    assert {name for name, kind in LISTENING.items() if not kind.offline} == TALKS.keys()
    assert {name for name, kind in LISTENING.items() if kind.offline} == {"sample"}


def test_all_is_heard_once_and_nothing_again(talk: Talk) -> None:
    spoken(talk, FIRST_WEEK, NOW)
    posts, heard = hear(network(talk))
    assert sorted(names(posts)) == expected(talk)
    again, _ = hear(network(talk), heard.cursor)
    assert not again


def test_a_post_is_told_as_it_is(talk: Talk) -> None:
    talk.say(7, NOW - timedelta(minutes=5), "Fen mug, “deep” & blue < sea 🌊\n\nsecond line #FenMug #Tea2go")
    (post,), _ = hear(network(talk))
    assert post.text.endswith("“deep” & blue < sea 🌊\n\nsecond line #FenMug #Tea2go")
    assert post.external_id == talk.name_of(7)
    assert [tag.casefold() for tag in post.hashtags] == ["fenmug", "tea2go"]
    assert post.created_at
    assert (post.created_at, post.created_at.tzinfo) == (NOW - timedelta(minutes=5), UTC)
    assert (post.like_count, post.comment_count) == (3, 1)
    assert post.share_count in {3, 2, None}
    assert post.url.startswith("https://")
    assert post.author
    assert post.author.startswith("tester")


def test_what_arrives_between_pages_and_runs_is_neither_lost_nor_doubled(talk: Talk) -> None:
    spoken(talk, 300, NOW, timedelta(minutes=1))
    talk.arriving = [[Line(1000 + page, NOW + timedelta(seconds=page), "new #FenMug")] for page in range(4)]
    posts, heard = hear(network(talk))
    with clock.held(NOW + timedelta(minutes=10)):
        talk.say(2000, NOW + timedelta(minutes=5))
        more, heard = hear(network(talk), heard.cursor)
        talk.say(3000, NOW + timedelta(minutes=4))
        late, _ = hear(network(talk), heard.cursor)
    assert talk.name_of(3000) in names(late)
    assert sorted(names([*posts, *more, *late])) == expected(talk)


def test_pages_that_tell_posts_again_double_none(talk: Talk) -> None:
    talk.stutter = 7
    spoken(talk, FIRST_WEEK, NOW)
    posts, heard = hear(network(talk))
    talk.say(5000, NOW - timedelta(minutes=10))
    more, _ = hear(network(talk), heard.cursor)
    assert sorted(names([*posts, *more])) == expected(talk)


@pytest.mark.parametrize(
    ("mood", "kind", "wait"),
    [
        (Reply({"error": "slow down"}, 429, {"Retry-After": "77"}), Unavailable, timedelta(seconds=77)),
        (Reply({"error": "down"}, 503, {"Retry-After": "90"}), Unavailable, timedelta(seconds=90)),
        (Reply({"error": "broken"}, 500), Unavailable, None),
        (Reply({"posts": [], "items": [], "data": {"children": []}}, cut=True), Unavailable, None),
        (Reply(b"", 302, {"Location": "http://127.0.0.1:9/elsewhere"}), Blocked, None),
        (Reply({"error": "odd"}, 418), Rejected, None),
        (Reply({"what": "is this"}), Rejected, None),
    ],
)
def test_a_failure_says_what_to_do_and_costs_no_post(
    talk: Talk, mood: Reply, kind: type[Exception], wait: timedelta | None
) -> None:
    spoken(talk, 30, NOW)
    posts, heard = hear(network(talk))
    talk.say(900, NOW - timedelta(minutes=1))
    asking = network(talk)
    asking.look_again((talk.name_of(0),))  # signed in by now
    talk.moods = [mood]
    with pytest.raises(kind) as caught:
        asking.listen("fen mug", heard.cursor)
    assert getattr(caught.value, "retry_after", None) == wait
    assert SECRET not in str(caught.value)
    more, _ = hear(network(talk), heard.cursor)
    assert sorted(names([*posts, *more])) == expected(talk)


def test_a_host_that_asked_for_a_rest_is_not_asked_before_it_is_over(talk: Talk) -> None:
    asking = network(talk)
    asking.look_again((talk.name_of(0),) if talk.lines else ())
    talk.moods = [Reply({}, 429, {"Retry-After": "77"})] * 2
    with pytest.raises(Unavailable):
        asking.listen("fen mug", None)
    asked = len(talk.asked)
    with pytest.raises(Unavailable) as caught:
        asking.listen("fen mug", None)
    assert caught.value.retry_after
    assert len(talk.asked) == asked


def test_what_was_edited_and_what_was_taken_back_is_seen_when_looking_again(talk: Talk) -> None:
    spoken(talk, 60, NOW)
    posts, _ = hear(network(talk))
    everything = tuple(names(posts))
    edited, gone = talk.name_of(3), talk.name_of(4)
    talk.edit(3, "fen mug, no longer #FenMug")
    talk.take_back(4)
    heard = network(talk).look_again(everything)
    assert heard.gone == (gone,)
    assert sorted(names(list(heard.posts))) == expected(talk)
    assert "no longer" in next(post.text for post in heard.posts if post.external_id == edited)
    assert sum("no longer" in post.text for post in heard.posts) == 1


def test_looking_at_nothing_asks_nobody(talk: Talk) -> None:
    assert not network(talk).look_again(()).posts
    assert not talk.asked


def test_what_is_left_to_be_asked_is_shown(talk: Talk) -> None:
    talk.say(1, NOW - timedelta(minutes=1))
    _, heard = hear(network(talk))
    assert heard.quota
    assert heard.quota.resets_at
    assert heard.quota.resets_at > NOW
    if talk.counted:
        assert heard.quota.limit
        assert 0 < (heard.quota.left or 0) <= heard.quota.limit


def test_without_a_key_it_says_what_is_missing(talk: Talk) -> None:
    if isinstance(talk, MastodonTalk):
        talk.closed = True
    with pytest.raises(Blocked, match=r"put .* part of the secret") as caught:
        network(talk, keys=SocialKeys()).listen("fen mug", None)
    assert len(str(caught.value)) < 300


def test_a_cursor_that_is_none_of_ours_is_refused(talk: Talk) -> None:
    with pytest.raises(Rejected):
        network(talk).listen("fen mug", {"floor": "soon", "videos": 7})


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(
        st.sampled_from(
            ["posts", "data", "children", "items", "statuses", "id", "kind", "snippet", "record", "uri", "cursor",
             "after", "created_at", "createdAt", "created_utc", "nextPageToken", "videoId", "content", "text"]
        ),
        inner,
        max_size=6,
    ),
    max_leaves=20,
)  # fmt: skip


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=JSON)
def test_whatever_json_is_answered_it_is_read_or_refused(talk: Talk, value: Any) -> None:
    asking = network(talk)
    asking.look_again(("at://none", "1@none", "t3_none", "none/none"))
    for _ in range(2):
        talk.moods = [Reply(value)]
        try:
            heard = asking.listen("fen mug", None)
        except (Rejected, Unavailable, Blocked):
            continue
        assert all(post.external_id and post.created_at for post in heard.posts)
    talk.moods = []
