"""The end of a run: succeeded, or failed when some step did, with the first reason."""

from uuid import UUID

from sqlalchemy import func, select, update

from wareloom.audit.record import record
from wareloom.kit import clock
from wareloom.kit.errors import Conflict
from wareloom.kit.work import Work
from wareloom.runs.events import RunEnded
from wareloom.runs.models import OPEN, Run, Step
from wareloom.runs.queries import hold
from wareloom.runs.verbs import verb

_LOST = ("failed", "blocked")


def finish(work: Work, run_id: UUID) -> str:
    """Returns how it ended."""
    run = hold(work.session, run_id)
    if run.status not in OPEN:
        raise Conflict(f"This run has {run.status}.")
    _give_up_unended(work, run_id)
    lost = select(Step).where(Step.run_id == run_id, Step.status.in_(_LOST)).order_by(Step.ended_at)
    failed = work.session.scalars(lost).all()
    if not failed and (nothing := _came_to_nothing(work, run_id)):
        close_run(work, run, "failed", nothing)
    elif failed:
        first = failed[0]
        more = f" {len(failed) - 1} more had trouble." if len(failed) > 1 else ""
        close_run(work, run, "failed", f"{verb(first.verb).title}: {first.reason}{more}")
    else:
        close_run(work, run, "succeeded", None)
    return run.status


def _give_up_unended(work: Work, run_id: UUID) -> None:
    """The state machine is through: what still says that it is going on lost its worker and its last retry."""
    reason = "It was cut off and not tried again. Resume the run to do it."
    lost = {"status": "failed", "kind": "unavailable", "reason": func.coalesce(Step.reason, reason)}
    going = (Step.run_id == run_id, Step.status.in_(("queued", "running", "waiting")))
    work.session.execute(update(Step).where(*going).values(**lost, ended_at=clock.now(), updated_at=clock.now()))


def close_run(work: Work, run: Run, status: str, reason: str | None) -> None:
    now = clock.now()
    run.status, run.reason, run.ended_at, run.updated_at = status, reason, now, now
    facts = {"reason": reason} if reason else {}
    act = {"succeeded": "run.succeed", "failed": "run.fail", "stopped": "run.stop"}[status]
    record(work.session, run.tenant_id, "wareloom", act, f"run:{run.id}", facts)
    work.announce(RunEnded(tenant_id=run.tenant_id, run_id=run.id))


def _came_to_nothing(work: Work, run_id: UUID) -> str | None:
    """Nothing was drawn because something was refused: that is no success."""
    drawn = (
        select(func.count())
        .select_from(Step)
        .where(Step.run_id == run_id, Step.verb == "generate", Step.status == "done")
    )
    if work.session.scalar(drawn):
        return None
    refused = select(Step.reason).where(Step.run_id == run_id, Step.status == "rejected").order_by(Step.ended_at)
    return work.session.scalars(refused).first()
