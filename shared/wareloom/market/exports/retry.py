"""Write a failed or cancelled export after all, from its beginning, with the offers as they are by now."""

from uuid import UUID

from wareloom.audit.record import record
from wareloom.kit import clock
from wareloom.kit.errors import Conflict
from wareloom.kit.work import Work
from wareloom.market.events import ExportOpened
from wareloom.market.exports import queries
from wareloom.market.exports.models import Export
from wareloom.market.exports.open import QUEUE, leave_room
from wareloom.market.exports.start import start

_ENDED_EARLY = ("failed", "cancelled")


def retry(work: Work, *, tenant_id: UUID, actor: str, export_id: UUID) -> Export:
    row = queries.export(work.session, tenant_id, export_id, lock=True)
    if row.status not in _ENDED_EARLY:
        raise Conflict(f"Only a failed or cancelled export can be tried again; this one has status {row.status}.")
    leave_room(work, tenant_id)
    start(work.session, row)
    row.status, row.updated_at = "queued", clock.now()
    record(work.session, tenant_id, actor, "export.retry", f"export:{row.id}", {"attempt": row.attempt})
    work.announce(ExportOpened(tenant_id=tenant_id, export_id=row.id))
    work.enqueue(QUEUE, row.id)
    return row
