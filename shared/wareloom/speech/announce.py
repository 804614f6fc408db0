"""Announce a recording: one that is going to be uploaded part by part, or one that lies at an address."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select

from wareloom.audit.record import record
from wareloom.kit import clock, multipart
from wareloom.kit.errors import Conflict, Overused, Rejected
from wareloom.kit.http.place import read_place
from wareloom.kit.ids import made_at, new_id
from wareloom.kit.settings import SpeechSettings
from wareloom.kit.work import Work
from wareloom.speech.events import RecordingAnnounced
from wareloom.speech.models import WAITING, Recording
from wareloom.speech.queries import unfinished
from wareloom.speech.standing import bucket, enqueue
from wareloom.speech.transcribers.registry import must_know

LARGEST = 2 * 1024**3
APART = timedelta(days=1)
"""How wrong a clock may go that makes an id: recordings are listed by them."""
MOST_OPEN = 50
"""A workspace's recordings that have not ended."""


@dataclass(frozen=True)
class Wanted:
    """Nothing said is for the settings, or the transcriber, to find out."""

    name: str
    transcriber: str | None = None
    language: str | None = None


def announce_upload(
    work: Work, *, tenant_id: UUID, actor: str, wanted: Wanted, size: int, chosen: UUID | None = None
) -> Recording:
    """Whoever chose the id may have lost the answer, and asks again: what was announced is told again."""
    if not 0 < size <= LARGEST:
        raise Rejected("A recording has at least one byte and at most 2 GB. Compress a larger one, or cut it.")
    if chosen is not None and (known := _known(work, tenant_id, chosen, wanted, size)):
        return known
    row = _row(work, tenant_id, actor, wanted)
    row.id = chosen or row.id
    row.size, row.upload_id = size, multipart.begin(bucket(), row.key)
    _keep(work, row, actor, {"size": size})
    work.announce(RecordingAnnounced(tenant_id=tenant_id, recording_id=row.id))
    return row


def announce_address(work: Work, *, tenant_id: UUID, actor: str, wanted: Wanted, url: str) -> Recording:
    address = read_place(url).url
    row = _row(work, tenant_id, actor, wanted)
    row.source_url, row.upload_id = address, multipart.begin(bucket(), row.key)
    _keep(work, row, actor, {"url": address})
    enqueue(work, row)
    return row


def _known(work: Work, tenant_id: UUID, chosen: UUID, wanted: Wanted, size: int) -> Recording | None:
    if abs(made_at(chosen) - clock.now()) > APART:
        raise Rejected("This id was made on another day. Make a new one, and see that the clock is right.")
    # Whoever asks twice at once is told of one recording.
    work.session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"recording:{chosen}", 0))))
    row = work.session.get(Recording, chosen)
    if row is None:
        return None
    same = (tenant_id, wanted.name, size, WAITING) == (row.tenant_id, row.name, row.size, row.status)
    if not same or row.upload_id is None:
        raise Conflict("Another recording has this id. Make a new one.")
    return row


def _row(work: Work, tenant_id: UUID, actor: str, wanted: Wanted) -> Recording:
    by = wanted.transcriber or SpeechSettings.from_env().transcriber
    must_know(by, wanted.language)
    # One workspace announces one recording at a time, so that two at once cannot both be the last there is room for.
    turn = func.hashtextextended(f"recordings:{tenant_id}", 0)
    work.session.execute(select(func.pg_advisory_xact_lock(turn)))
    if unfinished(work.session, tenant_id) >= MOST_OPEN:
        raise Overused(
            f"{MOST_OPEN} recordings have not ended yet. Wait for one to end, or cancel one.",
            retry_after=timedelta(minutes=1),
        )
    now = clock.now()
    return Recording(
        id=new_id(),
        tenant_id=tenant_id,
        name=wanted.name,
        brought_by=actor,
        transcriber=by,
        language=wanted.language,
        status=WAITING,
        tries=0,
        parts_done=0,
        created_at=now,
        updated_at=now,
    )


def _keep(work: Work, row: Recording, actor: str, facts: dict[str, object]) -> None:
    work.session.add(row)
    work.session.flush()
    told = {"name": row.name, "transcriber": row.transcriber, **facts}
    record(work.session, row.tenant_id, actor, "recording.announce", f"recording:{row.id}", told)
