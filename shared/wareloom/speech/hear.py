"""Hear one part of a recording; who hears the last one puts all of them together."""

from collections import Counter
from uuid import UUID

from sqlalchemy import delete

from wareloom.kit import clock, objects
from wareloom.kit.errors import Conflict, NotFound, Rejected
from wareloom.kit.settings import AiSettings, SpeechSettings
from wareloom.kit.work import Work
from wareloom.speech import queries
from wareloom.speech.decode import whole
from wareloom.speech.join import Spoken, join
from wareloom.speech.models import Recording, RecordingPart, TranscriptSegment
from wareloom.speech.standing import QUEUE, bucket, ended, held, progressed
from wareloom.speech.transcribers.listeners import transcriber
from wareloom.speech.transcript import Heard, Segment

NO_WORDS = "No words were heard in it."
_GONE = "What was cut from this recording is no longer there. Try again: it will be cut anew."


def hear(work: Work, part: RecordingPart) -> None:
    row = work.session.get(Recording, part.recording_id)
    if row is None or row.status != "running" or part.status == "done":
        raise Conflict("This part is done with.")
    by = transcriber(row.transcriber, SpeechSettings.from_env(), AiSettings.from_env())
    try:
        sound = whole(objects.get(bucket(), row.part_key(part.number)))
    except NotFound:
        raise Rejected(_GONE) from None
    _keep(work, row.id, part.id, by.hear(sound, row.language))


def _keep(work: Work, recording_id: UUID, part_id: UUID, heard: Heard) -> None:
    # The recording first: of two who end their parts at once the second sees that the first has.
    row = held(work, recording_id)
    part = work.session.get(RecordingPart, part_id, populate_existing=True)
    if part is None or part.status == "done":
        raise Conflict("This part was heard meanwhile.")
    part.status, part.heard, part.updated_at = "done", heard.model_dump(), clock.now()
    row.reason = row.retry_at = None
    work.session.flush()
    parts = queries.parts(work.session, row.id)
    row.parts_done = sum(one.status == "done" for one in parts)
    if row.parts_done < len(parts):
        progressed(work, row)
        return
    heard_parts = [
        Spoken(one.start, one.shared, Heard.model_validate(one.heard) if one.heard else Heard(by="")) for one in parts
    ]
    segments = join(heard_parts)
    _write(work, row, segments)
    told = [one.heard for one in heard_parts if one.heard.by]
    row.heard_by = told[0].by
    languages = Counter(one.language for one in told if one.language and one.segments)
    row.heard_language = languages.most_common(1)[0][0] if languages else None
    row.reason, row.tries = None if segments else NO_WORDS, 0
    ended(work, row, "succeeded", {"segments": len(segments), "by": row.heard_by, "seconds": row.seconds})
    if segments:
        work.enqueue(QUEUE, row.id)  # how it feels is a turn of its own: nobody waits for it to read what is said


def _write(work: Work, row: Recording, segments: list[Segment]) -> None:
    work.session.execute(delete(TranscriptSegment).where(TranscriptSegment.recording_id == row.id))
    work.session.add_all(
        TranscriptSegment(
            recording_id=row.id,
            number=number,
            start=round(one.start, 3),
            end=round(max(one.start, one.end), 3),
            text=one.text.replace("\x00", ""),
            language=one.language,
            confidence=one.confidence,
            words=[word.model_dump() for word in one.words],
        )
        for number, one in enumerate(segments)
    )
