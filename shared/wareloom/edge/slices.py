"""A schedule in front of a verb that works off what waits: slice by slice, each a transaction of its own.

A worker that dies has done its slices and loses one. Where time runs short the rest waits for the next call.
"""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from wareloom.edge.entrypoint import Handler, entrypoint
from wareloom.kit.log import logger
from wareloom.kit.work import Work, unit_of_work

_log = logger(__name__)


def slices(*acts: Callable[[Work], dict[str, int]], spare: timedelta) -> Handler:
    """Each act does a bounded part and counts it; all zero is nothing to do. A later act is asked when the ones before
    it have nothing to do, and then they are asked again. `spare` is longer than the longest part."""

    @entrypoint
    def handle(_event: Any, context: Any) -> dict[str, int]:
        done: Counter[str] = Counter()
        while _left(context) > spare and (part := _next_part(acts)):
            done.update(part)
        _log.info("done", extra=dict(done))
        return dict(done)

    return handle


def _next_part(acts: tuple[Callable[[Work], dict[str, int]], ...]) -> dict[str, int] | None:
    for act in acts:
        with unit_of_work() as work:
            part = act(work)
        if any(part.values()):
            return part
    return None


def _left(context: Any) -> timedelta:
    """How long the function may still run; outside Lambda nobody counts."""
    if context is None:
        return timedelta.max
    return timedelta(milliseconds=context.get_remaining_time_in_millis())
