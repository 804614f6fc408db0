"""Open a task: a row that says what is wanted, and a nudge for whoever works on it."""

from datetime import timedelta
from uuid import UUID

from pydantic import BaseModel, ConfigDict
from sqlalchemy import func, select

from wareloom.audit.record import record
from wareloom.kit import clock
from wareloom.kit.errors import Conflict, Overused
from wareloom.kit.ids import new_id
from wareloom.kit.work import Work
from wareloom.market import queries
from wareloom.market.choose import first_page
from wareloom.market.events import TaskOpened
from wareloom.market.marketplaces.registry import marketplace as find_marketplace
from wareloom.market.models import OPEN, Task
from wareloom.market.queue import QUEUE

MOST_OPEN = 20
"""A workspace's open tasks at one time that people asked for: one shop's haste must not be everybody's wait."""


class Limits(BaseModel):
    """How far a task goes, and how urgent it is among its workspace's own."""

    model_config = ConfigDict(frozen=True)

    priority: int = 0
    max_pages: int | None = None
    max_offers: int | None = None
    past_robots: bool = False


def open_task(
    work: Work, *, tenant_id: UUID, actor: str, marketplace: str, target: str, limits: Limits | None = None
) -> Task:
    """A person asks for a collection now. Going past robots.txt is an owner's decision: whoever calls has made sure."""
    kind = find_marketplace(marketplace)
    spelled = kind.target(target)
    leave_room(work, tenant_id, marketplace, spelled)
    task = new_task(work, tenant_id=tenant_id, marketplace=marketplace, target=spelled, started_by=actor)
    for name, value in limits or Limits():
        setattr(task, name, value)
    work.session.add(task)
    work.session.flush()
    say_opened(work, task, actor)
    return task


def new_task(work: Work, *, tenant_id: UUID, marketplace: str, target: str, started_by: str) -> Task:
    since = queries.last_success(work.session, marketplace, target)
    now = clock.now()
    return Task(
        id=new_id(),
        tenant_id=tenant_id,
        marketplace=marketplace,
        target=target,
        started_by=started_by,
        status="queued",
        next_page=first_page(find_marketplace(marketplace), target, since).model_dump(mode="json"),
        pages_done=0,
        offers_seen=0,
        offers_new=0,
        offers_changed=0,
        offers_unchanged=0,
        offers_rejected=0,
        rejections={},
        priority=0,
        by_browser=False,
        past_robots=False,
        tries=0,
        created_at=now,
        updated_at=now,
    )


def columns(task: Task) -> dict[str, object]:
    return {column.key: getattr(task, column.key) for column in Task.__mapper__.column_attrs}


def leave_room(work: Work, tenant_id: UUID, marketplace: str, target: str) -> None:
    # One workspace opens one task at a time, so that the two checks below cannot be passed by two requests at once.
    work.session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"open:{tenant_id}", 0))))
    still_open = select(Task.marketplace, Task.target, Task.slot).where(
        Task.tenant_id == tenant_id, Task.status.in_(OPEN)
    )
    waiting = work.session.execute(still_open).all()
    if any((row.marketplace, row.target) == (marketplace, target) for row in waiting):
        raise Conflict(f"“{target}” is being collected already.")
    if sum(row.slot is None for row in waiting) >= MOST_OPEN:
        raise Overused(
            f"{MOST_OPEN} tasks are open. Wait for one to end, or cancel one.", retry_after=timedelta(minutes=1)
        )


def say_opened(work: Work, task: Task, actor: str) -> None:
    facts = {"marketplace": task.marketplace, "target": task.target}
    if task.past_robots:
        facts["robots"] = "passed over"
    record(work.session, task.tenant_id, actor, "task.open", f"task:{task.id}", facts)
    work.announce(TaskOpened(tenant_id=task.tenant_id, task_id=task.id))
    work.enqueue(QUEUE, task.id)
