"""Whether it is this task's turn, and if so, one page of the day's budget for it.

This comes before the page, in a transaction of its own: what was spent stays spent, whatever becomes of the page.
"""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import exists, or_, select

from wareloom.kit import clock
from wareloom.kit.errors import Conflict, NotFound
from wareloom.kit.work import Work
from wareloom.market.budget.spend import spend
from wareloom.market.marketplaces.registry import marketplace as find_marketplace
from wareloom.market.models import OPEN, Task
from wareloom.market.queue import is_free, queue_of

GIVES_WAY_FOR = timedelta(seconds=5)
_ALIVE = timedelta(minutes=2)
"""A more urgent task that nobody has touched for longer has lost its message: nobody waits for it."""
_EARLY = timedelta(seconds=1)
"""Queues count in whole seconds."""


def take_turn(work: Work, task_id: UUID, *, queue: str | None = None) -> bool:
    """False when a more urgent task of the workspace asks the same marketplace: this one comes again in a moment.

    Conflict where the message is one too many: of a task that has ended, is being worked on, waits for a moment that
    has its own message, or goes through another queue than the one that brought this.
    """
    task = work.session.get(Task, task_id)
    if task is None:
        raise NotFound("There is no such task.")
    if task.status not in OPEN:
        raise Conflict(f"This task has {task.status}.")
    now = clock.now()
    if queue not in (None, queue_of(task)):
        raise Conflict("This task goes through another queue now.")
    if not work.session.scalar(is_free(task_id)):
        raise Conflict("This task is being worked on.")
    if task.retry_at and task.retry_at > now + _EARLY:
        raise Conflict("This task waits, and is asked again when its time has come.")
    if _somebody_goes_first(work, task):
        task.retry_at = now + GIVES_WAY_FOR
        work.enqueue(queue_of(task), task.id, delay=GIVES_WAY_FOR)
        return False
    kind = find_marketplace(task.marketplace)
    spend(work.session, kind, task.tenant_id, scheduled=task.slot is not None)
    task.taken_at = now
    return True


def _somebody_goes_first(work: Work, task: Task) -> bool:
    now = clock.now()
    urgent = exists().where(
        Task.tenant_id == task.tenant_id,
        Task.marketplace == task.marketplace,
        Task.status.in_(OPEN),
        Task.priority > task.priority,
        Task.updated_at > now - _ALIVE,
        or_(Task.retry_at.is_(None), Task.retry_at <= now),
    )
    return bool(work.session.scalar(select(urgent)))
