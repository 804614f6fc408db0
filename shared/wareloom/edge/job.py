"""A schedule, or an operator, in front of a verb: one invocation, one transaction, a small answer for the log."""

from collections.abc import Callable
from typing import Any

from wareloom.edge.entrypoint import Handler, entrypoint
from wareloom.kit.log import logger
from wareloom.kit.work import Work, unit_of_work

_log = logger(__name__)


def job(act: Callable[[Work, dict[str, Any]], dict[str, Any]]) -> Handler:
    """Failures pass through: the scheduler tries again, and what never works lands in its dead-letter queue."""

    @entrypoint
    def handle(event: Any, _context: Any) -> dict[str, Any]:
        with unit_of_work() as work:
            outcome = act(work, event or {})
        _log.info("done", extra=outcome)
        return outcome

    return handle
