from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from wareloom.designs.models import Design, Mockup
from wareloom.kit.errors import NotFound
from wareloom.kit.paging import Page, cut, read_cursor, write_cursor

_NEWEST = "designs"


def design(session: Session, tenant_id: UUID, design_id: UUID, *, lock: bool = False) -> Design:
    query = select(Design).where(Design.id == design_id, Design.tenant_id == tenant_id)
    found = session.scalar(query.with_for_update() if lock else query)
    if found is None:
        raise NotFound("There is no such design in this workspace.")
    return found


def designs(
    session: Session,
    tenant_id: UUID,
    *,
    status: str | None,
    run_id: UUID | None,
    trend_id: UUID | None,
    idea_id: UUID | None,
    cursor: str | None,
    limit: int,
) -> Page[Design]:
    found = select(Design).where(Design.tenant_id == tenant_id).order_by(Design.id.desc()).limit(limit + 1)
    for column, wanted in (
        (Design.status, status),
        (Design.run_id, run_id),
        (Design.trend_id, trend_id),
        (Design.idea_id, idea_id),
    ):
        if wanted is not None:
            found = found.where(column == wanted)
    if cursor:
        (before,) = read_cursor(cursor, _NEWEST, UUID)
        found = found.where(Design.id < before)
    return cut(session.scalars(found).all(), limit, lambda row: write_cursor(_NEWEST, str(row.id)))


def designs_of(session: Session, run_id: UUID, trend_id: UUID) -> Sequence[Design]:
    same = select(Design).where(Design.run_id == run_id, Design.trend_id == trend_id)
    return session.scalars(same.order_by(Design.id)).all()


def mockups(session: Session, design_ids: Sequence[UUID]) -> dict[UUID, list[Mockup]]:
    found: dict[UUID, list[Mockup]] = {design_id: [] for design_id in design_ids}
    query = select(Mockup).where(Mockup.design_id.in_(design_ids)).order_by(Mockup.design_id, Mockup.product)
    for mockup in session.scalars(query):
        found[mockup.design_id].append(mockup)
    return found


def counts(session: Session, tenant_id: UUID) -> dict[str, int]:
    """How many designs stand how."""
    query = select(Design.status, func.count()).where(Design.tenant_id == tenant_id).group_by(Design.status)
    return dict(session.execute(query).all())
