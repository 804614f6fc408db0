"""Read the moods of what is said in a recording: some hundred segments a turn, and another turn while any is left.

A segment without a mood has not been read in the words that it has now. The recording's row is held, as it is by who
puts words right: a segment is read once by a model, however many messages there are, and never in words it no longer
has.
"""

from typing import TYPE_CHECKING
from uuid import UUID

from wareloom.kit.errors import Conflict, NotFound, Rejected, Unavailable
from wareloom.kit.work import Work
from wareloom.speech import queries
from wareloom.speech.events import TranscriptRead
from wareloom.speech.models import Recording
from wareloom.speech.standing import QUEUE

if TYPE_CHECKING:
    from wareloom.kit.mood.classifier import Classifier

TOGETHER = 400
"""Segments that a turn reads: about a second's work, in which nobody else may put their words right."""


def score(work: Work, recording_id: UUID) -> None:
    from wareloom.kit.mood.read import read_moods

    by = _reader()
    row = work.session.get(Recording, recording_id, with_for_update=True, populate_existing=True)
    if row is None:
        raise NotFound("There is no such recording.")
    waiting = queries.unread(work.session, row.id, limit=TOGETHER)
    if not waiting:
        raise Conflict("How it feels was read meanwhile.")
    moods = read_moods([one.shown for one in waiting], by, [one.language for one in waiting])
    for segment, mood in zip(waiting, moods, strict=True):
        segment.mood = mood.model_dump(mode="json")
    row.tries, row.reason = 0, None
    work.announce(TranscriptRead(tenant_id=row.tenant_id, recording_id=row.id))
    if len(waiting) == TOGETHER:
        work.enqueue(QUEUE, row.id)


def _reader() -> "Classifier":
    """A model that is not there is no recording's fault: it is asked for again."""
    from wareloom.kit.mood.classifier import classifier
    from wareloom.kit.mood.shipped import chosen

    try:
        return classifier(chosen())
    except (NotFound, Rejected) as missing:
        raise Unavailable(missing.reason) from missing
