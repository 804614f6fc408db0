"""Take an export away before its week is over."""

from uuid import UUID

from wareloom.audit.record import record
from wareloom.kit import objects
from wareloom.kit.errors import Conflict
from wareloom.kit.settings import StorageSettings
from wareloom.kit.work import Work
from wareloom.market.events import ExportDeleted
from wareloom.market.exports import queries
from wareloom.market.exports.place import files
from wareloom.market.models import OPEN


def delete(work: Work, *, tenant_id: UUID, actor: str, export_id: UUID) -> None:
    row = queries.export(work.session, tenant_id, export_id, lock=True)
    if row.status in OPEN:
        raise Conflict("This export is not done yet: cancel it first.")
    for file in files(row, queries.parts(work.session, row.id)):
        objects.delete(StorageSettings.from_env().raw_bucket, file.key)
    work.session.delete(row)
    record(work.session, tenant_id, actor, "export.delete", f"export:{export_id}", {"rows": row.rows_done})
    work.announce(ExportDeleted(tenant_id=tenant_id, export_id=export_id))
