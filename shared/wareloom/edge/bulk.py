"""SQS in front of a verb that is cheaper for many rows at once: one call's messages, one transaction.

Where that fails it is tried row by row, so that one which cannot be done stops no other. `batch` says what failures
mean; what is different here is that a bug fails its own message alone: the row tells it, and the dead-letter queue
rings.
"""

import json
from collections.abc import Callable, Collection
from datetime import timedelta
from typing import Any
from uuid import UUID

from wareloom.edge.batch import Fault, Settle
from wareloom.edge.entrypoint import Handler, entrypoint
from wareloom.kit import queues
from wareloom.kit.errors import Conflict, Failure, NotFound, Unavailable
from wareloom.kit.log import logger
from wareloom.kit.work import Work, unit_of_work

ActOnMany = Callable[[Work, Collection[UUID]], Collection[UUID]]
"""Passes over what is done already, and returns the rows that were given up: their messages come back until the queue
puts them with the dead letters."""
_SOON, _WHEN_AWAY = timedelta(seconds=5), timedelta(minutes=1)
_log = logger(__name__)


def bulk(prepare: Callable[[], ActOnMany], *, queue: str, settle: Settle) -> Handler:
    """`prepare` brings what all rows need, a model say. Without it no row is to blame: the call fails."""

    @entrypoint
    def handle(event: Any, _context: Any) -> dict[str, list[dict[str, str]]]:
        act = prepare()
        failed = list[dict[str, str]]()
        rows = dict[UUID, list[dict[str, Any]]]()
        for record in event["Records"]:
            row_id = _row_of(record)
            if row_id is None:
                failed.append({"itemIdentifier": record["messageId"]})
            else:
                rows.setdefault(row_id, []).append(record)
        for row_id, wait in _waits(act, settle, sorted(rows)).items():
            for record in rows[row_id]:
                queues.postpone(queue, record["receiptHandle"], wait)
                failed.append({"itemIdentifier": record["messageId"]})
        return {"batchItemFailures": failed}

    return handle


def _row_of(record: dict[str, Any]) -> UUID | None:
    try:
        return UUID(json.loads(record["body"])["id"])
    except (ValueError, KeyError, TypeError, AttributeError):
        _log.error("this message is none of ours, and is left for the dead-letter queue: %s", record["messageId"])
        return None


def _waits(act: ActOnMany, settle: Settle, row_ids: Collection[UUID]) -> dict[UUID, timedelta]:
    """The rows that are not done with, and how long each waits for the next try."""
    if not row_ids:
        return {}
    try:
        with unit_of_work() as work:
            given_up = act(work, row_ids)
    except Unavailable as away:
        _log.warning("none of %s rows: %s", len(row_ids), away.reason)
        return dict.fromkeys(row_ids, away.retry_after or _WHEN_AWAY)
    except Exception:  # noqa: BLE001 - whoever is to blame is found below, and told
        _log.exception("%s rows could not be done together: they are tried one by one", len(row_ids))
    else:
        return dict.fromkeys(given_up, _SOON)
    found = {row_id: _alone(act, settle, row_id) for row_id in row_ids}
    return {row_id: wait for row_id, wait in found.items() if wait is not None}


def _alone(act: ActOnMany, settle: Settle, row_id: UUID) -> timedelta | None:
    try:
        with unit_of_work() as work:
            return _SOON if act(work, [row_id]) else None
    except (Conflict, NotFound) as done:
        _log.info("nothing to do: %s", done.reason)
        return None
    except Failure as failure:
        _log.warning("%s: %s", failure.kind, failure.reason)
        return _settled(settle, row_id, failure)
    except Exception as error:  # noqa: BLE001 - a bug that one row meets must not stop the others
        _log.exception("row %s could not be done", row_id)
        return _settled(settle, row_id, Fault(f"An error of ours stopped this: {type(error).__name__}."))


def _settled(settle: Settle, row_id: UUID, failure: Failure) -> timedelta | None:
    try:
        with unit_of_work() as work:
            return settle(work, row_id, failure)
    except Unavailable as down:
        _log.warning("not even the reason could be kept: %s", down.reason)
        return _WHEN_AWAY
