"""Carry a run on from its rows with a new execution: what is done stays done, what failed is tried again."""

from uuid import UUID

from sqlalchemy import and_, or_, update

from wareloom.audit.record import record
from wareloom.kit import clock
from wareloom.kit.errors import Conflict
from wareloom.kit.machines import Stop
from wareloom.kit.work import Work
from wareloom.runs import queries
from wareloom.runs.events import RunProgressed
from wareloom.runs.models import OPEN, Run, Step
from wareloom.runs.open import execution, start


def resume(work: Work, *, tenant_id: UUID, actor: str, run_id: UUID) -> Run:
    run = queries.run(work.session, tenant_id, run_id, lock=True)
    if run.status in OPEN:
        raise Conflict("This run is going on.")
    record(work.session, tenant_id, actor, "run.resume", f"run:{run.id}", {"attempt": run.attempt + 1})
    return carry_on(work, run)


def carry_on(work: Work, run: Run) -> Run:
    """A new attempt takes the place of whatever carried the run before. The caller holds the run's row."""
    if run.status in OPEN:
        work.ask_machine(Stop(execution(run), "Carried on by a new attempt"))
    # Refused by the budget is not refused for good: a person may have raised it.
    again = or_(Step.status.in_(("failed", "blocked")), and_(Step.status == "rejected", Step.kind == "overused"))
    reset = {"status": "queued", "reason": None, "kind": None, "ended_at": None, "updated_at": clock.now()}
    work.session.execute(update(Step).where(Step.run_id == run.id, again).values(reset))
    run.attempt += 1
    run.status, run.reason, run.ended_at, run.updated_at = "queued", None, None, clock.now()
    work.session.flush()
    work.announce(RunProgressed(tenant_id=run.tenant_id, run_id=run.id, verb="analyse", subject_id=run.id))
    start(work, run)
    return run


def reopen_step(work: Work, run_id: UUID, verb: str, subject_id: UUID) -> None:
    """One step is to be done again, although it was done: its run carries on with it."""
    run = queries.hold(work.session, run_id)
    again = {"status": "queued", "reason": None, "kind": None, "ended_at": None, "updated_at": clock.now()}
    same = (Step.run_id == run_id, Step.verb == verb, Step.subject_id == subject_id)
    work.session.execute(update(Step).where(*same).values(again))
    carry_on(work, run)
