"""Open an export: a row that says what is wanted, and a nudge for whoever writes it."""

from datetime import timedelta
from uuid import UUID

from pydantic import BaseModel, ConfigDict
from sqlalchemy import func, select

from wareloom.audit.record import record
from wareloom.kit import clock
from wareloom.kit.errors import Overused
from wareloom.kit.ids import new_id
from wareloom.kit.work import Work
from wareloom.market.events import ExportOpened
from wareloom.market.exports.columns import chosen
from wareloom.market.exports.formats import find_format
from wareloom.market.exports.models import Export
from wareloom.market.exports.search import written
from wareloom.market.exports.start import start
from wareloom.market.models import OPEN
from wareloom.market.offers import OfferSearch

QUEUE = "export_offers"
MOST_OPEN = 5
"""A workspace's open exports at one time: one analyst's haste must not be everybody's wait."""


class Wanted(BaseModel):
    model_config = ConfigDict(frozen=True)

    what: str
    format: str
    columns: tuple[str, ...] | None = None
    search: OfferSearch = OfferSearch()
    byte_order_mark: bool = False


def open_export(work: Work, *, tenant_id: UUID, actor: str, wanted: Wanted) -> Export:
    find_format(wanted.format)
    columns = chosen(wanted.what, wanted.columns)
    leave_room(work, tenant_id)
    now = clock.now()
    row = Export(
        id=new_id(),
        tenant_id=tenant_id,
        what=wanted.what,
        format=wanted.format,
        columns=[column.name for column in columns],
        search=written(wanted.search),
        byte_order_mark=wanted.byte_order_mark,
        started_by=actor,
        status="queued",
        created_at=now,
        updated_at=now,
    )
    start(work.session, row)
    work.session.add(row)
    work.session.flush()
    facts = {"what": row.what, "format": row.format, "search": row.search}
    record(work.session, tenant_id, actor, "export.open", f"export:{row.id}", facts)
    work.announce(ExportOpened(tenant_id=tenant_id, export_id=row.id))
    work.enqueue(QUEUE, row.id)
    return row


def leave_room(work: Work, tenant_id: UUID) -> None:
    # One workspace opens one export at a time, so that the check below cannot be passed by two requests at once.
    work.session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"exports:{tenant_id}", 0))))
    still_open = select(func.count()).where(Export.tenant_id == tenant_id, Export.status.in_(OPEN))
    if (work.session.scalar(still_open) or 0) >= MOST_OPEN:
        raise Overused(
            f"{MOST_OPEN} exports are open. Wait for one to end, or cancel one.", retry_after=timedelta(minutes=1)
        )
