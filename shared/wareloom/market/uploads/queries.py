"""Reads of imports and submitted pages."""

from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from wareloom.kit.errors import NotFound
from wareloom.kit.paging import Page, cut, read_cursor, write_cursor
from wareloom.market.uploads.models import OPEN, WAITING, BadRow, Import, SubmittedPage

Uploaded = Import | SubmittedPage
One = TypeVar("One", Import, SubmittedPage)
_NEWEST, _BAD = "uploads", "bad-rows"
_CALLED = {Import: "import", SubmittedPage: "submitted page"}


def upload(session: Session, what: type[One], tenant_id: UUID, upload_id: UUID, *, lock: bool = False) -> One:
    query = select(what).where(what.id == upload_id, what.tenant_id == tenant_id)
    found = session.scalar(query.with_for_update() if lock else query)
    if found is None:
        raise NotFound(f"There is no such {_CALLED[what]} in this workspace.")
    return found


def uploads(
    session: Session, what: type[One], tenant_id: UUID, *, status: str | None, cursor: str | None, limit: int
) -> Page[One]:
    query = select(what).where(what.tenant_id == tenant_id).order_by(what.id.desc()).limit(limit + 1)
    if status:
        query = query.where(what.status == status)
    if cursor:
        (before,) = read_cursor(cursor, _NEWEST, UUID)
        query = query.where(what.id < before)
    return cut(session.scalars(query).all(), limit, lambda row: write_cursor(_NEWEST, str(row.id)))


def whatever(session: Session, upload_id: UUID, *, lock: bool = False) -> Uploaded | None:
    """By a nudge, which does not say which of the two it is about."""
    found: Uploaded | None = session.get(Import, upload_id, with_for_update=lock, populate_existing=True)
    return found or session.get(SubmittedPage, upload_id, with_for_update=lock, populate_existing=True)


def unfinished(session: Session, what: type[One], tenant_id: UUID) -> int:
    query = select(func.count()).where(what.tenant_id == tenant_id, what.status.in_((WAITING, *OPEN)))
    return session.scalar(query) or 0


def stalled(session: Session, what: type[One], *, before: datetime, limit: int = 100) -> Sequence[One]:
    """Locked, so that one sweep takes each."""
    touched = func.greatest(what.updated_at, what.retry_at)
    query = select(what).where(what.status.in_(OPEN), touched < before).order_by(what.updated_at)
    return session.scalars(query.limit(limit).with_for_update(skip_locked=True)).all()


def forgotten(session: Session, what: type[One], *, before: datetime, limit: int = 100) -> Sequence[One]:
    """Announced, and never begun."""
    query = select(what).where(what.status == WAITING, what.updated_at < before).order_by(what.updated_at)
    return session.scalars(query.limit(limit).with_for_update(skip_locked=True)).all()


def bad_rows(session: Session, import_id: UUID, *, cursor: str | None, limit: int) -> Page[BadRow]:
    query = select(BadRow).where(BadRow.import_id == import_id).order_by(BadRow.row).limit(limit + 1)
    if cursor:
        (after,) = read_cursor(cursor, _BAD, int)
        query = query.where(BadRow.row > after)
    return cut(session.scalars(query).all(), limit, lambda row: write_cursor(_BAD, row.row))


def all_bad_rows(session: Session, import_id: UUID) -> Sequence[BadRow]:
    return session.scalars(select(BadRow).where(BadRow.import_id == import_id).order_by(BadRow.row)).all()
