"""Put the words of a segment right. What was heard stays beside it, and comes back when that is taken back."""

from uuid import UUID

from sqlalchemy import select

from wareloom.audit.record import record
from wareloom.kit import clock
from wareloom.kit.errors import Conflict, NotFound
from wareloom.kit.work import Work
from wareloom.speech import queries
from wareloom.speech.events import TranscriptEdited
from wareloom.speech.models import TranscriptSegment
from wareloom.speech.standing import QUEUE


def edit(
    work: Work, *, tenant_id: UUID, actor: str, recording_id: UUID, number: int, text: str | None
) -> TranscriptSegment:
    """None takes the correction back. Empty is a correction too: nobody said that."""
    row = queries.recording(work.session, tenant_id, recording_id, lock=True)
    if row.status != "succeeded":
        raise Conflict(f"Only a finished transcript can be put right; this recording is {row.status}.")
    own = (TranscriptSegment.recording_id == row.id, TranscriptSegment.number == number)
    segment = work.session.scalar(select(TranscriptSegment).where(*own).with_for_update())
    if segment is None:
        raise NotFound("There is no such segment in this recording.")
    before = segment.shown
    segment.edited_text = text
    segment.edited_by = None if text is None else actor
    segment.edited_at = None if text is None else clock.now()
    segment.mood, row.tries = None, 0
    work.enqueue(QUEUE, row.id)
    facts = {"segment": number, "before": before, "after": segment.shown}
    record(work.session, tenant_id, actor, "recording.edit", f"recording:{row.id}", facts)
    work.announce(TranscriptEdited(tenant_id=tenant_id, recording_id=row.id))
    return segment
