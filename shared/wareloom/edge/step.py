"""Step Functions in front of a verb: ids in, ids out, and failures that the state machine can tell apart.

A Conflict is success. Rejected, NotFound and Blocked mark the item and let the run go on. Unavailable and bugs are
raised under their own class name, which is what Retry and Catch match.
"""

from collections.abc import Callable
from typing import Any

from wareloom.edge.entrypoint import Handler, entrypoint
from wareloom.kit.errors import Blocked, Conflict, Failure, NotFound, Rejected
from wareloom.kit.log import logger
from wareloom.kit.work import Work, unit_of_work

_log = logger(__name__)


def step(act: Callable[[Work, dict[str, Any]], dict[str, Any]]) -> Handler:
    @entrypoint
    def handle(event: Any, _context: Any) -> dict[str, Any]:
        try:
            with unit_of_work() as work:
                return {"outcome": "done", **act(work, event)}
        except Conflict as done:
            return {"outcome": "done", "reason": done.reason}
        except (Rejected, NotFound) as refused:
            return _marked("rejected", refused)
        except Blocked as refused:
            return _marked("blocked", refused)

    return handle


def _marked(outcome: str, failure: Failure) -> dict[str, Any]:
    _log.warning("%s: %s", outcome, failure.reason)
    return {"outcome": outcome, "reason": failure.reason}
