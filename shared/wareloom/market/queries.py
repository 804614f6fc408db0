"""Reads of tasks, watches and the marketplace's own state."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from wareloom.kit.errors import NotFound
from wareloom.kit.paging import Page, cut, read_cursor, write_cursor
from wareloom.market.models import OPEN, Task, Watch

_NEWEST = "tasks"


def task(session: Session, tenant_id: UUID, task_id: UUID, *, lock: bool = False) -> Task:
    query = select(Task).where(Task.id == task_id, Task.tenant_id == tenant_id)
    found = session.scalar(query.with_for_update() if lock else query)
    if found is None:
        raise NotFound("There is no such task in this workspace.")
    return found


def tasks(
    session: Session, tenant_id: UUID, *, status: str | None, marketplace: str | None, cursor: str | None, limit: int
) -> Page[Task]:
    query = select(Task).where(Task.tenant_id == tenant_id).order_by(Task.id.desc()).limit(limit + 1)
    if status:
        query = query.where(Task.status == status)
    if marketplace:
        query = query.where(Task.marketplace == marketplace)
    if cursor:
        (before,) = read_cursor(cursor, _NEWEST, UUID)
        query = query.where(Task.id < before)
    return cut(session.scalars(query).all(), limit, lambda row: write_cursor(_NEWEST, str(row.id)))


def our_tasks(session: Session, tenant_id: UUID, ids: Iterable[UUID | None]) -> set[UUID]:
    """Which of these are this workspace's: offers are shared, but not what made somebody look for them."""
    return set(session.scalars(select(Task.id).where(Task.tenant_id == tenant_id, Task.id.in_(set(ids) - {None}))))


def stalled_tasks(session: Session, *, before: datetime, limit: int = 100) -> Sequence[Task]:
    """Open tasks that nothing has touched since `before`. Locked, so that one sweep takes each."""
    query = (
        select(Task)
        .where(Task.status.in_(OPEN), func.greatest(Task.updated_at, Task.retry_at) < before)
        .order_by(Task.updated_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return session.scalars(query).all()


def last_success(session: Session, marketplace: str, target: str) -> datetime | None:
    """When this target was last collected to the end, whoever asked: offers are shared."""
    query = select(func.max(Task.started_at)).where(
        Task.marketplace == marketplace, Task.target == target, Task.status == "succeeded"
    )
    return session.scalar(query)


def watches(session: Session, tenant_id: UUID) -> Sequence[Watch]:
    return session.scalars(select(Watch).where(Watch.tenant_id == tenant_id).order_by(Watch.id)).all()


def watch(session: Session, tenant_id: UUID, watch_id: UUID, *, lock: bool = False) -> Watch:
    query = select(Watch).where(Watch.id == watch_id, Watch.tenant_id == tenant_id)
    found = session.scalar(query.with_for_update() if lock else query)
    if found is None:
        raise NotFound("There is no such watch in this workspace.")
    return found
