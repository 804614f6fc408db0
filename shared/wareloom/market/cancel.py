"""End a collection that nobody wants any more. A page on its way is still kept."""

from uuid import UUID

from wareloom.audit.record import record
from wareloom.kit import clock
from wareloom.kit.errors import Conflict
from wareloom.kit.work import Work
from wareloom.market import queries
from wareloom.market.events import TaskEnded
from wareloom.market.models import OPEN, Task


def cancel(work: Work, *, tenant_id: UUID, actor: str, task_id: UUID) -> Task:
    task = queries.task(work.session, tenant_id, task_id, lock=True)
    if task.status not in OPEN:
        raise Conflict(f"This task has already {'been cancelled' if task.status == 'cancelled' else task.status}.")
    task.status = "cancelled"
    task.updated_at = task.ended_at = clock.now()
    record(work.session, tenant_id, actor, "task.cancel", f"task:{task.id}", {"pages_done": task.pages_done})
    work.announce(TaskEnded(tenant_id=tenant_id, task_id=task.id))
    return task
