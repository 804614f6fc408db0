"""The upload of a recording: where its parts go, which are there, and that it is whole."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from wareloom.audit.record import record
from wareloom.kit import clock, multipart
from wareloom.kit.errors import Conflict, NotFound, Rejected
from wareloom.kit.multipart import Arrived
from wareloom.kit.work import Work
from wareloom.speech import queries
from wareloom.speech.announce import LARGEST
from wareloom.speech.models import WAITING, Recording
from wareloom.speech.standing import bucket, enqueue

LASTS = timedelta(hours=1)
"""How long a part's address may be used; another is given for the asking."""
_GONE = "This upload was forgotten: what is not finished within two days is. Announce it again."


def part_links(work: Work, *, tenant_id: UUID, recording_id: UUID, numbers: Sequence[int]) -> list[str]:
    row, upload_id = _waiting(work, tenant_id, recording_id)
    row.updated_at = clock.now()
    most = multipart.parts_of(row.size or 0)
    if beyond := [number for number in numbers if not 1 <= number <= most]:
        raise Rejected(f"This upload has parts 1 to {most}: there is no part {beyond[0]}.")
    return multipart.links(bucket(), row.key, upload_id, numbers, seconds=round(LASTS.total_seconds()))


def parts_there(work: Work, *, tenant_id: UUID, recording_id: UUID) -> list[Arrived]:
    """From which to go on after a lost connection, or a closed window."""
    row, upload_id = _waiting(work, tenant_id, recording_id)
    try:
        return multipart.arrived(bucket(), row.key, upload_id)
    except NotFound:
        raise Conflict(_GONE) from None


def finish(work: Work, *, tenant_id: UUID, actor: str, recording_id: UUID) -> Recording:
    """All parts are there: from now on the file is no other."""
    row, upload_id = _waiting(work, tenant_id, recording_id)
    try:
        there = multipart.end(bucket(), row.key, upload_id)
    except NotFound:
        raise Conflict(_GONE) from None
    if not 0 < there.size <= LARGEST:
        raise Rejected(f"The file has {there.size:,} bytes; there must be some, and {LARGEST:,} are the most.")
    row.size, row.tag, row.upload_id = there.size, there.tag, None
    record(work.session, tenant_id, actor, "recording.finish", f"recording:{row.id}", {"size": there.size})
    enqueue(work, row)
    return row


def _waiting(work: Work, tenant_id: UUID, recording_id: UUID) -> tuple[Recording, str]:
    row = queries.recording(work.session, tenant_id, recording_id, lock=True)
    if row.status != WAITING or row.upload_id is None:
        raise Conflict(f"This recording waits for no upload: it is {row.status}.")
    return row, row.upload_id
