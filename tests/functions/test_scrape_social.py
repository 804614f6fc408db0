"""A network heard answer by answer: no post twice, none lost, and each failure by its kind."""

from collections.abc import Generator
from datetime import timedelta

import psycopg
import pytest
from sqlalchemy import Engine

from functions.sweep_unfinished.handler import handle as sweep
from tests.functions.social import Social, all_posts, dies, hours, listening
from tests.functions.test_scrape_market import conninfo
from tests.support.chatter import NAME, a_post, chattering
from tests.support.cloud import Emulator
from wareloom.kit import clock
from wareloom.kit.errors import Blocked, Failure, Rejected, Unavailable
from wareloom.kit.work import unit_of_work
from wareloom.social.heard import Quota
from wareloom.social.listening.listen import listen
from wareloom.social.listening.pace import FIRST
from wareloom.social.listening.take_turn import take_turn
from wareloom.social.queries import followings
from wareloom.social.unfollow import unfollow


@pytest.fixture
def social(cloud: Emulator, emptied: Engine) -> Generator[Social]:
    assert emptied
    with chattering(*(a_post(number) for number in range(25))) as network:
        yield Social.on(cloud, network)


def test_a_subject_is_heard_answer_by_answer_until_nothing_is_left(social: Social) -> None:
    social.follow()
    assert social.hear() == 3
    row = listening()
    assert (row.status, row.posts_seen, row.posts_new, row.cursor) == ("waiting", 25, 25, {"heard": 25})
    assert [post.external_id for post in all_posts()] == [post.external_id for post in social.network.said]
    assert social.moods.drain() == 25
    assert sum(int(str(hour[3])) for hour in hours()) == 25


def test_every_message_delivered_twice_makes_the_same_rows(social: Social) -> None:
    social.follow()
    social.hear(times=2)
    assert (len(all_posts()), listening().posts_new) == (25, 25)


def test_a_worker_that_dies_after_its_commit_is_followed_by_one_that_goes_on(social: Social) -> None:
    social.follow()
    (record,) = social.listening.receive()
    with unit_of_work() as work:
        listen(work, listening().id)  # committed; the worker dies before it could acknowledge
    assert social.listening.deliver(record) == []
    assert listening().posts_seen == 20


def test_a_worker_that_dies_before_its_commit_leaves_nothing_behind(social: Social) -> None:
    social.follow()
    with pytest.raises(SystemExit):
        dies(lambda work: listen(work, listening().id))
    assert all_posts() == []
    social.hear()
    assert len(all_posts()) == 25


def test_a_second_worker_on_the_same_listening_turns_away(social: Social) -> None:
    social.follow()
    (record,) = social.listening.receive()
    with psycopg.connect(conninfo()) as other:
        other.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"listening:{listening().id}"])
        assert social.listening.deliver(record) == []
    assert social.network.asked == []


def test_two_workspaces_listen_once_and_neither_sees_the_other(social: Social) -> None:
    one, subject = social.follow("Fox  Shirt")
    other, same = social.follow("fox shirt")
    assert subject == same
    social.hear()
    assert listening().posts_new == 25
    with unit_of_work() as work:
        unfollow(work, tenant_id=one.tenant_id, actor=one.actor, subject_id=subject)
    with unit_of_work() as work:
        assert followings(work.session, one.tenant_id) == []
        assert len(followings(work.session, other.tenant_id)) == 1
    with clock.held(clock.now() + timedelta(days=1)):
        assert social.schedule() == 1
    with unit_of_work() as work:
        unfollow(work, tenant_id=other.tenant_id, actor=other.actor, subject_id=subject)
    social.hear()
    with clock.held(clock.now() + timedelta(days=2)):
        assert social.schedule() == 0


def test_the_schedule_asks_for_what_is_due_once(social: Social) -> None:
    social.follow()
    social.hear()
    assert social.schedule() == 0
    social.network.said += [a_post(number) for number in range(25, 30)]
    with clock.held(clock.now() + timedelta(hours=1)):
        assert (social.schedule(), social.schedule()) == (1, 0)
        social.hear()
    assert len(all_posts()) == 30


def test_a_network_that_comes_later_is_listened_to_for_what_is_followed_already(social: Social) -> None:
    social.follow()
    social.hear()
    with unit_of_work() as work:
        work.session.delete(work.session.merge(listening()))
    assert social.schedule() == 1


def test_much_is_heard_sooner_and_silence_later(social: Social) -> None:
    social.follow()
    social.hear()
    busy = listening()
    assert busy.every < FIRST
    waits = [busy.every]
    for _ in range(12):
        with clock.held(listening().due_at):
            assert social.schedule() == 1
            social.hear()
        waits.append(listening().every)
    assert waits == sorted(waits)
    assert waits[-1] == timedelta(hours=6)


@pytest.mark.parametrize(
    ("failure", "status", "at_least", "at_most"),
    [
        (Blocked("They want no visitors."), "blocked", 30, 30),
        (Rejected("There is no key for this network."), "rejected", 24 * 60, 24 * 60),
        (Unavailable("It does not answer."), "waiting", 2, 2),
        (Unavailable("Too many questions.", retry_after=timedelta(minutes=40)), "waiting", 40, 40),
    ],
)
def test_a_failure_waits_by_its_kind_and_says_why(
    social: Social, failure: Failure, status: str, at_least: int, at_most: int
) -> None:
    social.follow()
    social.network.fails = failure
    assert social.hear() == 1
    row = listening()
    assert (row.status, row.reason, row.tries) == (status, failure.reason, 1)
    waits = row.due_at - row.updated_at
    assert timedelta(minutes=at_least) <= waits <= timedelta(minutes=at_most)
    social.network.fails = None
    with clock.held(row.due_at):
        assert social.schedule() == 1
        social.hear()
    healed = listening()
    assert (healed.status, healed.reason, healed.tries, healed.posts_new) == ("waiting", None, 0, 25)


def test_a_spent_quota_is_shown_and_nobody_asks_until_it_is_renewed(social: Social) -> None:
    resets = clock.now() + timedelta(hours=3)
    social.network.quota = Quota(limit=100, left=0, resets_at=resets)
    social.follow()
    social.hear()
    row = listening()
    assert (row.posts_seen, row.due_at, row.quota and row.quota["left"]) == (10, resets, 0)
    assert row.reason
    social.follow("another fox")
    social.hear()
    assert len(social.network.asked) == 1
    with clock.held(resets + timedelta(minutes=1)):
        assert social.schedule() == 2
        social.network.quota = None
        social.hear()
    assert len(all_posts()) == 25


def test_the_sweep_finds_a_listening_whose_message_was_lost(social: Social) -> None:
    social.follow()
    social.listening.acknowledge(social.listening.receive())
    assert sweep({"at_once": True}, None)["social"]["listenings"] == 1
    social.hear()
    assert len(all_posts()) == 25


def test_workers_that_always_die_end_in_a_wait(social: Social) -> None:
    social.follow()
    for _ in range(5):
        (record,) = social.listening.receive()
        social.listening.acknowledge([record])
        with unit_of_work() as work:
            take_turn(work, listening().id)
        sweep({"at_once": True}, None)
    row = listening()
    assert (row.status, row.tries) == ("waiting", 5)
    assert row.reason
    assert row.network == NAME
