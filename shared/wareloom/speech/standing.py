"""Where a recording stands: begun, moved on, ended, and held while it is changed."""

from uuid import UUID

from sqlalchemy import func, select

from wareloom.audit.record import record
from wareloom.kit import clock
from wareloom.kit.errors import Conflict, NotFound
from wareloom.kit.settings import StorageSettings
from wareloom.kit.work import Work
from wareloom.speech.events import RecordingEnded, RecordingProgressed, RecordingStarted
from wareloom.speech.models import OPEN, Recording

QUEUE = "transcribe_recording"
TRIES = 5
"""Of a recording or a part, whoever took its message; as many again for the moods."""


def bucket() -> str:
    return StorageSettings.from_env().raw_bucket


def enqueue(work: Work, row: Recording) -> None:
    row.status, row.reason, row.ended_at, row.retry_at, row.tries = "queued", None, None, None, 0
    row.updated_at = clock.now()
    work.announce(RecordingStarted(tenant_id=row.tenant_id, recording_id=row.id))
    work.enqueue(QUEUE, row.id)


def seize(work: Work, row_id: UUID) -> None:
    """One worker at a recording, or a part, at a time; the lock goes with its transaction."""
    free = select(func.pg_try_advisory_xact_lock(func.hashtextextended(f"speech:{row_id}", 0)))
    if not work.session.scalar(free):
        raise Conflict("Somebody else is at this one.")


def held(work: Work, recording_id: UUID) -> Recording:
    """As it is now, and nobody else's until the commit. Conflict once it has ended."""
    found = work.session.get(Recording, recording_id, with_for_update=True, populate_existing=True)
    if found is None:
        raise NotFound("There is no such recording.")
    if found.status not in OPEN:
        raise Conflict(f"This recording has ended: {found.status}.")
    return found


def progressed(work: Work, row: Recording) -> None:
    row.updated_at = clock.now()
    work.announce(RecordingProgressed(tenant_id=row.tenant_id, recording_id=row.id))


def ended(
    work: Work, row: Recording, status: str, facts: dict[str, object] | None = None, *, actor: str = "wareloom"
) -> None:
    row.status, row.retry_at = status, None
    row.ended_at = row.updated_at = clock.now()
    record(work.session, row.tenant_id, actor, f"recording.{_ACTS[status]}", f"recording:{row.id}", facts or {})
    work.announce(RecordingEnded(tenant_id=row.tenant_id, recording_id=row.id))


_ACTS = {"succeeded": "succeed", "failed": "fail", "cancelled": "cancel"}
