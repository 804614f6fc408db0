from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from wareloom.ideas.models import BriefRow, Idea
from wareloom.kit.errors import NotFound
from wareloom.kit.paging import Page, cut, read_cursor, write_cursor

_NEWEST = "ideas"


def idea(session: Session, tenant_id: UUID, idea_id: UUID) -> Idea:
    found = session.scalar(select(Idea).where(Idea.id == idea_id, Idea.tenant_id == tenant_id))
    if found is None:
        raise NotFound("There is no such idea in this workspace.")
    return found


def brief(session: Session, tenant_id: UUID, brief_id: UUID) -> BriefRow:
    found = session.scalar(select(BriefRow).where(BriefRow.id == brief_id, BriefRow.tenant_id == tenant_id))
    if found is None:
        raise NotFound("There is no such brief in this workspace.")
    return found


def ideas(
    session: Session,
    tenant_id: UUID,
    *,
    run_id: UUID | None,
    trend_id: UUID | None,
    query: str | None,
    cursor: str | None,
    limit: int,
) -> Page[Idea]:
    found = select(Idea).where(Idea.tenant_id == tenant_id).order_by(Idea.id.desc()).limit(limit + 1)
    if run_id:
        found = found.where(Idea.run_id == run_id)
    if trend_id:
        found = found.where(Idea.trend_id == trend_id)
    if query:
        found = found.where(Idea.slogan.icontains(query, autoescape=True))
    if cursor:
        (before,) = read_cursor(cursor, _NEWEST, UUID)
        found = found.where(Idea.id < before)
    return cut(session.scalars(found).all(), limit, lambda row: write_cursor(_NEWEST, str(row.id)))


def ideas_of(session: Session, run_id: UUID, trend_id: UUID) -> Sequence[Idea]:
    same = select(Idea).where(Idea.run_id == run_id, Idea.trend_id == trend_id)
    return session.scalars(same.order_by(Idea.number)).all()


def known_slogans(session: Session, tenant_id: UUID, *, since: datetime) -> list[str]:
    query = select(Idea.slogan).where(Idea.tenant_id == tenant_id, Idea.created_at >= since).order_by(Idea.id)
    return list(session.scalars(query))
