"""A person's yes and no: told to the state machine once, committed before that, and final."""

from collections.abc import Generator
from datetime import timedelta
from uuid import UUID

import pytest

from tests.support import river
from tests.support.cloud import Emulator
from tests.support.promise import Promise, promised
from wareloom.designs.approve import approve
from wareloom.kit import clock, machines
from wareloom.kit.database import new_session
from wareloom.kit.errors import Conflict, NotFound, Rejected
from wareloom.kit.ids import new_id
from wareloom.kit.work import Work, unit_of_work
from wareloom.listings.models import Listing
from wareloom.runs.open import execution
from wareloom.runs.resume import resume
from wareloom.runs.stop import stop
from wareloom.runs.wait import repeat_answers

pytestmark = pytest.mark.usefixtures("cloud", "joined")


@pytest.fixture
def promise(cloud: Emulator) -> Generator[Promise]:
    with promised(cloud) as made:
        yield made


def sketched(stream: river.River) -> UUID:
    design = river.planned(stream.run_id)[0]
    river.sketch(stream.run_id, design)
    return design


def the_only_one(stream: river.River) -> UUID:
    """All the others are refused."""
    first, *others = river.walk(stream.run_id, draw=3, real=False)
    for design in others:
        river.reject(stream, design)
    return first


def stopped(stream: river.River) -> None:
    with unit_of_work() as work:
        stop(work, tenant_id=stream.owner.tenant_id, actor=stream.owner.actor, run_id=stream.run_id)


def resumed(stream: river.River) -> None:
    with unit_of_work() as work:
        resume(work, tenant_id=stream.owner.tenant_id, actor=stream.owner.actor, run_id=stream.run_id)


def test_who_waits_before_the_decision_hears_it(promise: Promise) -> None:
    stream = river.opened()
    design = sketched(stream)
    assert river.stand(stream.run_id, design, promise.token) == {"design": str(design), "stands": "waiting"}
    assert river.step_of(stream.run_id, "approve", design).status == "waiting"
    assert promise.waits
    river.approve(stream, design)
    assert promise.heard() == {"decision": "approved"}
    row, step = river.design_of(design), river.step_of(stream.run_id, "approve", design)
    assert (row.status, row.decided_by) == ("approved", stream.owner.actor)
    assert (step.status, step.facts["decision"], step.ids) == ("done", "approved", [design])
    assert river.step_of(stream.run_id, "publish", design).status == "queued"


@pytest.mark.parametrize("decision", ["approved", "rejected", "expired"])
def test_who_comes_after_the_decision_hears_it_at_once(promise: Promise, decision: str) -> None:
    stream = river.opened()
    design = sketched(stream)
    decide(stream, design, decision)
    assert river.stand(stream.run_id, design, promise.token)["stands"] == decision
    assert promise.heard() == {"decision": decision}


def decide(stream: river.River, design: UUID, decision: str) -> None:
    match decision:
        case "approved":
            river.approve(stream, design)
        case "rejected":
            river.reject(stream, design)
        case _:
            assert river.expire(stream.run_id, design) == {"decision": "expired"}


def test_a_token_handed_over_twice_is_answered_with_the_newer_one(promise: Promise) -> None:
    stream = river.opened()
    design = sketched(stream)
    river.stand(stream.run_id, design, "of an execution that is gone")
    river.stand(stream.run_id, design, promise.token)
    river.approve(stream, design)
    assert promise.heard() == {"decision": "approved"}


def test_an_answer_that_was_lost_is_given_by_the_sweep(promise: Promise) -> None:
    stream = river.opened()
    design = sketched(stream)
    river.stand(stream.run_id, design, promise.token)
    with new_session() as session, session.begin():
        # A worker that is killed between its commit and its messages.
        approve(Work(session), tenant_id=stream.owner.tenant_id, actor=stream.owner.actor, design_id=design)
    assert promise.waits
    with clock.held(clock.now() + timedelta(minutes=3)), unit_of_work() as work:
        assert repeat_answers(work) == 1
        assert repeat_answers(work) == 0
    assert promise.heard() == {"decision": "approved"}


def test_nobody_decides_twice() -> None:
    stream = river.opened()
    first, second, third = river.walk(stream.run_id, draw=3, real=False)
    river.approve(stream, first)
    river.reject(stream, second)
    for design in (first, second):
        with pytest.raises(Conflict, match="already"):
            river.approve(stream, design)
        with pytest.raises(Conflict, match="already"):
            river.reject(stream, design)
    assert river.expire(stream.run_id, first) == {"decision": "approved"}
    assert river.expire(stream.run_id, second) == {"decision": "rejected"}
    assert river.expire(stream.run_id, third) == river.expire(stream.run_id, third) == {"decision": "expired"}


def test_a_refusal_without_a_reason_is_none() -> None:
    stream = river.opened()
    design = sketched(stream)
    with pytest.raises(Rejected, match="Say why"):
        river.reject(stream, design, "  \n ")
    assert river.design_of(design).status == "waiting"


def test_a_rejected_design_is_never_published_even_by_a_run_that_is_resumed(promise: Promise) -> None:
    stream = river.opened()
    design = the_only_one(stream)
    river.reject(stream, design, "The letters touch.")
    assert river.design_of(design).reason == "The letters touch."
    stopped(stream)
    resumed(stream)
    assert river.ids(river.generate(stream.run_id, design)) == [design]
    assert river.stand(stream.run_id, design, promise.token)["stands"] == "rejected"
    assert promise.heard() == {"decision": "rejected"}
    answer = river.publish(stream.run_id, design)
    assert (answer["outcome"], answer["more"]) == ("rejected", False)
    assert river.count(Listing) == 0
    assert river.finish(stream.run_id) == {"status": "succeeded"}


def test_a_design_that_waits_is_not_published() -> None:
    stream = river.opened()
    design = sketched(stream)
    assert "only what a person approved" in river.publish(stream.run_id, design)["reason"]
    assert river.count(Listing) == 0


def test_a_design_of_a_stopped_run_is_not_approved_before_the_run_is_resumed() -> None:
    stream = river.opened()
    design = sketched(stream)
    stopped(stream)
    with pytest.raises(Rejected, match=r"Resume the run, then approve it\."):
        river.approve(stream, design)
    assert river.design_of(design).status == "waiting"
    resumed(stream)
    river.approve(stream, design)
    assert river.design_of(design).status == "approved"


def test_a_design_that_expired_may_be_approved_and_its_ended_run_carries_on() -> None:
    stream = river.opened()
    design = the_only_one(stream)
    river.expire(stream.run_id, design)
    assert river.finish(stream.run_id) == {"status": "succeeded"}
    river.approve(stream, design)
    run = river.run_of(stream.run_id)
    assert (run.status, run.attempt, run.ended_at) == ("queued", 2, None)
    assert machines.look(execution(run))[0] == "running"
    assert river.publish_all(stream.run_id, design)[-1]["outcome"] == "done"


def test_a_design_that_expired_while_others_wait_is_published_by_a_new_attempt() -> None:
    stream = river.opened()
    late, other = river.walk(stream.run_id, draw=2, real=False)
    before = execution(river.run_of(stream.run_id))
    river.expire(stream.run_id, late)
    river.approve(stream, late)
    run = river.run_of(stream.run_id)
    assert run.attempt == 2, "the state machine had gone past this design"
    assert machines.look(before)[0] == "stopped"
    assert machines.look(execution(run))[0] == "running"
    assert river.stand(stream.run_id, other, "a new token")["stands"] == "waiting"


def test_a_decision_in_time_makes_no_new_attempt() -> None:
    stream = river.opened()
    first, second = river.walk(stream.run_id, draw=2, real=False)
    river.approve(stream, first)
    river.reject(stream, second)
    assert river.run_of(stream.run_id).attempt == 1


def test_a_design_that_never_was_is_nobodys() -> None:
    stream = river.opened()
    with pytest.raises(NotFound):
        river.stand(stream.run_id, new_id(), "a token")
    with pytest.raises(NotFound):
        river.expire(stream.run_id, new_id())
