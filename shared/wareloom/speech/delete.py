"""Delete a recording that has ended: its rows, what is said in it, and its bytes."""

from uuid import UUID

from wareloom.audit.record import record
from wareloom.kit.errors import Conflict
from wareloom.kit.work import Work
from wareloom.speech import queries
from wareloom.speech.drop import drop_bytes
from wareloom.speech.events import RecordingDeleted
from wareloom.speech.models import OPEN


def delete(work: Work, *, tenant_id: UUID, actor: str, recording_id: UUID) -> None:
    row = queries.recording(work.session, tenant_id, recording_id, lock=True)
    if row.status in OPEN:
        raise Conflict("This recording is being worked on. Cancel it first.")
    drop_bytes(row, list(queries.parts(work.session, row.id)))
    work.session.delete(row)
    record(work.session, tenant_id, actor, "recording.delete", f"recording:{row.id}", {"name": row.name})
    work.announce(RecordingDeleted(tenant_id=tenant_id, recording_id=row.id))
