from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from wareloom.audit.models import AuditEntry
from wareloom.kit.paging import Page, cut, read_cursor, write_cursor

_ORDER = "audit"


def entries(
    session: Session, tenant_id: UUID, *, actor: str | None, act: str | None, cursor: str | None, limit: int
) -> Page[AuditEntry]:
    query = (
        select(AuditEntry).where(AuditEntry.tenant_id == tenant_id).order_by(AuditEntry.number.desc()).limit(limit + 1)
    )
    if actor:
        query = query.where(AuditEntry.actor == actor)
    if act:
        query = query.where(AuditEntry.act.startswith(act, autoescape=True))
    if cursor:
        (before,) = read_cursor(cursor, _ORDER, int)
        query = query.where(AuditEntry.number < before)
    return cut(session.scalars(query).all(), limit, lambda entry: write_cursor(_ORDER, entry.number))
