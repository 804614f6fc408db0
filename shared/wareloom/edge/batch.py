"""SQS in front of a verb: each message is one row's turn, in a transaction of its own.

What a failure means here: NotFound and Rejected are dropped with their reason on the row; a Conflict is success;
Blocked and Unavailable come back after a wait; anything else is our bug: the row tells it, the call fails so that an
alarm rings, and the message comes back until the dead-letter queue.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from wareloom.edge.entrypoint import Handler, bind, entrypoint
from wareloom.kit import queues
from wareloom.kit.errors import Conflict, Failure, Unavailable
from wareloom.kit.log import logger
from wareloom.kit.work import Work, unit_of_work

Act = Callable[[Work, UUID], None]
Turn = Callable[[Work, UUID], bool]
Settle = Callable[[Work, UUID, Failure], timedelta | None]
_log = logger(__name__)


class Fault(Unavailable):
    """A bug of ours, as the person whose row it stopped is told of it."""

    kind = "fault"


def batch(act: Act, *, queue: str, settle: Settle, take_turn: Turn | None = None) -> Handler:
    """`settle` puts a failure on the row and says how long to wait before the next try; None is never.

    `take_turn` keeps, in a transaction of its own, what must be kept however the act ends; False leaves the act undone.
    """

    acting = _Acting(act, take_turn)

    @entrypoint
    def handle(event: Any, _context: Any) -> dict[str, list[dict[str, str]]]:
        failed = [record["messageId"] for record in event["Records"] if not _take(record, acting, queue, settle)]
        return {"batchItemFailures": [{"itemIdentifier": message_id} for message_id in failed]}

    return handle


@dataclass(frozen=True)
class _Acting:
    act: Act
    take_turn: Turn | None

    def __call__(self, row_id: UUID) -> None:
        if self.take_turn is not None:
            with unit_of_work() as work:
                its_turn = self.take_turn(work, row_id)
            if not its_turn:
                return
        with unit_of_work() as work:
            self.act(work, row_id)


def _take(record: dict[str, Any], act: Callable[[UUID], None], queue: str, settle: Settle) -> bool:
    """True when the message is done with."""
    row_id = UUID(json.loads(record["body"])["id"])
    bind(row=str(row_id))
    try:
        act(row_id)
    except Conflict as done:
        _log.info("nothing to do: %s", done.reason)
        return True
    except Failure as failure:
        _log.warning("%s: %s", failure.kind, failure.reason)
        return _settled(record, row_id, failure, queue, settle)
    except Exception:
        # Told to the person whose row it stopped, and passed on: a bug must fail the call, or no alarm rings.
        _settled(record, row_id, Fault("An error of ours stopped this. It will be tried again."), queue, settle)
        raise
    return True


def _settled(record: dict[str, Any], row_id: UUID, failure: Failure, queue: str, settle: Settle) -> bool:
    try:
        with unit_of_work() as work:
            wait = settle(work, row_id, failure)
    except Unavailable as down:
        _log.warning("not even the reason could be kept: %s", down.reason)
        return False  # the queue brings it back when its time is up
    if wait is None:
        return True
    queues.postpone(queue, record["receiptHandle"], wait)
    return False
