"""What the state machine caught: the reason goes on the step, in words, and the run goes on with the others."""

import json
from typing import Any
from uuid import UUID

from sqlalchemy import select

from wareloom.kit.work import Work
from wareloom.runs.finish import close_run
from wareloom.runs.models import OPEN, Step
from wareloom.runs.queries import hold
from wareloom.runs.step import close, queue_steps

_OURS = "An error of ours stopped this ({error}). It has been logged; resume the run to try again."
_LASTED = "It did not answer in time, several times. Resume the run to try again."
_DIED = "The worker died, several times. Resume the run to try again."
_KNOWN = {
    "States.Timeout": _LASTED,
    "Sandbox.Timedout": _LASTED,
    "Runtime.ExitError": _DIED,
    "Runtime.Unknown": _DIED,
    "Lambda.Unknown": _DIED,
}


def fail_step(work: Work, run_id: UUID, verb: str, subject_id: UUID, *, error: str, cause: str) -> None:
    run = hold(work.session, run_id)
    queue_steps(work.session, tenant_id=run.tenant_id, run_id=run_id, verb=verb, subjects=[subject_id])
    same = select(Step).where(Step.run_id == run_id, Step.verb == verb, Step.subject_id == subject_id)
    step = work.session.scalars(same.with_for_update()).one()
    if step.status in ("done", "rejected", "blocked"):
        return
    step.reason, step.kind = in_words(error, cause), "unavailable" if error == "Unavailable" else "fault"
    close(work, step, "failed")


def fail_run(work: Work, run_id: UUID, *, error: str, cause: str) -> None:
    run = hold(work.session, run_id)
    if run.status in OPEN:
        close_run(work, run, "failed", in_words(error, cause))


def in_words(error: str, cause: str) -> str:
    """A failure of ours speaks for itself; anything else is told without its insides."""
    if error == "Unavailable":
        return _said(cause) or _LASTED
    return _KNOWN.get(error) or _OURS.format(error=error or "unknown")


def _said(cause: str) -> str:
    try:
        told: Any = json.loads(cause)
    except ValueError:
        return cause
    return str(told.get("errorMessage", "")) if isinstance(told, dict) else cause  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType] - JSON from outside
