"""The official way turned out to be closed: go on with the pages, and say why."""

from uuid import UUID

from wareloom.audit.record import record
from wareloom.kit import clock
from wareloom.kit.log import logger
from wareloom.kit.work import Work
from wareloom.market import queries
from wareloom.market.archive import note_unread
from wareloom.market.events import TaskProgressed
from wareloom.market.marketplaces.registry import marketplace as find_marketplace
from wareloom.market.models import OPEN, Task
from wareloom.market.official import WayClosed
from wareloom.market.queue import queue_of

_log = logger(__name__)


def fall_back(work: Work, task_id: UUID, closed: WayClosed) -> None:
    """From the first page on: the API counts its pages in another way. What is kept twice is kept once."""
    task = work.session.get_one(Task, task_id, with_for_update=True, populate_existing=True)
    if task.status not in OPEN:
        return
    _log.warning("%s: %s", task.marketplace, closed.reason)
    note_unread(work.session, closed, task)
    now = clock.now()
    since = queries.last_success(work.session, task.marketplace, task.target)
    task.next_page = find_marketplace(task.marketplace).first_page(task.target, since).model_dump(mode="json")
    task.status, task.reason = "running", f"{closed.reason} Its pages are read instead."
    task.started_at, task.updated_at = task.started_at or now, now
    task.tries, task.retry_at = 0, None
    facts = {"from": "official", "to": "pages", "reason": closed.reason}
    record(work.session, task.tenant_id, "wareloom", "task.fall_back", f"task:{task.id}", facts)
    work.announce(TaskProgressed(tenant_id=task.tenant_id, task_id=task.id))
    work.enqueue(queue_of(task), task.id)
