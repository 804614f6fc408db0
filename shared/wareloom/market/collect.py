"""Read one page of a collection, keep what it shows, and pass the rest on to the next invocation.

The row says where to go on, so a worker may die anywhere: before the commit nothing happened, after it the next
delivery, or the sweep, goes on with the next page. The lock makes a second worker on the same task turn away.
"""

from collections import Counter
from datetime import timedelta
from uuid import UUID

from wareloom.audit.record import record
from wareloom.kit import clock
from wareloom.kit.errors import Blocked, Conflict, NotFound
from wareloom.kit.work import Work
from wareloom.market.archive import read_archived
from wareloom.market.bring import bring
from wareloom.market.choose import fetcher_for
from wareloom.market.events import TaskEnded, TaskProgressed
from wareloom.market.fall_back import fall_back
from wareloom.market.fetcher import Fetcher, Learning
from wareloom.market.fetchers.registry import FETCHERS
from wareloom.market.follow_up import follow_up
from wareloom.market.ingest import Kept
from wareloom.market.keep import keep_page
from wareloom.market.marketplaces.registry import marketplace as find_marketplace
from wareloom.market.models import OPEN, Task
from wareloom.market.official import WayClosed
from wareloom.market.page import OfferPage, PageRequest
from wareloom.market.queue import is_free, queue_of


def collect(work: Work, task_id: UUID, *, fetcher: Fetcher | None = None) -> None:
    """One page of the task. Conflict when it has ended or somebody else is at it."""
    task = _claim(work, task_id)
    kind = find_marketplace(task.marketplace)
    asked = PageRequest.model_validate(task.next_page).model_copy(update={"past_robots": task.past_robots})
    fetcher = fetcher or FETCHERS["browser" if task.by_browser else fetcher_for(kind, asked)]()
    try:
        archived = bring(work.session, kind, asked, fetcher)
    except WayClosed as closed:
        fall_back(work, task_id, closed)
        return
    try:
        page = read_archived(kind, archived)
    except Blocked:
        if isinstance(fetcher, Learning):
            fetcher.was_a_wall(asked)
        raise
    kept = keep_page(work.session, archived, page, task_id=task.id)
    _advance(work, task_id, page, kept, archived.fetched.pause)


def _claim(work: Work, task_id: UUID) -> Task:
    if not work.session.scalar(is_free(task_id)):
        raise Conflict("This task is being worked on.")
    # Read after the lock: the worker before us may have just committed.
    task = work.session.get(Task, task_id)
    if task is None:
        raise NotFound("There is no such task.")
    if task.status not in OPEN:
        raise Conflict(f"This task has {task.status}.")
    return task


def _advance(work: Work, task_id: UUID, page: OfferPage, kept: Kept, pause: timedelta) -> None:
    task = work.session.get_one(Task, task_id, with_for_update=True, populate_existing=True)
    now = clock.now()
    task.pages_done += 1
    task.pages_total = page.pages_total or task.pages_total
    _count(task, page, kept)
    task.started_at = task.started_at or now
    task.updated_at = now
    task.tries, task.reason, task.retry_at = 0, None, None
    task.next_page = page.next.model_dump(mode="json") if page.next else None
    if task.status not in OPEN:  # cancelled while the page was on its way: its offers are kept, no more are asked for
        task.reason = "Cancelled while a page was being read; that page is kept."
        return
    limit = _limit(task)
    if page.next is None or limit:
        task.reason = limit if page.next else None
        _succeed(work, task)
        return
    task.status = "running"
    work.announce(TaskProgressed(tenant_id=task.tenant_id, task_id=task.id))
    work.enqueue(queue_of(task), task.id, delay=pause)


def _count(task: Task, page: OfferPage, kept: Kept) -> None:
    passed_over = Counter(page.passed_over)
    task.offers_seen += kept.seen
    task.offers_new += kept.new
    task.offers_changed += kept.changed
    task.offers_unchanged += kept.seen - kept.new - kept.changed
    task.offers_rejected += passed_over.total()
    task.rejections = dict(Counter(task.rejections) + passed_over)


def _limit(task: Task) -> str | None:
    """What ends this task although there would be more."""
    if task.max_pages is not None and task.pages_done >= task.max_pages:
        return f"Stopped after {task.pages_done:,} pages, as you wished; there are more."
    if task.max_offers is not None and task.offers_seen >= task.max_offers:
        return f"Stopped after {task.offers_seen:,} offers, as you wished; there are more."
    return None


def _succeed(work: Work, task: Task) -> None:
    task.status, task.ended_at, task.next_page = "succeeded", task.updated_at, None
    facts = {"offers_seen": task.offers_seen, "offers_new": task.offers_new, "offers_changed": task.offers_changed}
    follow_up(work, task)
    record(work.session, task.tenant_id, "wareloom", "task.succeed", f"task:{task.id}", facts)
    work.announce(TaskEnded(tenant_id=task.tenant_id, task_id=task.id))
