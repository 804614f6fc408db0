"""Begin an import whose file is there: settle how it is read, once, and nudge whoever reads it."""

from uuid import UUID

from sqlalchemy import delete

from wareloom.audit.record import record
from wareloom.kit.errors import Conflict, Rejected
from wareloom.kit.work import Work
from wareloom.market.imports.open_import import LARGEST
from wareloom.market.imports.preview import Preview, Wishes, preview
from wareloom.market.uploads import queries
from wareloom.market.uploads.models import WAITING, BadRow, Import
from wareloom.market.uploads.upload import arrived, enqueue, reader


def preview_import(work: Work, *, tenant_id: UUID, import_id: UUID, wishes: Wishes) -> Preview:
    row = queries.upload(work.session, Import, tenant_id, import_id)
    _can_begin(row)
    arrived(row, LARGEST)
    found = preview(row, reader(row), wishes)
    work.session.expire(row)  # a look is no beginning: the file may still be replaced by a better one
    return found


def start_import(
    work: Work, *, tenant_id: UUID, actor: str, import_id: UUID, wishes: Wishes, dry_run: bool = False
) -> Import:
    row = queries.upload(work.session, Import, tenant_id, import_id, lock=True)
    _can_begin(row)
    arrived(row, LARGEST)
    found = preview(row, reader(row), wishes)
    if found.missing:
        raise Rejected(" ".join(found.missing))
    work.session.execute(delete(BadRow).where(BadRow.import_id == row.id))
    row.layout, row.reading = found.layout.model_dump(mode="json"), found.reading.model_dump(mode="json")
    row.read_bytes, row.read_rows, row.skipping = found.layout.begins, found.layout.first_row, False
    row.rows_new = row.rows_changed = row.rows_unchanged = row.rows_bad = 0
    row.dry_run, row.started_at = dry_run, None
    facts = {"mapping": found.reading.mapping, "dry_run": dry_run}
    record(work.session, tenant_id, actor, "import.start", f"import:{row.id}", facts)
    enqueue(work, row, "queued")
    return row


def _can_begin(row: Import) -> None:
    """Once, or again after it was only tried out."""
    if row.status != WAITING and not (row.dry_run and row.ended_at):
        raise Conflict(f"This import has begun already: it is {row.status}.")
