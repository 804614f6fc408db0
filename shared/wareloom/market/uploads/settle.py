"""Put the reason of a failed try on the upload's row, and say when to try again, if ever."""

from datetime import timedelta
from uuid import UUID

from wareloom.kit import clock
from wareloom.kit.errors import Blocked, Conflict, Failure, NotFound, Rejected
from wareloom.kit.work import Work
from wareloom.market.archive import BlockedPage, RejectedPage
from wareloom.market.uploads.models import OPEN, SubmittedPage
from wareloom.market.uploads.queries import Uploaded, whatever
from wareloom.market.uploads.upload import ended, progressed

TRIES = 5
_FIRST_WAIT = timedelta(seconds=10)


def settle(work: Work, upload_id: UUID, failure: Failure) -> timedelta | None:
    """After a failed try, in a transaction of its own. Returns how long to wait for the next one; None is never."""
    if isinstance(failure, Conflict):
        return None
    row = whatever(work.session, upload_id, lock=True)
    if row is None or row.status not in OPEN:
        return None
    row.tries += 1
    row.reason, row.updated_at = _told(row, failure), clock.now()
    row.started_at = row.started_at or row.updated_at
    if row.tries >= TRIES or isinstance(failure, Rejected | NotFound | Blocked):
        ended(work, row, "failed", {"reason": row.reason})
        return None
    wait = _FIRST_WAIT * 2 ** (row.tries - 1)
    row.retry_at = row.updated_at + wait
    progressed(work, row)
    return wait


def _told(row: Uploaded, failure: Failure) -> str:
    if isinstance(failure, NotFound):
        return "The uploaded file is no longer there: files are kept for thirty days. Upload it again."
    if isinstance(row, SubmittedPage) and isinstance(failure, BlockedPage | RejectedPage):
        row.outcome = "blocked" if isinstance(failure, BlockedPage) else "rejected"
        row.sha256, row.parser_version = failure.page.digest, failure.page.parser_version
    return failure.reason
