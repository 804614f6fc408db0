"""Read archived pages again with the reader as it is now, each at the moment at which it was fetched.

Slice by slice, in the order of their moments: so the history comes out as if every page had come in time and been read
by this reader. A slice that is done twice is done once. What an earlier reader saw and this one does not stays.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import select, tuple_
from sqlalchemy.orm import Session

from wareloom.audit.record import record
from wareloom.kit.errors import Blocked, NotFound, Rejected
from wareloom.kit.paging import read_cursor, write_cursor
from wareloom.kit.work import Work
from wareloom.market.archive import bring_back
from wareloom.market.fills import add_fills
from wareloom.market.ingest import Kept, ingest
from wareloom.market.marketplace import Marketplace
from wareloom.market.marketplaces.registry import marketplace as find_marketplace
from wareloom.market.models import Offer, RawPage
from wareloom.market.months import make_months
from wareloom.market.page import OfferPage

SLICE = 20
_ORDER = "pages"


@dataclass(frozen=True, slots=True)
class Slice:
    """`unread` pages gave no offers, `gone` ones are no longer in the archive."""

    pages: int = 0
    offers: int = 0
    new: int = 0
    changed: int = 0
    unread: int = 0
    gone: int = 0
    next_cursor: str | None = None

    def with_kept(self, kept: Kept) -> "Slice":
        return replace(
            self, offers=self.offers + kept.seen, new=self.new + kept.new, changed=self.changed + kept.changed
        )


def reparse(
    work: Work,
    marketplace: str,
    *,
    tenant_id: UUID,
    actor: str,
    since: datetime | None = None,
    cursor: str | None = None,
    most: int = SLICE,
) -> Slice:
    """An owner has a slice read again; the cursor leads to the next one."""
    kind = find_marketplace(marketplace)
    rows = _rows(work.session, marketplace, since, cursor, most + 1)
    slice_ = Slice(next_cursor=_cursor(rows[most - 1]) if len(rows) > most else None)
    read: list[tuple[RawPage, OfferPage]] = []
    for row in rows[:most]:
        outcome = _read(kind, row)
        if outcome is None:
            slice_ = replace(slice_, gone=slice_.gone + 1)
        elif isinstance(outcome, OfferPage):
            read.append((row, outcome))
        else:
            row.outcome, row.reason = outcome
            row.parser_version, row.offers_found = kind.version, 0
            slice_ = replace(slice_, unread=slice_.unread + 1)
    _take_turns(work.session, marketplace, read)
    for row, page in read:
        slice_ = slice_.with_kept(_keep(work.session, kind, row, page))
    slice_ = replace(slice_, pages=len(rows[:most]))
    facts = {"pages": slice_.pages, "offers_new": slice_.new, "offers_changed": slice_.changed}
    record(work.session, tenant_id, actor, "marketplace.reparse", f"marketplace:{kind.name}", facts)
    return slice_


def _rows(session: Session, marketplace: str, since: datetime | None, cursor: str | None, most: int) -> list[RawPage]:
    query = select(RawPage).where(RawPage.marketplace == marketplace, RawPage.sha256.is_not(None))
    if since:
        query = query.where(RawPage.fetched_at >= since)
    if cursor:
        after = read_cursor(cursor, _ORDER, datetime.fromisoformat, UUID)
        query = query.where(tuple_(RawPage.fetched_at, RawPage.id) > tuple_(*after))
    return list(session.scalars(query.order_by(RawPage.fetched_at, RawPage.id).limit(most)))


def _cursor(row: RawPage) -> str:
    return write_cursor(_ORDER, row.fetched_at.isoformat(), str(row.id))


def _read(kind: Marketplace, row: RawPage) -> OfferPage | tuple[str, str] | None:
    try:
        return kind.read(bring_back(row), row.url)
    except NotFound:
        return None
    except Blocked as wall:
        return "blocked", wall.reason
    except Rejected as failure:
        return "rejected", failure.reason


def _take_turns(session: Session, marketplace: str, read: list[tuple[RawPage, OfferPage]]) -> None:
    """All of the slice's offers at once and in everybody's order, for pages that come meanwhile want some of them."""
    make_months(session, {row.fetched_at for row, _ in read})
    shown = {offer.external_id for _, page in read for offer in page.offers}
    query = select(Offer.id).where(Offer.marketplace == marketplace, Offer.external_id.in_(shown))
    session.execute(query.order_by(Offer.external_id).with_for_update())


def _keep(session: Session, kind: Marketplace, row: RawPage, page: OfferPage) -> Kept:
    kept = ingest(session, kind.name, page.offers, at=row.fetched_at, task_id=row.task_id, page_id=row.id, again=True)
    if row.parser_version != kind.version:  # this reader's first reading of it: another one tells nothing new
        add_fills(session, kind.name, kind.version, page.offers, at=row.fetched_at)
    row.parser_version, row.offers_found = kind.version, len(page.offers)
    row.outcome, row.reason = "read" if page.offers else "empty", None
    return kept
