"""Reads of the terms on a workspace's lists."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from wareloom.kit.paging import Page, cut, read_cursor, write_cursor
from wareloom.market.imports.models import ListedTerm

_NEWEST = "listed-terms"


def listed_terms(
    session: Session,
    tenant_id: UUID,
    *,
    list_name: str | None,
    region: str | None,
    import_id: UUID | None,
    cursor: str | None,
    limit: int,
) -> Page[ListedTerm]:
    asked = select(ListedTerm).where(ListedTerm.tenant_id == tenant_id)
    wishes = ((ListedTerm.list_name, list_name), (ListedTerm.region, region), (ListedTerm.import_id, import_id))
    for column, wanted in wishes:
        if wanted is not None:
            asked = asked.where(column == wanted)
    if cursor:
        (before,) = read_cursor(cursor, _NEWEST, UUID)
        asked = asked.where(ListedTerm.id < before)
    rows = session.scalars(asked.order_by(ListedTerm.id.desc()).limit(limit + 1)).all()
    return cut(rows, limit, lambda row: write_cursor(_NEWEST, str(row.id)))
