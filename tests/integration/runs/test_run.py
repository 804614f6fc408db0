from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.support.cloud import Emulator
from tests.support.database import Overheard
from tests.support.factories import an_owner
from wareloom.accounts.identity import Identity
from wareloom.audit.models import AuditEntry
from wareloom.kit import clock, machines
from wareloom.kit.errors import Blocked, Conflict, NotFound, Overused, Rejected
from wareloom.kit.ids import new_id
from wareloom.kit.machines import Signal, Start, Stop
from wareloom.runs import queries
from wareloom.runs.fail import fail_run, fail_step, in_words
from wareloom.runs.finish import finish
from wareloom.runs.models import Run, Step
from wareloom.runs.open import MOST_OPEN, execution, open_run, open_scheduled
from wareloom.runs.plan import Wish, change_plan
from wareloom.runs.resume import resume
from wareloom.runs.step import Outcome, Turn, begin, end, mark
from wareloom.runs.stop import stop
from wareloom.runs.sweep import sweep_runs
from wareloom.runs.wait import decide, repeat_answers, wait


@pytest.fixture
def owner(work: Overheard, cloud: Emulator) -> Identity:
    assert cloud
    return an_owner(work)


@pytest.fixture
def run(work: Overheard, owner: Identity) -> Run:
    return open_run(work, tenant_id=owner.tenant_id, actor=owner.actor, trends=2)


def do(work: Overheard, run: Run, verb: str, subject: UUID, *left: UUID) -> None:
    turn = begin(work, run.id, verb, subject)
    assert isinstance(turn, Turn)
    end(work, turn, Outcome(ids=left))


def step(work: Overheard, run: Run, verb: str) -> Step:
    return work.session.scalars(select(Step).where(Step.run_id == run.id, Step.verb == verb)).one()


def acts(work: Overheard) -> list[str]:
    return list(work.session.scalars(select(AuditEntry.act).order_by(AuditEntry.number)))


def test_a_run_starts_one_execution_named_after_it(work: Overheard, run: Run) -> None:
    assert work.asked == [Start(f"{run.id}-1", {"run_id": str(run.id)})]
    assert "RunOpened" in work.events
    assert "run.open" in acts(work)


def test_a_workspace_opens_only_so_many_runs(work: Overheard, owner: Identity) -> None:
    for _ in range(MOST_OPEN):
        open_run(work, tenant_id=owner.tenant_id, actor=owner.actor, trends=1)
    with pytest.raises(Overused):
        open_run(work, tenant_id=owner.tenant_id, actor=owner.actor, trends=1)


def test_the_daily_schedule_opens_one_run_a_day_for_those_who_want_it(work: Overheard, owner: Identity) -> None:
    an_owner(work, workspace="Somebody who does not")
    change_plan(work, tenant_id=owner.tenant_id, actor=owner.actor, wish=Wish(daily=True, trends=3))
    assert open_scheduled(work) == 1
    assert open_scheduled(work) == 0
    with clock.held(clock.now() + timedelta(days=1)):
        assert open_scheduled(work) == 1


def test_a_stopped_run_stops_its_execution_and_is_resumed_by_another(
    work: Overheard, run: Run, owner: Identity
) -> None:
    def ask(act: Callable[..., Run]) -> None:
        act(work, tenant_id=owner.tenant_id, actor=owner.actor, run_id=run.id)

    ask(stop)
    assert work.asked[-1] == Stop(f"{run.id}-1", "Stopped in Wareloom")
    with pytest.raises(Conflict):
        ask(stop)
    ask(resume)
    assert (run.status, run.attempt) == ("queued", 2)
    assert work.asked[-1] == Start(f"{run.id}-2", {"run_id": str(run.id)})
    with pytest.raises(Conflict):
        ask(resume)


def test_resuming_tries_again_what_failed_and_leaves_what_is_done_and_refused(
    work: Overheard, run: Run, owner: Identity
) -> None:
    ends = {name: new_id() for name in ("done", "rejected", "overused", "blocked", "failed")}
    do(work, run, "analyse", run.id, *ends.values())
    do(work, run, "ideate", ends["done"])
    for name, failure in (
        ("rejected", Rejected("No.")),
        ("overused", Overused("The budget is spent.")),
        ("blocked", Blocked("A wall.")),
    ):
        turn = begin(work, run.id, "ideate", ends[name])
        assert isinstance(turn, Turn)
        mark(work, turn, failure)
    fail_step(work, run.id, "ideate", ends["failed"], error="KeyError", cause="{}")
    finish(work, run.id)
    resume(work, tenant_id=owner.tenant_id, actor=owner.actor, run_id=run.id)
    work.session.expire_all()
    found = work.session.scalars(select(Step).where(Step.run_id == run.id, Step.verb == "ideate"))
    stands = {one.subject_id: one.status for one in found}
    assert {name: stands[subject] for name, subject in ends.items()} == {
        "done": "done",
        "rejected": "rejected",
        "overused": "queued",
        "blocked": "queued",
        "failed": "queued",
    }


def test_a_run_of_another_workspace_is_nobodys(work: Overheard, run: Run) -> None:
    stranger = an_owner(work)
    with pytest.raises(NotFound):
        stop(work, tenant_id=stranger.tenant_id, actor=stranger.actor, run_id=run.id)


def test_a_run_waits_while_only_people_can_go_on(work: Overheard, run: Run) -> None:
    design = new_id()
    wait(work, run.id, "approve", design, "a token")
    assert run.status == "waiting"
    decide(work, run.id, "approve", design, decision="approved", goes_on=True)
    assert run.status == "running"
    assert work.asked[-1] == Signal("a token", {"decision": "approved"})
    assert step(work, run, "publish").subject_id == design


def test_a_rejected_design_goes_no_further(work: Overheard, run: Run) -> None:
    design = new_id()
    wait(work, run.id, "approve", design, "a token")
    decide(work, run.id, "approve", design, decision="rejected", goes_on=False)
    stages = {stage.verb: stage.total for stage in queries.stages(work.session, [run.id])[run.id]}
    assert stages["publish"] == 0


def test_a_decision_that_came_first_answers_the_token_at_once(work: Overheard, run: Run) -> None:
    design = new_id()
    decide(work, run.id, "approve", design, decision="approved", goes_on=True)
    assert not wait(work, run.id, "approve", design, "a later token")
    assert work.asked[-1] == Signal("a later token", {"decision": "approved"})


def test_an_answer_that_was_lost_is_given_again_until_nobody_waits(work: Overheard, run: Run) -> None:
    design = new_id()
    wait(work, run.id, "approve", design, "a token that nobody waits for")
    decide(work, run.id, "approve", design, decision="approved", goes_on=True)
    assert repeat_answers(work, patience=timedelta()) == 0
    assert step(work, run, "approve").token is None


def test_a_run_without_trouble_succeeds(work: Overheard, run: Run) -> None:
    do(work, run, "analyse", run.id)
    assert finish(work, run.id) == "succeeded"
    assert run.reason is None
    with pytest.raises(Conflict):
        finish(work, run.id)


def test_a_run_fails_with_the_first_reason(work: Overheard, run: Run) -> None:
    first, second = new_id(), new_id()
    do(work, run, "analyse", run.id, first, second)
    fail_step(work, run.id, "ideate", first, error="KeyError", cause="{}")
    fail_step(work, run.id, "ideate", second, error="Unavailable", cause='{"errorMessage": "They are away."}')
    assert finish(work, run.id) == "failed"
    assert run.reason == (
        "Think of ideas: An error of ours stopped this (KeyError). It has been logged; resume the run to try again. "
        "1 more had trouble."
    )


def test_a_run_whose_first_step_is_refused_came_to_nothing(work: Overheard, run: Run) -> None:
    turn = begin(work, run.id, "analyse", run.id)
    assert isinstance(turn, Turn)
    mark(work, turn, Rejected("There are no offers yet."))
    assert finish(work, run.id) == "failed"
    assert run.reason == "There are no offers yet."


def test_what_was_cut_off_and_never_tried_again_fails_the_run(work: Overheard, run: Run) -> None:
    do(work, run, "analyse", run.id, new_id())
    assert finish(work, run.id) == "failed"
    assert "cut off" in (run.reason or "")


@pytest.mark.parametrize(
    ("error", "cause", "said"),
    [
        ("Unavailable", '{"errorMessage": "The database does not answer just now."}', "database does not answer"),
        ("Unavailable", "not JSON", "not JSON"),
        ("Runtime.ExitError", "", "worker died"),
        ("Sandbox.Timedout", "", "in time"),
        ("ZeroDivisionError", '{"errorMessage": "secret insides"}', "ZeroDivisionError"),
    ],
)
def test_a_failure_is_told_in_words_without_its_insides(error: str, cause: str, said: str) -> None:
    told = in_words(error, cause)
    assert said in told
    assert "secret insides" not in told


def test_a_machine_that_failed_outside_every_step_fails_the_run_once(work: Overheard, run: Run) -> None:
    fail_run(work, run.id, error="States.Runtime", cause="")
    fail_run(work, run.id, error="States.Runtime", cause="")
    assert run.status == "failed"
    assert acts(work).count("run.fail") == 1


def test_a_run_that_nobody_carries_is_started_again(work: Overheard, run: Run) -> None:
    assert sweep_runs(work, patience=timedelta()) == 1
    assert work.asked[-1] == Start(execution(run), {"run_id": str(run.id)})


def test_a_run_that_is_carried_is_left_alone(work: Overheard, run: Run) -> None:
    machines.send([Start(execution(run), {"run_id": str(run.id)})])
    assert sweep_runs(work, patience=timedelta()) == 0
    assert len(work.asked) == 1


def test_a_run_stopped_in_the_console_is_stopped_here(work: Overheard, run: Run) -> None:
    machines.send([Start(execution(run), {"run_id": str(run.id)}), Stop(execution(run), "by hand")])
    assert sweep_runs(work, patience=timedelta()) == 0
    assert run.status == "stopped"


def test_starting_twice_and_stopping_what_is_gone_are_no_trouble(run: Run) -> None:
    begun = Start(execution(run), {"run_id": str(run.id)})
    machines.send([begun, begun, Stop("never-started", "by nobody")])
    assert machines.look(execution(run)) == ("running", "")
    assert machines.look("never-started")[0] == "gone"
