"""Reads of what a workspace says of offers: its own rows and no others."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select, tuple_
from sqlalchemy.orm import Session, aliased

from wareloom.kit.errors import NotFound
from wareloom.kit.paging import Page, cut, read_cursor, write_cursor
from wareloom.market.claims.models import Claim

_LAST_SEEN = "claims"


def claims(
    session: Session,
    tenant_id: UUID,
    *,
    query: str | None,
    marketplace: str | None,
    import_id: UUID | None,
    page_id: UUID | None,
    cursor: str | None,
    limit: int,
) -> Page[Claim]:
    """Of each offer the newest one, newest first."""
    newer = aliased(Claim)
    later = select(newer.id).where(
        newer.tenant_id == Claim.tenant_id,
        newer.marketplace == Claim.marketplace,
        newer.external_id == Claim.external_id,
        newer.seen_at > Claim.seen_at,
    )
    asked = select(Claim).where(Claim.tenant_id == tenant_id, ~later.exists())
    for column, wanted in ((Claim.marketplace, marketplace), (Claim.import_id, import_id), (Claim.page_id, page_id)):
        if wanted is not None:
            asked = asked.where(column == wanted)
    if query:
        asked = asked.where(Claim.search.op("@@")(func.websearch_to_tsquery("english", query)))
    if cursor:
        asked = asked.where(
            tuple_(Claim.seen_at, Claim.id) < tuple_(*read_cursor(cursor, _LAST_SEEN, datetime.fromisoformat, UUID))
        )
    rows = session.scalars(asked.order_by(Claim.seen_at.desc(), Claim.id.desc()).limit(limit + 1)).all()
    return cut(rows, limit, lambda row: write_cursor(_LAST_SEEN, row.seen_at.isoformat(), str(row.id)))


def claim(session: Session, tenant_id: UUID, claim_id: UUID) -> Claim:
    found = session.scalar(select(Claim).where(Claim.id == claim_id, Claim.tenant_id == tenant_id))
    if found is None:
        raise NotFound("There is no such claim in this workspace.")
    return found


def history(session: Session, tenant_id: UUID, claim_id: UUID, *, limit: int) -> Sequence[Claim]:
    """All that this workspace says of the same offer, oldest first; of more than `limit` the newest ones."""
    of = claim(session, tenant_id, claim_id)
    same = select(Claim).where(
        Claim.tenant_id == tenant_id, Claim.marketplace == of.marketplace, Claim.external_id == of.external_id
    )
    return session.scalars(same.order_by(Claim.seen_at.desc()).limit(limit)).all()[::-1]
