"""Posts that were heard before: edited, taken back, found under something else. Their hours follow."""

from collections.abc import Generator
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from tests.functions.social import Social, all_posts, hours, listening
from tests.support.chatter import a_post, chattering
from tests.support.cloud import Emulator
from wareloom.kit import clock
from wareloom.kit.errors import Rejected


@pytest.fixture
def social(cloud: Emulator, emptied: Engine) -> Generator[Social]:
    assert emptied
    with chattering(*(a_post(number) for number in range(25))) as network:
        yield Social.on(cloud, network)


def test_an_edited_post_is_read_anew_and_its_hour_told_differently(social: Social) -> None:
    social.network.said = [a_post(1, "I love this fox shirt so much, it is wonderful")]
    social.follow()
    social.hear()
    social.moods.drain()
    before = hours()
    social.network.said = [a_post(1, "I hate this fox shirt, it is the worst and I am furious")]
    with clock.held(clock.now() + timedelta(days=2)):
        social.schedule()
        social.hear()
        assert social.network.looked_at == ["post-00001"]
        (post,) = all_posts()
        assert (post.revision, post.mood_revision) == (2, 1)
        assert hours() == before
        social.moods.drain()
    (post,) = all_posts()
    assert (post.revision, post.mood_revision) == (2, 2)
    assert hours() != before


def test_a_post_that_its_author_took_back_loses_its_words_and_its_place_in_the_hour(social: Social) -> None:
    social.network.said = [a_post(1), a_post(2)]
    social.follow()
    social.hear()
    social.moods.drain()
    social.network.gone = {"post-00001"}
    with clock.held(clock.now() + timedelta(days=2)):
        social.schedule()
        social.hear()
    gone, stays = all_posts()
    assert (gone.text, gone.author, gone.url, gone.hashtags, gone.like_count) == ("", None, "", [], None)
    assert gone.deleted_at
    assert stays.text
    assert [hour[3] for hour in hours()] == [1]
    social.follow("foxes")
    social.hear()  # its search remembers what was taken back
    assert not all_posts()[0].text


def test_a_post_found_late_under_another_subject_counts_there_too(social: Social) -> None:
    social.follow()
    social.hear()
    social.moods.drain()
    social.follow("foxes")
    social.hear()
    found = hours()
    assert social.moods.drain() == 0
    assert [hour[3:] for hour in found[: len(found) // 2]] == [hour[3:] for hour in found[len(found) // 2 :]]


def test_looking_again_that_fails_costs_no_new_post(social: Social) -> None:
    social.follow()
    social.hear()
    with clock.held(clock.now() + timedelta(days=2)):
        social.schedule()
        (record,) = social.listening.receive()
        assert social.listening.deliver(record) == []
        assert listening().status == "looking"
        social.network.fails = Rejected("Single posts are not shown.")
        social.hear()
        assert (listening().status, len(social.network.looked_at)) == ("waiting", 25)
