"""Put the reason of a failed try on the task's row, and say when to try again, if ever."""

from datetime import datetime, timedelta
from uuid import UUID

from wareloom.audit.record import record
from wareloom.kit import clock
from wareloom.kit.errors import Blocked, Conflict, Failure, NotFound, Rejected
from wareloom.kit.http.pace import NotYet
from wareloom.kit.queues import LONGEST_DELAY
from wareloom.kit.work import Work
from wareloom.market.archive import note_unread
from wareloom.market.events import TaskEnded, TaskProgressed
from wareloom.market.follow_up import follow_up
from wareloom.market.models import OPEN, Task
from wareloom.market.queue import queue_of, wants_browser

TRIES = 5
"""Failed tries of one page before the task is given up. They are counted on the row, whoever delivered the nudge."""

_FIRST_WAIT = timedelta(seconds=10)
_FIRST_WAIT_WHEN_BLOCKED = timedelta(minutes=5)
_LONGEST_WAIT = timedelta(hours=2)


def settle(work: Work, task_id: UUID, failure: Failure) -> timedelta | None:
    """After a failed try, in a transaction of its own. Returns how long to wait for the next one; None is never."""
    if isinstance(failure, Conflict):
        return None
    task = work.session.get(Task, task_id, with_for_update=True)
    if task is None or task.status not in OPEN:
        return None
    note_unread(work.session, failure, task)
    task.reason = failure.reason
    task.updated_at = clock.now()
    task.started_at = task.started_at or task.updated_at
    if isinstance(failure, NotYet):
        _put_off(work, task, failure.retry_after or _FIRST_WAIT)
        return None
    if wants_browser(task, failure):
        task.by_browser, task.status, task.retry_at = True, "running", None
        work.enqueue(queue_of(task), task.id)
        return None
    task.tries += 1
    if task.tries >= TRIES or isinstance(failure, Rejected | NotFound):
        fail(work, task)
        return None
    wait = _wait(failure, task.tries)
    _wait_until(work, task, task.updated_at + wait)
    return wait


def _put_off(work: Work, task: Task, wait: timedelta) -> None:
    """Nobody was asked, so this was no try, and a message has only so many returns. What is further off than a queue
    can hold is found by the sweep when its time has come."""
    _wait_until(work, task, task.updated_at + wait)
    if wait <= LONGEST_DELAY:
        work.enqueue(queue_of(task), task.id, delay=wait)


def _wait_until(work: Work, task: Task, at: datetime) -> None:
    task.status, task.retry_at = "running", at
    work.announce(TaskProgressed(tenant_id=task.tenant_id, task_id=task.id))


def fail(work: Work, task: Task) -> None:
    task.status, task.ended_at, task.retry_at = "failed", clock.now(), None
    follow_up(work, task)
    record(work.session, task.tenant_id, "wareloom", "task.fail", f"task:{task.id}", {"reason": task.reason})
    work.announce(TaskEnded(tenant_id=task.tenant_id, task_id=task.id))


def _wait(failure: Failure, tries: int) -> timedelta:
    """What the other side asked for, or a wait that doubles, longer where we are not wanted."""
    first = _FIRST_WAIT_WHEN_BLOCKED if isinstance(failure, Blocked) else _FIRST_WAIT
    return max(failure.retry_after or timedelta(), min(_LONGEST_WAIT, first * 2 ** (tries - 1)))
