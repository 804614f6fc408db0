"""Runs that nothing has touched for a while: is anybody carrying them? If not, they start again from their rows."""

from datetime import timedelta

from sqlalchemy import func, select

from wareloom.kit import clock, machines
from wareloom.kit.log import logger
from wareloom.kit.work import Work
from wareloom.runs.finish import close_run
from wareloom.runs.models import OPEN, Run, Step
from wareloom.runs.open import execution, start
from wareloom.runs.resume import carry_on
from wareloom.runs.step import close

_log = logger(__name__)
PATIENCE = timedelta(minutes=3)
_AT_MOST = 100
_FORSAKEN = timedelta(hours=1)
"""Longer than any worker lives, and than a channel usually wants us to wait. One that is worked on after all begins
again as if nothing had been said."""


def sweep_runs(work: Work, *, patience: timedelta = PATIENCE, at_most: int = _AT_MOST) -> int:
    """How many had lost their execution. Each open run is looked at by one sweep at a time."""
    quiet = (
        select(Run)
        .where(Run.status.in_(OPEN), Run.updated_at <= clock.now() - patience)
        .order_by(func.random())  # those that stand well stay quiet, and must not stand before the others for ever
        .limit(at_most)
        .with_for_update(skip_locked=True)
    )
    return sum(_look_after(work, run) for run in work.session.scalars(quiet))


def _look_after(work: Work, run: Run) -> bool:
    state, cause = machines.look(execution(run))
    match state:
        case "running":
            _let_go(work, run)
            return False
        case "gone":  # its start was lost, or the engine forgot it: the same name is free again
            start(work, run)
        case "succeeded":  # an older execution ended after the run was carried on
            carry_on(work, run)
        case "stopped":
            close_run(work, run, "stopped", "Its execution was stopped in Step Functions. Resume it here.")
        case "failed":
            _log.error("the execution of run %s failed: %s", run.id, cause)
            close_run(work, run, "failed", "Its execution failed outside every step. Resume it to carry on.")
    run.updated_at = clock.now()
    return state in ("gone", "succeeded")


def _let_go(work: Work, run: Run) -> None:
    """Its execution waits for people, perhaps for days, while one of its children has died in the middle of a step."""
    forsaken = select(Step).where(
        Step.run_id == run.id, Step.status == "running", Step.updated_at <= clock.now() - _FORSAKEN
    )
    for step in work.session.scalars(forsaken.with_for_update(skip_locked=True)):
        step.reason, step.kind = "Nobody has worked on this for an hour. Resume the run to try it again.", "fault"
        close(work, step, "failed")
