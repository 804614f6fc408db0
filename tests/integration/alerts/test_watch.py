"""The watch over rows: what opens, what closes, for whom, once, and with which posts."""

from collections.abc import Generator
from contextlib import contextmanager
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.support.cloud import Emulator
from tests.support.database import Overheard
from tests.support.factories import an_owner, at
from tests.support.said import a_post, a_subject, an_hour, ordinary_weeks
from wareloom.accounts.identity import Identity
from wareloom.alerts import queries
from wareloom.alerts.acknowledge import acknowledge
from wareloom.alerts.close import close
from wareloom.alerts.models import Alert, AlertRule
from wareloom.alerts.reopen import reopen
from wareloom.alerts.rule import DEFAULTS
from wareloom.alerts.set_rule import Scope, reset_rule, set_rule
from wareloom.alerts.watch import watch_alerts
from wareloom.kit import clock
from wareloom.kit.errors import Conflict, NotFound, Rejected

NOON = at("2026-11-18T12:30")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
LONG_AGO = NOON - 40 * DAY


@pytest.fixture
def owner(work: Overheard, cloud: Emulator) -> Identity:
    assert cloud
    return an_owner(work)


@contextmanager
def looking(work: Overheard, when: datetime = NOON) -> Generator[None]:
    with clock.held(when):
        yield
        work.session.flush()


def watched(work: Overheard, when: datetime = NOON) -> tuple[int, int, int]:
    with looking(work, when):
        done = watch_alerts(work)
    return done["looked"], done["opened"], done["closed"]


def only(session: Session) -> Alert:
    return session.scalars(select(Alert), execution_options={"populate_existing": True}).one()


def angry(work: Overheard, *tenants: UUID, words: str = "paper fox") -> UUID:
    """A subject about which nine of ten are angry since this morning."""
    subject = a_subject(work.session, words, *tenants, since=LONG_AGO)
    an_hour(work.session, subject, NOON, negative=90, neutral=10, anger=90)
    return subject


def test_what_is_surely_negative_opens_one_alert_with_the_posts_that_caused_it(
    work: Overheard, owner: Identity
) -> None:
    subject = angry(work, owner.tenant_id)
    sure = a_post(work.session, subject, NOON - HOUR, sure=0.99)
    less = a_post(work.session, subject, NOON - 2 * HOUR, sure=0.7, likes=900)
    a_post(work.session, subject, NOON - HOUR, sentiment="positive", emotion="joy")
    a_post(work.session, subject, NOON - 30 * HOUR)
    assert watched(work) == (1, 1, 0)
    alert = only(work.session)
    assert (alert.kind, alert.subject_id, alert.network, alert.closed_at) == ("negative", subject, None, None)
    assert (alert.figures["negative"], alert.figures["told"], alert.figures["rule"]["enter"]) == (90, 100, 0.5)
    assert alert.sentence.startswith("90 of the 100 posts")
    assert [one.post.id for one in queries.posts(work.session, alert.id)] == [sure, less]
    assert work.events.count("AlertOpened") == 1


def test_who_has_not_changed_is_not_looked_at_again_until_the_hour_moves(work: Overheard, owner: Identity) -> None:
    subject = angry(work, owner.tenant_id)
    assert watched(work) == (1, 1, 0)
    assert watched(work, NOON + timedelta(minutes=5)) == (0, 0, 0)
    an_hour(work.session, subject, NOON, negative=91, neutral=10, anger=90)
    assert watched(work, NOON + timedelta(minutes=10)) == (1, 0, 0)
    assert watched(work, NOON + HOUR) == (1, 0, 0)
    assert work.events.count("AlertOpened") == 1


def test_nobody_follows_nobody_is_told(work: Overheard) -> None:
    angry(work)
    assert watched(work) == (0, 0, 0)


def test_every_workspace_has_an_alert_of_its_own(work: Overheard, owner: Identity) -> None:
    friend = an_owner(work)
    angry(work, owner.tenant_id, friend.tenant_id)
    assert watched(work) == (1, 2, 0)
    (mine,) = queries.alerts(work.session, owner.tenant_id, limit=10).items
    (theirs,) = queries.alerts(work.session, friend.tenant_id, limit=10).items
    assert mine.alert.id != theirs.alert.id
    with pytest.raises(NotFound):
        queries.alert(work.session, owner.tenant_id, theirs.alert.id)


def test_the_data_close_it_and_it_rests_before_it_opens_again(work: Overheard, owner: Identity) -> None:
    subject = angry(work, owner.tenant_id)
    watched(work)
    an_hour(work.session, subject, NOON, negative=45, neutral=55)
    assert watched(work, NOON + timedelta(minutes=5)) == (1, 0, 0), "between the thresholds it stays"
    an_hour(work.session, subject, NOON, negative=35, neutral=65)
    assert watched(work, NOON + timedelta(minutes=10)) == (1, 0, 1)
    assert (only(work.session).closed_why, only(work.session).closed_by) == ("data", None)
    an_hour(work.session, subject, NOON, negative=90, neutral=10)
    assert watched(work, NOON + HOUR) == (1, 0, 0), "it rests"
    assert watched(work, NOON + 7 * HOUR) == (1, 1, 0)
    assert work.events.count("AlertOpened") == 2


def test_when_nobody_speaks_any_more_it_closes(work: Overheard, owner: Identity) -> None:
    angry(work, owner.tenant_id)
    watched(work)
    assert watched(work, NOON + 25 * HOUR) == (1, 0, 1)
    assert watched(work, NOON + 26 * HOUR) == (0, 0, 0)


def test_what_a_person_closed_opens_again_only_after_it_was_over(work: Overheard, owner: Identity) -> None:
    subject = angry(work, owner.tenant_id)
    watched(work)
    with looking(work):
        close(work, tenant_id=owner.tenant_id, actor=owner.actor, alert_id=only(work.session).id, reason="A joke")
    for hours in (1, 8, 20):
        assert watched(work, NOON + hours * HOUR)[1] == 0
    assert watched(work, NOON + 30 * HOUR) == (1, 0, 0)
    assert only(work.session).left_at == NOON + 30 * HOUR
    an_hour(work.session, subject, NOON + 31 * HOUR, negative=90, neutral=10)
    assert watched(work, NOON + 31 * HOUR) == (1, 1, 0)


def test_a_slip_of_the_hand_is_taken_back_for_a_while(work: Overheard, owner: Identity) -> None:
    angry(work, owner.tenant_id)
    watched(work)
    alert_id = only(work.session).id
    with looking(work):
        acknowledge(work, tenant_id=owner.tenant_id, actor=owner.actor, alert_id=alert_id)
        with pytest.raises(Conflict):
            acknowledge(work, tenant_id=owner.tenant_id, actor=owner.actor, alert_id=alert_id)
        close(work, tenant_id=owner.tenant_id, actor=owner.actor, alert_id=alert_id, reason="Oops")
    with looking(work, NOON + timedelta(minutes=14)):
        alert = reopen(work, tenant_id=owner.tenant_id, actor=owner.actor, alert_id=alert_id)
        assert (alert.closed_at, alert.reason, alert.acknowledged_at) == (None, None, NOON)
        close(work, tenant_id=owner.tenant_id, actor=owner.actor, alert_id=alert_id, reason="Seen")
    with looking(work, NOON + timedelta(minutes=30)), pytest.raises(Rejected):
        reopen(work, tenant_id=owner.tenant_id, actor=owner.actor, alert_id=alert_id)


def test_a_burst_is_told_and_a_network_that_is_new_is_none(work: Overheard, owner: Identity) -> None:
    subject = a_subject(work.session, "paper fox", owner.tenant_id, since=LONG_AGO)
    ordinary_weeks(work.session, subject, NOON)
    an_hour(work.session, subject, NOON, network="bluesky", neutral=500)
    assert watched(work) == (1, 0, 0), "only the network is new"
    an_hour(work.session, subject, NOON, neutral=200)
    assert watched(work, NOON + timedelta(minutes=5)) == (1, 1, 0)
    alert = only(work.session)
    assert (alert.kind, alert.figures["usual"], alert.figures["posts"]) == ("burst", 24, 216)


def test_a_subject_that_was_followed_yesterday_does_not_burst(work: Overheard, owner: Identity) -> None:
    subject = a_subject(work.session, "paper fox", owner.tenant_id, since=NOON - DAY)
    ordinary_weeks(work.session, subject, NOON)
    an_hour(work.session, subject, NOON, neutral=200)
    assert watched(work) == (1, 0, 0)


def test_a_new_mix_of_emotions_names_the_one_that_grew(work: Overheard, owner: Identity) -> None:
    subject = a_subject(work.session, "paper fox", owner.tenant_id, since=LONG_AGO)
    ordinary_weeks(work.session, subject, NOON)
    for hours in range(24):
        an_hour(work.session, subject, NOON - hours * HOUR, neutral=8, sadness=4)
    sad = a_post(work.session, subject, NOON - HOUR, sentiment="neutral", emotion="sadness")
    a_post(work.session, subject, NOON - HOUR)
    assert watched(work) == (1, 1, 0)
    alert = only(work.session)
    assert (alert.kind, [one.post.id for one in queries.posts(work.session, alert.id)]) == ("mix", [sad])
    assert "most of all there is sadness" in alert.sentence


def test_a_rule_of_ones_own_goes_before_the_default_and_a_subjects_before_it(work: Overheard, owner: Identity) -> None:
    first, second = angry(work, owner.tenant_id), angry(work, owner.tenant_id, words="tin fox")
    tenant, actor = owner.tenant_id, owner.actor
    off = DEFAULTS["negative"].model_copy(update={"enabled": False})
    with looking(work):
        set_rule(work, tenant_id=tenant, actor=actor, scope=Scope("negative"), rule=off)
        set_rule(work, tenant_id=tenant, actor=actor, scope=Scope("negative", second), rule=DEFAULTS["negative"])
    assert watched(work) == (2, 1, 0)
    assert only(work.session).subject_id == second
    with looking(work):
        reset_rule(work, tenant_id=tenant, actor=actor, scope=Scope("negative"))
        with pytest.raises(NotFound):
            reset_rule(work, tenant_id=tenant, actor=actor, scope=Scope("negative"))
    assert watched(work) == (2, 1, 0), "the rules have changed, so all are looked at again"
    assert set(work.session.scalars(select(Alert.subject_id))) == {first, second}


def test_a_rule_that_is_switched_off_closes_what_it_opened(work: Overheard, owner: Identity) -> None:
    angry(work, owner.tenant_id)
    watched(work)
    off = DEFAULTS["negative"].model_copy(update={"enabled": False})
    with looking(work):
        set_rule(work, tenant_id=owner.tenant_id, actor=owner.actor, scope=Scope("negative"), rule=off)
    assert watched(work) == (1, 0, 1)
    assert only(work.session).closed_why == "unwatched"


def test_a_rule_for_one_network_looks_at_that_alone(work: Overheard, owner: Identity) -> None:
    subject = angry(work, owner.tenant_id)
    an_hour(work.session, subject, NOON, network="bluesky", positive=900)
    with looking(work):
        scope = Scope("negative", network="tiktok")
        set_rule(work, tenant_id=owner.tenant_id, actor=owner.actor, scope=scope, rule=DEFAULTS["negative"])
    assert watched(work) == (1, 1, 0)
    assert only(work.session).network == "tiktok"


def test_setting_a_rule_twice_keeps_one(work: Overheard, owner: Identity) -> None:
    for least in (30, 40):
        rule = DEFAULTS["negative"].model_copy(update={"min_sample": least})
        set_rule(work, tenant_id=owner.tenant_id, actor=owner.actor, scope=Scope("negative"), rule=rule)
    assert work.session.scalars(select(AlertRule.min_sample)).all() == [40]


def test_slices_are_bounded_and_end(work: Overheard, owner: Identity) -> None:
    for number in range(3):
        angry(work, owner.tenant_id, words=f"fox {number}")
    found = list[int]()
    with looking(work):
        while (done := watch_alerts(work, most=2))["looked"]:
            found.append(done["looked"])
    assert found == [2, 1]
