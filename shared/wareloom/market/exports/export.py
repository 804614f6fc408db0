"""Write one slice of an export, and pass the rest on to the next invocation.

The row says after which offer to go on, and which parts are in S3. So a worker may die anywhere: before the commit
nothing happened, for the next one writes the same parts again, each over itself.
"""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select

from wareloom.audit.record import record
from wareloom.kit import clock, objects
from wareloom.kit.errors import Conflict, NotFound
from wareloom.kit.settings import StorageSettings
from wareloom.kit.work import Work
from wareloom.market.events import ExportEnded, ExportProgressed
from wareloom.market.exports.models import Export
from wareloom.market.exports.open import QUEUE
from wareloom.market.exports.place import key
from wareloom.market.exports.queries import parts, parts_done
from wareloom.market.exports.start import start
from wareloom.market.exports.write import USUAL, Portions, Slice, write_slice
from wareloom.market.models import OPEN

KEPT = timedelta(days=7)
"""As long as the bucket's own rule keeps what lies under exports/."""


def export(work: Work, export_id: UUID, *, portions: Portions = USUAL) -> None:
    """One slice. Conflict when the export has ended or somebody else is at it."""
    row = _claim(work, export_id)
    attempt = row.attempt
    try:
        made = write_slice(work.session, row, parts_done(work.session, export_id), portions)
        _advance(work, export_id, attempt, made)
    except NotFound:  # S3 forgets within days what was not ended
        start(work.session, row)
        work.enqueue(QUEUE, export_id)


def drop(row: Export, upload_id: str) -> None:
    """The parts of an object that nobody will end. Of what is gone already, nothing is left to do."""
    objects.drop_upload(StorageSettings.from_env().raw_bucket, key(row), upload_id)


def _claim(work: Work, export_id: UUID) -> Export:
    free = select(func.pg_try_advisory_xact_lock(func.hashtextextended(f"export:{export_id}", 0)))
    if not work.session.scalar(free):
        raise Conflict("This export is being written.")
    # Read after the lock: the worker before us may have just committed.
    row = work.session.get(Export, export_id)
    if row is None:
        raise NotFound("There is no such export.")
    if row.status not in OPEN:
        if row.upload_id:
            drop(row, row.upload_id)
        raise Conflict(f"This export has {row.status}.")
    return row


def _advance(work: Work, export_id: UUID, attempt: int, made: Slice) -> None:
    row = work.session.get(Export, export_id, with_for_update=True, populate_existing=True)
    if row is None or row.status not in OPEN or row.attempt != attempt:
        _give_up(work, export_id, row, made)
        return
    now = clock.now()
    work.session.add_all(made.parts)
    row.rows_done += made.rows
    row.bytes += sum(part.bytes for part in made.parts)
    row.position, row.upload_id = made.position or row.position, made.upload_id
    row.started_at = row.started_at or now
    row.updated_at = now
    row.tries, row.reason, row.retry_at = 0, None, None
    if made.ended:
        _succeed(work, row)
        return
    row.status = "running"
    work.announce(ExportProgressed(tenant_id=row.tenant_id, export_id=row.id))
    work.enqueue(QUEUE, row.id)


def _give_up(work: Work, export_id: UUID, row: Export | None, made: Slice) -> None:
    """Cancelled, deleted or begun anew while the slice was written."""
    if made.upload_id and row:
        drop(row, made.upload_id)
    if row and row.status in OPEN:  # whoever was to begin it anew has found us at it
        work.enqueue(QUEUE, export_id)


def _succeed(work: Work, row: Export) -> None:
    if row.upload_id:
        work.session.flush()
        receipts = {part.number: part.receipt for part in parts(work.session, row.id)}
        objects.end_upload(StorageSettings.from_env().raw_bucket, key(row), row.upload_id, receipts)
        row.upload_id = None
    row.status, row.ended_at, row.rows_total = "succeeded", row.updated_at, row.rows_done
    row.expires_at = (row.started_at or row.updated_at) + KEPT
    facts = {"rows": row.rows_done, "bytes": row.bytes}
    record(work.session, row.tenant_id, "wareloom", "export.succeed", f"export:{row.id}", facts)
    work.announce(ExportEnded(tenant_id=row.tenant_id, export_id=row.id))
