"""Take up a failed or cancelled collection where it stopped."""

from uuid import UUID

from wareloom.audit.record import record
from wareloom.kit import clock
from wareloom.kit.errors import Conflict
from wareloom.kit.work import Work
from wareloom.market import queries
from wareloom.market.events import TaskOpened
from wareloom.market.models import Task
from wareloom.market.open import leave_room
from wareloom.market.queue import queue_of

_ENDED_EARLY = ("failed", "cancelled")


def retry(work: Work, *, tenant_id: UUID, actor: str, task_id: UUID) -> Task:
    asked = queries.task(work.session, tenant_id, task_id)
    if asked.status in _ENDED_EARLY:
        leave_room(work, tenant_id, asked.marketplace, asked.target)
    task = queries.task(work.session, tenant_id, task_id, lock=True)
    if task.status not in _ENDED_EARLY or task.next_page is None:
        raise Conflict(f"Only a failed or cancelled task can be taken up again; this one has {task.status}.")
    task.status, task.reason, task.ended_at, task.retry_at, task.tries = "queued", None, None, None, 0
    task.updated_at = clock.now()
    record(work.session, tenant_id, actor, "task.retry", f"task:{task.id}", {"from_page": task.pages_done + 1})
    work.announce(TaskOpened(tenant_id=tenant_id, task_id=task.id))
    work.enqueue(queue_of(task), task.id)
    return task
