"""Put the reason of a failed try on the recording, and say when to try again, if ever."""

from datetime import timedelta
from uuid import UUID

from wareloom.kit import clock
from wareloom.kit.errors import Conflict, Failure, Unavailable
from wareloom.kit.work import Work
from wareloom.speech.models import OPEN, Recording, RecordingPart
from wareloom.speech.scoring.settle import settle_moods
from wareloom.speech.standing import TRIES, ended, progressed

_FIRST_WAIT = timedelta(seconds=10)
_LONGEST_WAIT = timedelta(minutes=15)


def settle(work: Work, row_id: UUID, failure: Failure) -> timedelta | None:
    """After a failed try, in a transaction of its own. Returns how long to wait for the next one; None is never."""
    if isinstance(failure, Conflict):
        return None
    part = work.session.get(RecordingPart, row_id)
    row = work.session.get(Recording, part.recording_id if part else row_id, with_for_update=True)
    if row is not None and row.status == "succeeded" and part is None:
        return settle_moods(row, failure)
    if row is None or row.status not in OPEN:
        return None
    tries = (part or row).tries
    row.reason = failure.reason
    if tries >= TRIES or not isinstance(failure, Unavailable):
        ended(work, row, "failed", {"reason": row.reason})
        return None
    wait = min(_LONGEST_WAIT, max(failure.retry_after or timedelta(), _FIRST_WAIT * 2 ** max(0, tries - 1)))
    row.retry_at = clock.now() + wait
    progressed(work, row)
    return wait
