"""What goes by the clock: the daily runs, designs that nobody decided on, and runs that nobody carries any more."""

from datetime import timedelta
from typing import Any

import pytest

from functions.schedule_runs.handler import handle as schedule
from functions.sweep_unfinished.handler import handle as sweep
from tests.support import river
from tests.support.cloud import Emulator
from tests.support.factories import an_owner
from wareloom.accounts.identity import Identity
from wareloom.kit import clock, machines
from wareloom.kit.database import new_session
from wareloom.kit.work import Work, unit_of_work
from wareloom.runs.models import Run
from wareloom.runs.open import execution, open_run
from wareloom.runs.plan import Wish, change_plan
from wareloom.runs.step import begin
from wareloom.runs.sweep import PATIENCE, sweep_runs

pytestmark = pytest.mark.usefixtures("cloud", "joined")
SOON, NEXT_WEEK = timedelta(minutes=1), timedelta(days=7, hours=2)


def swept(after: timedelta = timedelta(), **event: Any) -> dict[str, Any]:
    with clock.held(clock.now() + after):
        return sweep(event, None)


def daily(trends: int = 2) -> Identity:
    with unit_of_work() as work:
        owner = an_owner(work)
        change_plan(work, tenant_id=owner.tenant_id, actor=owner.actor, wish=Wish(daily=True, trends=trends))
        return owner


def lost() -> Run:
    """Its worker was killed between the commit and the messages: nothing carries it."""
    with new_session() as session, session.begin():
        work = Work(session)
        owner = an_owner(work)
        run = open_run(work, tenant_id=owner.tenant_id, actor=owner.actor, trends=1)
    assert machines.look(execution(run))[0] == "gone"
    return run


def test_every_day_there_is_one_run_for_each_workspace_that_wants_it() -> None:
    river.opened()  # of a workspace that does not
    owner = daily(trends=2)
    assert schedule({}, None) == {"opened": 1}
    assert schedule({}, None) == {"opened": 0}
    with unit_of_work() as work:
        run = work.session.query(Run).filter_by(tenant_id=owner.tenant_id).one()
    assert (run.started_by, run.trends_wanted, run.status) == ("schedule", 2, "queued")
    assert machines.look(execution(run))[0] == "running"
    with clock.held(clock.now() + timedelta(days=1)):
        assert schedule({}, None) == {"opened": 1}


def test_a_design_that_nobody_decided_on_and_no_machine_closed_is_closed_by_the_sweep() -> None:
    stream = river.opened()
    (design,) = river.walk(stream.run_id, real=False)
    assert swept()["designs"] == 0
    assert swept(NEXT_WEEK)["designs"] == 1
    assert river.design_of(design).status == "expired"
    assert swept(NEXT_WEEK)["designs"] == 0


def test_a_run_that_nobody_carries_is_started_again_under_the_same_name() -> None:
    run = lost()
    assert swept(SOON)["runs"] == 0, "somebody has just touched it"
    assert swept(PATIENCE)["runs"] == 1
    assert machines.look(execution(run))[0] == "running"
    assert river.run_of(run.id).attempt == 1


def test_runs_that_stand_well_do_not_hide_one_that_is_lost() -> None:
    for _ in range(3):
        river.opened()
    lost()
    with clock.held(clock.now() + PATIENCE), unit_of_work() as work:
        assert any(sweep_runs(work, at_most=1) for _ in range(200))


def test_after_a_restart_the_sweep_can_be_asked_at_once() -> None:
    run = lost()
    assert swept(at_once=True)["runs"] == 1
    assert machines.look(execution(run))[0] == "running"


def test_a_run_that_is_carried_is_left_alone() -> None:
    stream = river.opened()
    before = river.run_of(stream.run_id)
    assert swept(PATIENCE)["runs"] == 0
    after = river.run_of(stream.run_id)
    assert (after.attempt, after.updated_at) == (1, before.updated_at)


def test_a_step_whose_worker_died_unseen_is_let_go_though_the_run_waits_for_people() -> None:
    stream = river.opened()
    design, *_ = river.walk(stream.run_id, draw=99, real=False)
    river.approve(stream, design)
    with unit_of_work() as work:
        begin(work, stream.run_id, "publish", design)  # and never ends
    swept(PATIENCE)
    assert river.step_of(stream.run_id, "publish", design).status == "running", "its state machine may yet try again"
    swept(timedelta(minutes=61))
    let_go = river.step_of(stream.run_id, "publish", design)
    assert (let_go.status, let_go.kind) == ("failed", "fault")
    assert "Resume the run" in (let_go.reason or "")
    assert river.run_of(stream.run_id).status == "waiting", "the others still wait for their yes"
    assert [one["outcome"] for one in river.publish_all(stream.run_id, design)][-1] == "done", "late, and welcome"


def test_a_run_whose_execution_was_stopped_elsewhere_is_stopped_and_says_what_to_do(cloud: Emulator) -> None:
    stream = river.opened()
    name = execution(river.run_of(stream.run_id))
    cloud.client("stepfunctions").stop_execution(executionArn=machines.execution_arn(name))
    assert swept(PATIENCE)["runs"] == 0
    run = river.run_of(stream.run_id)
    assert (run.status, run.reason) == ("stopped", "Its execution was stopped in Step Functions. Resume it here.")


def test_the_sweep_is_quiet_when_all_is_well() -> None:
    assert swept(PATIENCE) == {
        "alarms": 0,
        "tasks": 0,
        "exports": 0,
        "uploads": 0,
        "recordings": 0,
        "transcripts": 0,
        "social": {"listenings": 0, "posts": 0},
        "designs": 0,
        "answers": 0,
        "runs": 0,
    }
