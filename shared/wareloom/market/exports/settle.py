"""Put the reason of a failed slice on the export's row, and say when to try again, if ever."""

from datetime import timedelta
from uuid import UUID

from wareloom.audit.record import record
from wareloom.kit import clock
from wareloom.kit.errors import Conflict, Failure, NotFound, Rejected
from wareloom.kit.work import Work
from wareloom.market.events import ExportEnded, ExportProgressed
from wareloom.market.exports.models import Export
from wareloom.market.models import OPEN

TRIES = 5
"""Failed tries of one slice before the export is given up."""
_FIRST_WAIT = timedelta(seconds=10)
_LONGEST_WAIT = timedelta(minutes=15)


def settle(work: Work, export_id: UUID, failure: Failure) -> timedelta | None:
    """After a failed try, in a transaction of its own. Returns how long to wait for the next one; None is never."""
    row = work.session.get(Export, export_id, with_for_update=True)
    if row is None or row.status not in OPEN or isinstance(failure, Conflict):
        return None
    row.tries += 1
    row.reason = failure.reason
    row.updated_at = clock.now()
    if row.tries >= TRIES or isinstance(failure, Rejected | NotFound):
        fail(work, row)
        return None
    wait = min(_LONGEST_WAIT, max(failure.retry_after or timedelta(), _FIRST_WAIT * 2 ** (row.tries - 1)))
    row.status, row.retry_at = "running", row.updated_at + wait
    work.announce(ExportProgressed(tenant_id=row.tenant_id, export_id=row.id))
    return wait


def fail(work: Work, row: Export) -> None:
    """What is in S3 of it goes with the bucket's rules."""
    row.status, row.ended_at, row.retry_at = "failed", clock.now(), None
    record(work.session, row.tenant_id, "wareloom", "export.fail", f"export:{row.id}", {"reason": row.reason})
    work.announce(ExportEnded(tenant_id=row.tenant_id, export_id=row.id))
