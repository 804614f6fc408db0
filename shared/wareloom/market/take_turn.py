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
from wareloom.market.queue import queue_of

GIVES_WAY_FOR = timedelta(seconds=5)
_ALIVE = timedelta(minutes=2)
"""A more urgent task that nobody has touched for longer has lost its message: nobody waits for it."""


def take_turn(work: Work, task_id: UUID) -> bool:
    """False when a more urgent task of the workspace asks the same marketplace: this one comes again in a moment."""
    task = work.session.get(Task, task_id)
    if task is None:
        raise NotFound("There is no such task.")
    if task.status not in OPEN:
        raise Conflict(f"This task has {task.status}.")
    if _somebody_goes_first(work, task):
        work.enqueue(queue_of(task), task.id, delay=GIVES_WAY_FOR)
        return False
    kind = find_marketplace(task.marketplace)
    spend(work.session, kind, task.tenant_id, scheduled=task.watch_id is not None)
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
