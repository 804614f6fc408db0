"""End an export that nobody wants any more. What is in S3 of it is taken away by whoever finds it cancelled."""

from uuid import UUID

from wareloom.audit.record import record
from wareloom.kit import clock
from wareloom.kit.errors import Conflict
from wareloom.kit.work import Work
from wareloom.market.events import ExportEnded
from wareloom.market.exports import queries
from wareloom.market.exports.models import Export
from wareloom.market.models import OPEN


def cancel(work: Work, *, tenant_id: UUID, actor: str, export_id: UUID) -> Export:
    row = queries.export(work.session, tenant_id, export_id, lock=True)
    if row.status not in OPEN:
        raise Conflict(f"This export has already {'been cancelled' if row.status == 'cancelled' else row.status}.")
    row.status, row.retry_at = "cancelled", None
    row.updated_at = row.ended_at = clock.now()
    record(work.session, tenant_id, actor, "export.cancel", f"export:{row.id}", {"rows_done": row.rows_done})
    work.announce(ExportEnded(tenant_id=tenant_id, export_id=row.id))
    return row
