"""End a recording that nobody wants heard any more. A worker that is at it finds out when it is done."""

from uuid import UUID

from wareloom.kit.errors import Conflict
from wareloom.kit.work import Work
from wareloom.speech import queries
from wareloom.speech.drop import drop_upload
from wareloom.speech.models import OPEN, WAITING, Recording
from wareloom.speech.standing import ended


def cancel(work: Work, *, tenant_id: UUID, actor: str, recording_id: UUID) -> Recording:
    row = queries.recording(work.session, tenant_id, recording_id, lock=True)
    if row.status not in (WAITING, *OPEN):
        raise Conflict(f"Only what has not ended can be cancelled; this is {row.status}.")
    if row.status == WAITING:
        drop_upload(row)
    ended(work, row, "cancelled", actor=actor)
    return row
