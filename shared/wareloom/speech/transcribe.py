"""One turn of a recording, or of one of its parts: brought, cut, heard, or its moods read, whatever comes next."""

from uuid import UUID

from wareloom.kit import clock
from wareloom.kit.errors import Conflict, NotFound
from wareloom.kit.work import Work
from wareloom.speech.cut import cut
from wareloom.speech.fetch import fetch
from wareloom.speech.hear import hear
from wareloom.speech.models import OPEN, Recording, RecordingPart
from wareloom.speech.scoring.score import score
from wareloom.speech.scoring.settle import take_mood_turn
from wareloom.speech.standing import TRIES, ended, seize

_DIED = "Its workers stopped without saying why. Try again."


def take_turn(work: Work, row_id: UUID) -> bool:
    """Counted before the work is begun, so that a worker that dies of it cannot die of it for ever."""
    part = work.session.get(RecordingPart, row_id)
    row = work.session.get(Recording, part.recording_id if part else row_id, with_for_update=True)
    if row is None:
        raise NotFound("There is no such recording.")
    if part:
        work.session.refresh(part)
    if row.status == "succeeded" and part is None:
        return take_mood_turn(work, row)
    if row.status not in OPEN or (part and part.status == "done"):
        return False
    turn = part or row
    turn.tries += 1
    turn.updated_at = row.updated_at = clock.now()
    row.started_at = row.started_at or row.updated_at
    if turn.tries > TRIES:
        row.reason = row.reason or _DIED
        ended(work, row, "failed", {"reason": row.reason})
        return False
    return True


def transcribe(work: Work, row_id: UUID) -> None:
    seize(work, row_id)
    # Read after the lock: the worker before us may have just committed.
    part = work.session.get(RecordingPart, row_id)
    if part:
        hear(work, part)
        return
    row = work.session.get(Recording, row_id)
    if row is None:
        raise NotFound("There is no such recording.")
    if row.status == "succeeded":
        score(work, row.id)
        return
    if row.status != "queued":
        raise Conflict(f"This recording is not waiting for its turn: it is {row.status}.")
    if row.tag is None:
        fetch(work, row)
    else:
        cut(work, row)
