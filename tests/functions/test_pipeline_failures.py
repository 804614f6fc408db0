"""What fails for good: the reason stands where people look for it, the rest goes on, and the run ends with it."""

import json
from uuid import UUID

import pytest

from tests.support import river
from wareloom.designs.edit import Edit, edit
from wareloom.kit.work import unit_of_work
from wareloom.listings.models import Listing
from wareloom.runs.resume import resume

pytestmark = pytest.mark.usefixtures("cloud", "joined")
UNAVAILABLE = json.dumps({"errorType": "Unavailable", "errorMessage": "The model is away.", "stackTrace": ["secret"]})


def subject_of(verb: str, run_id: UUID) -> UUID:
    if verb == "analyse":
        return run_id
    (trend,) = river.ids(river.analyse(run_id))
    return trend if verb == "ideate" else river.ids(river.ideate(run_id, trend))[0]


@pytest.mark.parametrize("verb", ["analyse", "ideate", "generate", "approve", "publish"])
@pytest.mark.parametrize(
    ("error", "cause", "kind", "said"),
    [
        ("Unavailable", UNAVAILABLE, "unavailable", "The model is away."),
        ("KeyError", '{"errorMessage": "secret"}', "fault", "An error of ours stopped this (KeyError)."),
        ("Runtime.ExitError", "", "fault", "The worker died, several times."),
    ],
    ids=["unavailable", "bug", "died"],
)
def test_each_verbs_step_says_in_words_why_it_failed(verb: str, error: str, cause: str, kind: str, said: str) -> None:
    stream = river.opened()
    subject = subject_of(verb, stream.run_id)
    answer = river.record(stream.run_id, verb, subject, error=error, cause=cause)
    assert answer == {"outcome": "failed", "ids": []}
    step = river.step_of(stream.run_id, verb, subject)
    assert (step.status, step.kind, step.ended_at is not None) == ("failed", kind, True)
    assert str(step.reason).startswith(said)
    assert "secret" not in str(step.reason)
    assert river.record(stream.run_id, verb, subject, error=error, cause=cause) == answer
    assert river.finish(stream.run_id) == {"status": "failed"}
    assert said in str(river.run_of(stream.run_id).reason)


def test_a_step_that_was_done_after_all_does_not_fail() -> None:
    stream = river.opened()
    river.analyse(stream.run_id)
    river.record(stream.run_id, "analyse", stream.run_id, error="Unavailable", cause=UNAVAILABLE)
    assert river.step_of(stream.run_id, "analyse", stream.run_id).status == "done"


def test_what_failed_is_done_by_the_resumed_run_and_what_was_done_stays() -> None:
    stream = river.opened()
    first, second, third = river.walk(stream.run_id, draw=2, real=False) + river.planned(stream.run_id)[2:]
    river.reject(stream, first)
    river.reject(stream, second)
    river.record(stream.run_id, "generate", third, error="Unavailable", cause=UNAVAILABLE)
    assert river.finish(stream.run_id) == {"status": "failed"}
    assert river.run_of(stream.run_id).reason == "Draw the designs: The model is away."
    with unit_of_work() as work:
        resume(work, tenant_id=stream.owner.tenant_id, actor=stream.owner.actor, run_id=stream.run_id)
    assert river.planned(stream.run_id) == [first, second, third]
    assert river.step_of(stream.run_id, "generate", third).status == "queued"
    river.sketch(stream.run_id, third)
    river.stand(stream.run_id, third, "a token")
    river.approve(stream, third)
    assert river.publish_all(stream.run_id, third)[-1]["outcome"] == "done"
    assert river.finish(stream.run_id) == {"status": "succeeded"}


def test_a_publication_that_lost_its_machines_patience_leaves_its_listings_failed() -> None:
    stream = river.opened()
    design = river.approved(stream)
    river.publish(stream.run_id, design)
    river.record(stream.run_id, "publish", design, error="Unavailable", cause=UNAVAILABLE)
    with unit_of_work() as work:
        (listing,) = work.session.query(Listing).all()
    assert (listing.status, listing.reason) == ("failed", "The model is away.")


def test_what_a_studio_refuses_fails_its_design_with_the_reason_and_the_others_go_on() -> None:
    stream = river.opened()
    (drawn,) = river.walk(stream.run_id, real=False)
    with unit_of_work() as work:
        changes = Edit(layout="sideways")
        who = stream.owner
        child = edit(work, tenant_id=who.tenant_id, actor=who.actor, design_id=drawn, changes=changes)
    answer = river.generate(child.run_id, child.id)
    assert (answer["outcome"], answer["ids"]) == ("rejected", [])
    design = river.design_of(child.id)
    assert (design.status, design.reason) == ("failed", answer["reason"])
    assert "sideways" in answer["reason"]
    assert river.design_of(drawn).status == "waiting"


def test_a_failure_outside_every_step_fails_the_run_once() -> None:
    stream = river.opened()
    assert river.record_run(stream.run_id, error="States.Runtime", cause="An internal thing") == {"outcome": "failed"}
    run = river.run_of(stream.run_id)
    assert (run.status, run.ended_at is not None) == ("failed", True)
    assert "An internal thing" not in str(run.reason)
    river.record_run(stream.run_id, error="Unavailable", cause=UNAVAILABLE)
    assert river.run_of(stream.run_id).reason == run.reason


@pytest.mark.parametrize("status", ["succeeded", "failed"])
def test_a_run_that_is_finished_twice_says_again_how_it_ended(status: str) -> None:
    stream = river.opened()
    for design in river.walk(stream.run_id, draw=3 if status == "succeeded" else 1, real=False):
        river.reject(stream, design)
    assert river.finish(stream.run_id) == {"status": status}
    ended = river.run_of(stream.run_id).ended_at
    assert river.finish(stream.run_id) == {"status": status}
    assert river.run_of(stream.run_id).ended_at == ended
