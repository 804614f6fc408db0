from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from wareloom.kit.errors import NotFound
from wareloom.kit.paging import Page, cut, read_cursor, write_cursor
from wareloom.listings.models import Listing, Part

_NEWEST = "listings"


def listing(session: Session, tenant_id: UUID, listing_id: UUID, *, lock: bool = False) -> Listing:
    query = select(Listing).where(Listing.id == listing_id, Listing.tenant_id == tenant_id)
    found = session.scalar(query.with_for_update() if lock else query)
    if found is None:
        raise NotFound("There is no such listing in this workspace.")
    return found


def listings(
    session: Session,
    tenant_id: UUID,
    *,
    status: str | None,
    channel: str | None,
    design_id: UUID | None,
    run_id: UUID | None,
    cursor: str | None,
    limit: int,
) -> Page[Listing]:
    found = select(Listing).where(Listing.tenant_id == tenant_id).order_by(Listing.id.desc()).limit(limit + 1)
    for column, wanted in (
        (Listing.status, status),
        (Listing.channel, channel),
        (Listing.design_id, design_id),
        (Listing.run_id, run_id),
    ):
        if wanted is not None:
            found = found.where(column == wanted)
    if cursor:
        (before,) = read_cursor(cursor, _NEWEST, UUID)
        found = found.where(Listing.id < before)
    return cut(session.scalars(found).all(), limit, lambda row: write_cursor(_NEWEST, str(row.id)))


def listings_of(session: Session, design_id: UUID) -> Sequence[Listing]:
    return session.scalars(select(Listing).where(Listing.design_id == design_id).order_by(Listing.id)).all()


def parts(session: Session, listing_id: UUID) -> Sequence[Part]:
    return session.scalars(select(Part).where(Part.listing_id == listing_id).order_by(Part.number)).all()
