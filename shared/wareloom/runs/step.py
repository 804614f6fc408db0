"""One step's life: it begins, is held while it is worked on, and ends, each in a short transaction of its own.

The edge opens the three. A worker that dies in between leaves a step that says `running`; its retry begins it again.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from math import ceil
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from wareloom.kit import clock
from wareloom.kit.errors import Blocked, Conflict, Failure, NotFound, Rejected, Unavailable
from wareloom.kit.ids import new_id
from wareloom.kit.work import Work
from wareloom.runs.events import RunProgressed
from wareloom.runs.models import OPEN, Run, Step
from wareloom.runs.purse import StepPurse, keep_notes, share
from wareloom.runs.queries import hold
from wareloom.runs.standing import refresh
from wareloom.runs.verbs import verb as find_verb

_SETTLED = ("done", "rejected", "blocked")
_BUSY_FOR = timedelta(seconds=5)
_LONGEST = timedelta(hours=6)


@dataclass(frozen=True)
class Turn:
    """A step that is to be worked on, by whoever holds it."""

    tenant_id: UUID
    run_id: UUID
    step_id: UUID
    verb: str
    subject_id: UUID
    purse: StepPurse


@dataclass(frozen=True)
class Outcome:
    """What an act leaves: ids for the next verb and facts to show. `more`: come again, after `wait`."""

    ids: tuple[UUID, ...] = ()
    facts: dict[str, Any] = field(default_factory=dict[str, Any])
    more: bool = False
    wait: timedelta = timedelta()


Answer = dict[str, Any]


def begin(work: Work, run_id: UUID, verb: str, subject_id: UUID) -> Turn | Answer:
    """A turn; or the answer of a step that is settled already. Conflict when the run has ended."""
    run = hold(work.session, run_id)
    if run.status not in OPEN:
        raise Conflict(f"This run has {run.status}." if run.status != "stopped" else "This run was stopped.")
    step = _step(work.session, run, verb, subject_id)
    if step.status in _SETTLED:
        return answer(step)
    left = share(work.session, run, find_verb(verb), step.id)
    now = clock.now()
    step.status, step.tries, step.updated_at = "running", step.tries + 1, now
    step.started_at = step.started_at or now
    step.set_aside, step.set_aside_tokens = left.money, left.tokens
    work.session.flush()
    refresh(work, run)
    work.announce(RunProgressed(tenant_id=run.tenant_id, run_id=run.id, verb=verb, subject_id=subject_id))
    return Turn(run.tenant_id, run.id, step.id, verb, subject_id, StepPurse(left))


def seize(work: Work, turn: Turn) -> Step:
    """Hold the step for this transaction. Unavailable while another worker holds it; Conflict when it is settled."""
    free = select(func.pg_try_advisory_xact_lock(func.hashtextextended(f"step:{turn.step_id}", 0)))
    if not work.session.scalar(free):
        raise Unavailable("Another worker is at this step.", retry_after=_BUSY_FOR)
    step = work.session.get_one(Step, turn.step_id, populate_existing=True)
    if step.status in _SETTLED:
        raise Conflict("This step is done.")
    return step


def end(work: Work, turn: Turn, outcome: Outcome) -> Answer:
    hold(work.session, turn.run_id)
    step = work.session.get_one(Step, turn.step_id, with_for_update=True, populate_existing=True)
    keep_notes(work.session, turn.run_id, turn.tenant_id, turn.step_id, turn.purse)
    step.facts = step.facts | outcome.facts
    step.ids, step.reason, step.kind = list(outcome.ids), None, None
    if outcome.more:
        step.updated_at = clock.now()
    else:
        close(work, step, "done")
    return answer(step) | {"more": outcome.more, "wait": ceil(outcome.wait.total_seconds())}


def mark(work: Work, turn: Turn, failure: Failure) -> Answer:
    """After a try that failed: why. What may work later stays `running`, for the state machine comes again."""
    hold(work.session, turn.run_id)
    step = work.session.get_one(Step, turn.step_id, with_for_update=True)
    keep_notes(work.session, turn.run_id, turn.tenant_id, turn.step_id, turn.purse)
    if step.status != "running":  # another worker has ended it meanwhile, or a person wants it done again
        return answer(step)
    step.reason, step.kind = failure.reason, failure.kind
    if isinstance(failure, Rejected | NotFound):
        close(work, step, "rejected")
    elif isinstance(failure, Blocked):
        close(work, step, "blocked")
    else:
        step.updated_at = clock.now()
        _say(work, step)
    return answer(step)


def come_again(work: Work, turn: Turn, failure: Failure) -> Answer | None:
    """How long the other side asked us to wait, for a verb that is walked through part by part: the state machine's own
    back-off knows nothing of that. None when nothing was asked for, or this has gone on for too long."""
    step = work.session.get_one(Step, turn.step_id)
    if failure.retry_after is None or step.started_at is None or clock.now() - step.started_at > _LONGEST:
        return None
    return answer(step) | {"more": True, "wait": ceil(failure.retry_after.total_seconds())}


def close(work: Work, step: Step, status: str) -> None:
    """The step is at its end, and what it feeds is queued."""
    now = clock.now()
    step.status, step.ended_at, step.updated_at = status, now, now
    step.set_aside, step.set_aside_tokens = step.set_aside * 0, 0
    work.session.flush()
    run = hold(work.session, step.run_id)
    if status == "done":
        _feed(work.session, step)
    refresh(work, run)
    _say(work, step)


def answer(step: Step) -> Answer:
    """What the state machine is told: the outcome and ids, nothing else."""
    told: Answer = {"outcome": step.status, "ids": [str(one) for one in step.ids], "more": False, "wait": 0}
    return told | ({"reason": step.reason} if step.reason else {})


def queue_steps(session: Session, *, tenant_id: UUID, run_id: UUID, verb: str, subjects: list[UUID]) -> None:
    """Rows for what is to come: the timeline shows it before anybody works on it."""
    rows = [_fresh(tenant_id, run_id, verb, subject) for subject in subjects]
    if rows:
        session.execute(insert(Step).values(rows).on_conflict_do_nothing())


def _feed(session: Session, step: Step) -> None:
    feeds = find_verb(step.verb).feeds
    if feeds is None:
        return
    subjects = list(step.ids)
    queue_steps(session, tenant_id=step.tenant_id, run_id=step.run_id, verb=feeds, subjects=subjects)


def _step(session: Session, run: Run, verb: str, subject_id: UUID) -> Step:
    queue_steps(session, tenant_id=run.tenant_id, run_id=run.id, verb=find_verb(verb).name, subjects=[subject_id])
    same = select(Step).where(Step.run_id == run.id, Step.verb == verb, Step.subject_id == subject_id)
    return session.scalars(same.with_for_update()).one()


def _fresh(tenant_id: UUID, run_id: UUID, verb: str, subject_id: UUID) -> dict[str, Any]:
    now = clock.now()
    return {
        "id": new_id(),
        "tenant_id": tenant_id,
        "run_id": run_id,
        "verb": verb,
        "subject_id": subject_id,
        "status": "queued",
        "tries": 0,
        "ids": [],
        "facts": {},
        "set_aside": 0,
        "set_aside_tokens": 0,
        "created_at": now,
        "updated_at": now,
    }


def _say(work: Work, step: Step) -> None:
    work.announce(
        RunProgressed(tenant_id=step.tenant_id, run_id=step.run_id, verb=step.verb, subject_id=step.subject_id)
    )
