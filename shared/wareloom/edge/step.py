"""Step Functions in front of a verb: ids in, ids out, and failures that the state machine can tell apart.

Three short transactions: the step begins, the act is done and the step ends with it, or else its failure is noted.
Rejected, NotFound and Blocked mark the item and let the run go on. Unavailable and bugs are raised under their own
class name, which is what Retry and Catch match.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from wareloom.edge.entrypoint import Handler, bind, entrypoint
from wareloom.kit.errors import Conflict, Failure, Unavailable
from wareloom.kit.log import logger
from wareloom.kit.work import Work, unit_of_work
from wareloom.runs.step import Answer, Outcome, Turn, begin, come_again, end, mark, seize

_log = logger(__name__)

Act = Callable[[Work, Turn], Outcome]
Settle = Callable[[Work, Turn, Failure], None]


class _Fault(Failure):
    kind = "fault"


def step(verb: str, act: Act, *, settle: Settle | None = None, in_parts: bool = False) -> Handler:
    """The event names the run, and its trend or design where there is one. `settle` marks the item's own row.
    `in_parts`: the state machine asks for more anyway, and so waits for as long as the other side wants."""

    @entrypoint
    def handle(event: Any, _context: Any) -> Answer:
        run_id = UUID(event["run_id"])
        subject_id = UUID(event.get("subject_id") or event["run_id"])
        bind(run=str(run_id), subject=str(subject_id))
        try:
            with unit_of_work() as work:
                turn = begin(work, run_id, verb, subject_id)
        except Conflict as over:
            return _skipped(over)
        return _take(act, settle, turn, in_parts=in_parts) if isinstance(turn, Turn) else turn

    return handle


def _take(act: Act, settle: Settle | None, turn: Turn, *, in_parts: bool) -> Answer:
    try:
        with unit_of_work() as work:
            seize(work, turn)
            return end(work, turn, act(work, turn))
    except Conflict as done:
        return _skipped(done)
    except Failure as failure:
        _log.warning("%s: %s", failure.kind, failure.reason)
        answer, later = _note(turn, failure, settle)
        if isinstance(failure, Unavailable):
            if in_parts and later:
                return later
            raise
        return answer
    except Exception:
        # What was paid for is noted although the act is undone.
        _note(turn, _Fault("An error of ours stopped this. It will be looked at."), None)
        raise


def _note(turn: Turn, failure: Failure, settle: Settle | None) -> tuple[Answer, Answer | None]:
    """What is answered now, and what instead when the state machine may wait and come again."""
    with unit_of_work() as work:
        answer = mark(work, turn, failure)
        if settle is not None:
            settle(work, turn, failure)
        return answer, come_again(work, turn, failure)


def _skipped(why: Conflict) -> Answer:
    _log.info("nothing to do: %s", why.reason)
    return {"outcome": "skipped", "ids": [], "more": False, "wait": 0, "reason": why.reason}
