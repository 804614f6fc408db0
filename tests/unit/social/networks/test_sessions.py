"""Networks that let only those in who sign in: how often that is, and what happens when it ends early."""

from collections.abc import Generator
from datetime import timedelta

import pytest

from tests.support.bluesky_vendor import BlueskyTalk
from tests.support.factories import at
from tests.support.reddit_vendor import RedditTalk
from tests.support.talking import KEYS, SECRET, hear, listening, spoken
from tests.support.vendor import Reply, playing
from tests.support.youtube_vendor import SILENT, VIDEO, YouTubeTalk
from wareloom.kit import clock
from wareloom.kit.errors import Blocked, Unavailable
from wareloom.social.keys import SocialKeys, understood
from wareloom.social.networks.bluesky.network import BlueskyNetwork
from wareloom.social.networks.reddit.network import RedditNetwork
from wareloom.social.networks.youtube.network import YouTubeNetwork

NOW = at("2026-11-18T10:00:00")


@pytest.fixture
def bluesky() -> Generator[BlueskyTalk]:
    with clock.held(NOW), playing(BlueskyTalk()) as played:
        yield played


@pytest.fixture
def reddit() -> Generator[RedditTalk]:
    with clock.held(NOW), playing(RedditTalk()) as played:
        yield played


@pytest.fixture
def youtube() -> Generator[YouTubeTalk]:
    with clock.held(NOW), playing(YouTubeTalk()) as played:
        yield played


def test_one_session_serves_an_hour(bluesky: BlueskyTalk) -> None:
    spoken(bluesky, 250, NOW)
    network = listening(BlueskyNetwork, bluesky)
    hear(network)
    with clock.held(NOW + timedelta(minutes=59)):
        hear(network)
    assert bluesky.sessions == 1
    with clock.held(NOW + timedelta(minutes=61)):
        hear(network)
    assert bluesky.sessions == 2


def test_a_session_that_ends_early_is_opened_again_once(bluesky: BlueskyTalk) -> None:
    network = listening(BlueskyNetwork, bluesky)
    hear(network)
    expired = Reply({"error": "ExpiredToken", "message": "Token has expired"}, 400)
    bluesky.moods = [expired]
    with clock.held(NOW + timedelta(minutes=1)):
        hear(network)
    assert bluesky.sessions == 2
    ended = listening(BlueskyNetwork, bluesky)
    hear(ended)
    bluesky.moods = [expired, Reply({"accessJwt": "of no use"})]
    with clock.held(NOW + timedelta(minutes=2)), pytest.raises(Blocked, match="part of the secret"):
        ended.listen("fen mug", None)


def test_a_refused_password_is_not_repeated(bluesky: BlueskyTalk) -> None:
    wrong = SocialKeys.model_validate({"bluesky": {"identifier": "tester", "password": "wrong-password"}})
    with pytest.raises(Blocked, match="app password") as caught:
        listening(BlueskyNetwork, bluesky, wrong).listen("fen mug", None)
    assert "wrong-password" not in str(caught.value)


def test_one_community_is_searched_by_its_name(reddit: RedditTalk) -> None:
    spoken(reddit, 3, NOW)
    posts, _ = hear(listening(RedditNetwork, reddit), words="r/Pottery fen mug")
    assert len(posts) == 3
    assert reddit.asked[-1].path == "/r/Pottery/search.json"
    assert reddit.asked[-1].query["q"] == "fen mug"
    assert reddit.asked[-1].query["restrict_sr"] == "1"


def test_what_a_moderator_removed_is_gone(reddit: RedditTalk) -> None:
    spoken(reddit, 5, NOW)
    reddit.removed = {2}
    network = listening(RedditNetwork, reddit)
    heard = network.listen("fen mug", None)
    assert len(heard.posts) == 4
    assert heard.gone == (reddit.name_of(2),)
    assert network.look_again((reddit.name_of(1), reddit.name_of(2))).gone == (reddit.name_of(2),)


def test_videos_are_searched_for_once_a_day_and_a_silent_one_is_passed_over(youtube: YouTubeTalk) -> None:
    spoken(youtube, 120, NOW)
    network = listening(YouTubeNetwork, youtube)
    _, heard = hear(network)
    with clock.held(NOW + timedelta(hours=23)):
        _, heard = hear(network, heard.cursor)
    assert searches(youtube) == 1
    with clock.held(NOW + timedelta(hours=25)):
        hear(network, heard.cursor)
    assert searches(youtube) == 2
    assert {asked.query["videoId"] for asked in youtube.asked if "videoId" in asked.query} == {SILENT, VIDEO}
    assert not any(SECRET in asked.target for asked in youtube.asked)


def test_a_spent_quota_is_waited_for_until_it_is_filled_up(youtube: YouTubeTalk) -> None:
    spent = {"error": {"code": 403, "message": "exceeded", "errors": [{"reason": "quotaExceeded"}]}}
    youtube.moods = [Reply(spent, 403)]
    with pytest.raises(Unavailable, match="quota") as caught:
        listening(YouTubeNetwork, youtube).listen("fen mug", None)
    assert caught.value.retry_after == timedelta(hours=22)


def test_a_search_that_is_forbidden_is_no_silent_video(youtube: YouTubeTalk) -> None:
    youtube.moods = [Reply({"error": {"code": 403, "errors": [{"reason": "forbidden"}]}}, 403)]
    with pytest.raises(Blocked):
        listening(YouTubeNetwork, youtube).listen("fen mug", None)


def searches(youtube: YouTubeTalk) -> int:
    return sum(asked.path.endswith("/search") for asked in youtube.asked)


def test_keys_are_read_part_by_part() -> None:
    read = understood('{"reddit": {"client_id": "application"}, "youtube": {"key": " secret-of-tests\\n"}, "other": 1}')
    assert read.reddit is None
    assert read.youtube == KEYS.youtube
    assert SECRET not in repr(read)
