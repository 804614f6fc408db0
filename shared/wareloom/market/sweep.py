"""Nudge again the tasks that nothing has touched for a while: rows are truth, and their message was lost."""

from datetime import timedelta

from wareloom.kit import clock
from wareloom.kit.work import Work
from wareloom.market.models import Task
from wareloom.market.queries import stalled_tasks
from wareloom.market.queue import queue_of
from wareloom.market.settle import TRIES, fail

PATIENCE = timedelta(minutes=15)
"""Longer than any page takes, and than a queue hides the message of a worker that died. A task that waits for its next
try is left alone until then."""


def sweep_tasks(work: Work, *, patience: timedelta = PATIENCE) -> int:
    stalled = stalled_tasks(work.session, before=clock.now() - patience)
    for task in sorted(stalled, key=lambda one: one.tenant_id):  # their audit trails in everybody's order
        _nudge(work, task)
    return len(stalled)


def _nudge(work: Work, task: Task) -> None:
    if task.taken_at and task.taken_at >= task.updated_at:
        task.tries += 1
    # Otherwise no worker had it: to have waited, in a queue or for a moment that has come, is no fault.
    task.updated_at, task.retry_at = clock.now(), None
    if task.tries >= TRIES:
        task.reason = task.reason or "Its workers stopped without saying why. Try again."
        fail(work, task)
        return
    work.enqueue(queue_of(task), task.id)
