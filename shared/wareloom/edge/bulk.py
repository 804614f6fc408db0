"""SQS in front of a verb that is cheaper for many rows at once: one call's messages, one transaction.

Where that fails it is tried row by row, so that one which cannot be done stops no other. `batch` says what failures
mean. A bug, too, is told by its row and fails the call, so that an alarm rings, but only when the others are done: the
messages that come back with it find nothing to do.
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
Again = Callable[[UUID, timedelta | None], None]
"""A row's message comes back after a while; None is never."""
_log = logger(__name__)


class Stopped(Exception):
    """A bug of ours stopped one row."""


def bulk(prepare: Callable[[], ActOnMany], *, queue: str, settle: Settle) -> Handler:
    """`prepare` brings what all rows need, a model say. Without it no row is to blame: the call fails."""

    @entrypoint
    def handle(event: Any, _context: Any) -> dict[str, list[dict[str, str]]]:
        act = prepare()
        failed = list[str]()
        rows = dict[UUID, list[dict[str, Any]]]()
        for record in event["Records"]:
            row_id = _row_of(record)
            if row_id is None:
                failed.append(record["messageId"])
            else:
                rows.setdefault(row_id, []).append(record)

        def again(row_id: UUID, wait: timedelta | None) -> None:
            if wait is None:
                return
            for record in rows[row_id]:
                queues.postpone(queue, record["receiptHandle"], wait)
                failed.append(record["messageId"])

        if rows:
            _all_at_once(act, settle, sorted(rows), again)
        return {"batchItemFailures": [{"itemIdentifier": message_id} for message_id in failed]}

    return handle


def _row_of(record: dict[str, Any]) -> UUID | None:
    try:
        return UUID(json.loads(record["body"])["id"])
    except (ValueError, KeyError, TypeError, AttributeError):
        _log.error("this message is none of ours, and is left for the dead-letter queue: %s", record["messageId"])
        return None


def _all_at_once(act: ActOnMany, settle: Settle, row_ids: Collection[UUID], again: Again) -> None:
    try:
        with unit_of_work() as work:
            given_up = act(work, row_ids)
    except Unavailable as away:
        _log.warning("none of %s rows: %s", len(row_ids), away.reason)
        for row_id in row_ids:
            again(row_id, away.retry_after or _WHEN_AWAY)
    except Failure as failure:
        _log.warning("%s rows could not be done together: %s", len(row_ids), failure.reason)
        _one_by_one(act, settle, row_ids, again)
    except Exception:
        _one_by_one(act, settle, row_ids, again)
        raise  # no row met it alone: it is a bug all the same
    else:
        for row_id in given_up:
            again(row_id, _SOON)


def _one_by_one(act: ActOnMany, settle: Settle, row_ids: Collection[UUID], again: Again) -> None:
    bugs = list[Stopped]()
    for row_id in row_ids:
        try:
            _alone(act, settle, row_id, again)
        except Stopped as bug:
            bugs.append(bug)
    if bugs:
        raise ExceptionGroup(f"{len(bugs)} of {len(row_ids)} rows", bugs)


def _alone(act: ActOnMany, settle: Settle, row_id: UUID, again: Again) -> None:
    try:
        with unit_of_work() as work:
            given_up = act(work, [row_id])
    except (Conflict, NotFound) as done:
        _log.info("nothing to do: %s", done.reason)
    except Failure as failure:
        _log.warning("%s: %s", failure.kind, failure.reason)
        again(row_id, _settled(settle, row_id, failure))
    except Exception as error:
        fault = Fault(f"An error of ours stopped this: {type(error).__name__}.")
        again(row_id, _settled(settle, row_id, fault))
        raise Stopped(str(row_id)) from error
    else:
        again(row_id, _SOON if given_up else None)


def _settled(settle: Settle, row_id: UUID, failure: Failure) -> timedelta | None:
    try:
        with unit_of_work() as work:
            return settle(work, row_id, failure)
    except Unavailable as down:
        _log.warning("not even the reason could be kept: %s", down.reason)
        return _WHEN_AWAY
