"""Take back what an import keeps, slice by slice. What it replaced does not come back."""

from uuid import UUID

from wareloom.audit.record import record
from wareloom.kit import clock
from wareloom.kit.errors import Conflict
from wareloom.kit.work import Work
from wareloom.market.imports.kinds.registry import kind as find_kind
from wareloom.market.uploads import queries
from wareloom.market.uploads.models import ENDED_EARLY, Import
from wareloom.market.uploads.upload import QUEUE, ended, enqueue, progressed

MOST = 10_000


def undo(work: Work, *, tenant_id: UUID, actor: str, import_id: UUID) -> Import:
    row = queries.upload(work.session, Import, tenant_id, import_id, lock=True)
    if row.status not in ("succeeded", *ENDED_EARLY) or row.started_at is None or row.dry_run:
        raise Conflict(f"Only an import that has kept rows and ended can be taken back; this is {row.status}.")
    row.tag = None  # nothing more is read from its file
    record(work.session, tenant_id, actor, "import.take-back", f"import:{row.id}", {})
    enqueue(work, row, "undoing")
    return row


def take_back(work: Work, row: Import, *, most: int = MOST) -> None:
    gone = find_kind(row.kind).take_back(work.session, row, most)
    row.updated_at, row.tries, row.retry_at = clock.now(), 0, None
    if gone < most:
        ended(work, row, "undone", {"kind": row.kind})
        return
    progressed(work, row)
    work.enqueue(QUEUE, row.id)
