"""A step that waits for a person: the state machine's token is kept, and answered when they have decided."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import Select, select

from wareloom.kit import clock, machines
from wareloom.kit.machines import Signal
from wareloom.kit.work import Work
from wareloom.runs.events import RunProgressed
from wareloom.runs.models import OPEN, Run, Step
from wareloom.runs.queries import hold
from wareloom.runs.standing import refresh
from wareloom.runs.step import close, queue_steps

_SAID_LONG_AGO = timedelta(minutes=2)


def wait(work: Work, run_id: UUID, verb: str, subject_id: UUID, token: str, *, called: str = "") -> bool:
    """Keep the token; `called` is what people know the subject by. False when the step was decided already and so was
    answered at once."""
    run = hold(work.session, run_id)
    queue_steps(work.session, tenant_id=run.tenant_id, run_id=run_id, verb=verb, subjects=[subject_id])
    step = work.session.scalars(_same(run_id, verb, subject_id).with_for_update()).one()
    step.token = token
    if step.status == "done":
        work.ask_machine(Signal(token, {"decision": str(step.facts.get("decision"))}))
        return False
    now = clock.now()
    step.status, step.tries, step.updated_at = "waiting", step.tries + 1, now
    step.facts = step.facts | {"slogan": called}
    step.started_at = step.started_at or now
    work.session.flush()
    refresh(work, run)
    work.announce(RunProgressed(tenant_id=run.tenant_id, run_id=run_id, verb=verb, subject_id=subject_id))
    return True


def decide(work: Work, run_id: UUID, verb: str, subject_id: UUID, *, decision: str, goes_on: bool) -> bool:
    """The decision is on the step; whoever waits for it is told once that is committed.

    False when the state machine has gone past this step already: nobody waits, and nobody will.
    """
    run = hold(work.session, run_id)
    queue_steps(work.session, tenant_id=run.tenant_id, run_id=run_id, verb=verb, subjects=[subject_id])
    step = work.session.scalars(_same(run_id, verb, subject_id).with_for_update()).one()
    ahead = step.status in ("queued", "waiting")
    step.facts = step.facts | {"decision": decision}
    step.ids = [subject_id] if goes_on else []
    step.started_at = step.started_at or clock.now()
    close(work, step, "done")
    if step.token:
        work.ask_machine(Signal(step.token, {"decision": decision}))
    return ahead


def repeat_answers(work: Work, *, patience: timedelta = _SAID_LONG_AGO) -> int:
    """Answers that may have been lost after their commit are given again, until nobody waits for them any more."""
    unheard = (
        select(Step)
        .join(Run, Run.id == Step.run_id)
        .where(
            Step.token.is_not(None),
            Step.status == "done",
            Step.updated_at <= clock.now() - patience,
            Run.status.in_(OPEN),
        )
        .order_by(Step.updated_at)
        .limit(100)
        .with_for_update(of=Step, skip_locked=True)
    )
    repeated = 0
    for step in work.session.scalars(unheard):
        heard = machines.signal(Signal(step.token or "", {"decision": str(step.facts.get("decision"))}))
        step.token = None
        repeated += heard
    return repeated


def _same(run_id: UUID, verb: str, subject_id: UUID) -> Select[Step]:
    return select(Step).where(Step.run_id == run_id, Step.verb == verb, Step.subject_id == subject_id)
