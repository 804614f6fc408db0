"""Posts that were given up, with the reason, newest first."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select, tuple_
from sqlalchemy.orm import Session

from wareloom.kit.paging import Page, cut, read_cursor, write_cursor
from wareloom.social.models import Post
from wareloom.social.queries import is_followed

_ORDER = "dead-letters"


def dead_letters(session: Session, tenant_id: UUID, *, cursor: str | None, limit: int) -> Page[Post]:
    query = select(Post).where(Post.given_up_at.is_not(None), Post.deleted_at.is_(None), is_followed(tenant_id))
    by = (Post.given_up_at, Post.id)
    if cursor:
        query = query.where(tuple_(*by) < tuple_(*read_cursor(cursor, _ORDER, datetime.fromisoformat, UUID)))
    rows = session.scalars(query.order_by(*(part.desc() for part in by)).limit(limit + 1)).all()
    return cut(rows, limit, _cursor)


def _cursor(row: Post) -> str:
    return write_cursor(_ORDER, row.given_up_at.isoformat() if row.given_up_at else None, str(row.id))
