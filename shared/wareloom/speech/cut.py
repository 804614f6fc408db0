"""Cut a recording into parts that lie in S3 and wait in the queue, each for whoever is free."""

from datetime import datetime

from sqlalchemy import delete

from wareloom.kit import clock, objects
from wareloom.kit.errors import NotFound, Overused, Rejected
from wareloom.kit.ids import new_id
from wareloom.kit.settings import SpeechSettings
from wareloom.kit.work import Work
from wareloom.speech import queries
from wareloom.speech.decode import decode, flac
from wareloom.speech.models import Recording, RecordingPart
from wareloom.speech.reader import Reader
from wareloom.speech.sound import is_silent, seconds
from wareloom.speech.split import Part, split
from wareloom.speech.standing import QUEUE, bucket, held, progressed
from wareloom.speech.transcribers.registry import TRANSCRIBERS, must_know

LONGEST_S = 6 * 3600
_SILENT = "There is nothing to hear in it: it is silent from beginning to end."
_GONE = "The recording's file is no longer there. Upload it again."


def cut(work: Work, row: Recording) -> None:
    """A second worker, or a second try, writes the same bytes under the same keys."""
    must_know(row.transcriber, row.language)
    tag, size = row.tag or "", row.size or 0
    file = Reader(lambda start, stop: objects.part(bucket(), row.key, start, stop, tag=tag), size)
    made, length = list[RecordingPart](), 0.0
    try:
        for part in split(decode(file)):
            length = seconds(part.start + part.length)
            if length > LONGEST_S:
                raise Rejected(f"It is longer than {LONGEST_S // 3600} hours. Cut it, and bring the pieces.")
            made.append(_kept(row, part))
    except NotFound:
        raise Rejected(_GONE) from None
    if all(part.silent for part in made):
        raise Rejected(_SILENT)
    _within_means(work, row, length)
    _enqueue(work, row, made, length)


def _kept(row: Recording, part: Part) -> RecordingPart:
    silent = is_silent(part.sound)
    if not silent:
        objects.put(bucket(), row.part_key(part.number), flac(part.sound), content_type="audio/flac")
    return RecordingPart(
        id=new_id(),
        recording_id=row.id,
        number=part.number,
        start=seconds(part.start),
        length=seconds(part.length),
        shared=seconds(part.shared),
        silent=silent,
        status="done" if silent else "queued",
        tries=0,
        updated_at=clock.now(),
    )


def _within_means(work: Work, row: Recording, length: float) -> None:
    paid = [profile.name for profile in TRANSCRIBERS.values() if profile.paid]
    if row.transcriber not in paid:
        return
    most = int(SpeechSettings.from_env().paid_minutes)
    spent = queries.seconds_since(work.session, row.tenant_id, paid, _month(clock.now()))
    if spent + length > most * 60:
        raise Overused(
            f"This workspace may have {most} minutes a month heard by transcribers that are paid, and "
            f"{spent / 60:.0f} are used up. Choose another transcriber, or wait for the next month."
        )


def _month(now: datetime) -> datetime:
    return now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)


def _enqueue(work: Work, row: Recording, made: list[RecordingPart], length: float) -> None:
    found = held(work, row.id)
    work.session.execute(delete(RecordingPart).where(RecordingPart.recording_id == found.id))
    work.session.add_all(made)
    found.status, found.seconds, found.parts_total = "running", length, len(made)
    found.parts_done = sum(part.silent for part in made)
    found.tries, found.reason, found.retry_at, found.split_at = 0, None, None, clock.now()
    for part in made:
        if not part.silent:
            work.enqueue(QUEUE, part.id)
    progressed(work, found)
