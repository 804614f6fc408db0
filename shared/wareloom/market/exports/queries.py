"""Reads of exports and their parts."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from wareloom.kit.errors import NotFound
from wareloom.kit.paging import Page, cut, read_cursor, write_cursor
from wareloom.market.exports.models import Export, ExportPart
from wareloom.market.models import OPEN

_NEWEST = "exports"


def export(session: Session, tenant_id: UUID, export_id: UUID, *, lock: bool = False) -> Export:
    query = select(Export).where(Export.id == export_id, Export.tenant_id == tenant_id)
    found = session.scalar(query.with_for_update() if lock else query)
    if found is None:
        raise NotFound("There is no such export in this workspace.")
    return found


def exports(session: Session, tenant_id: UUID, *, status: str | None, cursor: str | None, limit: int) -> Page[Export]:
    query = select(Export).where(Export.tenant_id == tenant_id).order_by(Export.id.desc()).limit(limit + 1)
    if status:
        query = query.where(Export.status == status)
    if cursor:
        (before,) = read_cursor(cursor, _NEWEST, UUID)
        query = query.where(Export.id < before)
    return cut(session.scalars(query).all(), limit, lambda row: write_cursor(_NEWEST, str(row.id)))


def parts(session: Session, export_id: UUID) -> Sequence[ExportPart]:
    return session.scalars(
        select(ExportPart).where(ExportPart.export_id == export_id).order_by(ExportPart.number)
    ).all()


def parts_done(session: Session, export_id: UUID) -> int:
    return session.scalar(select(func.count()).where(ExportPart.export_id == export_id)) or 0


def stalled_exports(session: Session, *, before: datetime, limit: int = 100) -> Sequence[Export]:
    """Open exports that nothing has touched since `before`. Locked, so that one sweep takes each."""
    query = (
        select(Export)
        .where(Export.status.in_(OPEN), func.greatest(Export.updated_at, Export.retry_at) < before)
        .order_by(Export.updated_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return session.scalars(query).all()
