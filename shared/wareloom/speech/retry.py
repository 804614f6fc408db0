"""Take up a failed or cancelled recording: parts that were heard stay heard, as long as the others are still there."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import delete

from wareloom.audit.record import record
from wareloom.kit import clock, multipart
from wareloom.kit.errors import Conflict
from wareloom.kit.work import Work
from wareloom.speech import queries
from wareloom.speech.drop import drop_upload
from wareloom.speech.events import RecordingStarted
from wareloom.speech.models import ENDED_EARLY, Recording, RecordingPart
from wareloom.speech.standing import QUEUE, bucket, enqueue
from wareloom.speech.transcribers.registry import must_know

_CUT_LASTS = timedelta(days=6)
"""A day less than S3 keeps what was cut."""


def retry(work: Work, *, tenant_id: UUID, actor: str, recording_id: UUID, transcriber: str | None = None) -> Recording:
    """By another transcriber, if one is named: then all of it is heard again."""
    row = queries.recording(work.session, tenant_id, recording_id, lock=True)
    if row.status not in ENDED_EARLY:
        raise Conflict(f"Only what has failed or was cancelled can be taken up again; this is {row.status}.")
    if row.tag is None and row.source_url is None:
        raise Conflict("There is no file to read: bring it again.")
    by = transcriber or row.transcriber
    must_know(by, row.language)
    record(work.session, tenant_id, actor, "recording.retry", f"recording:{row.id}", {"transcriber": by})
    anew = by != row.transcriber or row.split_at is None or row.split_at < clock.now() - _CUT_LASTS
    row.transcriber = by
    if anew:
        _begin_anew(work, row)
    else:
        _go_on(work, row)
    return row


def _begin_anew(work: Work, row: Recording) -> None:
    work.session.execute(delete(RecordingPart).where(RecordingPart.recording_id == row.id))
    row.parts_total, row.parts_done, row.split_at = None, 0, None
    if row.tag is None:  # it was not brought whole: what there is of it may have been forgotten, or be of another file
        drop_upload(row)
        row.upload_id, row.size = multipart.begin(bucket(), row.key), None
    enqueue(work, row)


def _go_on(work: Work, row: Recording) -> None:
    row.status, row.reason, row.ended_at, row.retry_at = "running", None, None, None
    row.updated_at = clock.now()
    for part in queries.parts(work.session, row.id):
        if part.status != "done":
            part.tries = 0
            work.enqueue(QUEUE, part.id)
    work.announce(RecordingStarted(tenant_id=row.tenant_id, recording_id=row.id))
