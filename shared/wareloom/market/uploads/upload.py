"""A file's way: announced with a form to post it with, begun when its bytes are there, one nudge for each turn."""

from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar
from uuid import UUID

from sqlalchemy import func, select

from wareloom.audit.record import record
from wareloom.kit import clock, objects
from wareloom.kit.errors import Conflict, NotFound, Overused, Rejected
from wareloom.kit.objects import Form
from wareloom.kit.settings import StorageSettings
from wareloom.kit.work import Work
from wareloom.market.events import UploadEnded, UploadProgressed, UploadStarted
from wareloom.market.uploads import queries
from wareloom.market.uploads.models import OPEN, Import, SubmittedPage, Upload
from wareloom.market.uploads.queries import Uploaded, unfinished

QUEUE = "import_rows"
MOST_OPEN = 50
"""A workspace's imports, and its submitted pages, that have not ended."""
LASTS = timedelta(hours=1)
"""How long the form may be used."""
One = TypeVar("One", Import, SubmittedPage)


def announce(work: Work, row: One) -> Form:
    """Nothing is there yet but the row, and the leave to upload its file."""
    # One workspace announces one file at a time, so that two at once cannot both be the last that there is room for.
    turn = func.hashtextextended(f"upload:{row.tenant_id}", 0)
    work.session.execute(select(func.pg_advisory_xact_lock(turn)))
    if unfinished(work.session, type(row), row.tenant_id) >= MOST_OPEN:
        raise Overused(
            f"{MOST_OPEN} uploads have not ended yet. Wait for one to end, or cancel one.",
            retry_after=timedelta(minutes=1),
        )
    work.session.add(row)
    work.session.flush()
    return objects.upload_form(bucket(), row.key, most=row.size, seconds=round(LASTS.total_seconds()))


def arrived(row: Upload, most: int) -> None:
    """The file is there, is not empty, and from now on is no other."""
    try:
        there = objects.standing(bucket(), row.key)
    except NotFound:
        raise Conflict("The file has not been uploaded yet: post it with the form that came with this row.") from None
    if not 0 < there.size <= most:
        raise Rejected(f"The file has {there.size:,} bytes; there must be some, and {most:,} are the most.")
    row.size, row.tag = there.size, there.tag


def reader(row: Upload) -> Callable[[int, int], bytes]:
    """Brings parts of the file as it was when it arrived."""
    tag = row.tag or ""
    return lambda start, stop: objects.part(bucket(), row.key, start, stop, tag=tag)


def enqueue(work: Work, row: Uploaded, status: str) -> None:
    row.status, row.reason, row.ended_at, row.retry_at, row.tries = status, None, None, None, 0
    row.updated_at = clock.now()
    work.announce(UploadStarted(tenant_id=row.tenant_id, upload_id=row.id))
    work.enqueue(QUEUE, row.id)


def take_turn(work: Work, upload_id: UUID) -> Uploaded:
    """Conflict when it has ended or somebody else is at it."""
    free = select(func.pg_try_advisory_xact_lock(func.hashtextextended(f"upload:{upload_id}", 0)))
    if not work.session.scalar(free):
        raise Conflict("This upload is being worked on.")
    # Read after the lock: the worker before us may have just committed.
    row = queries.whatever(work.session, upload_id)
    if row is None:
        raise NotFound("There is no such upload.")
    if row.status not in OPEN:
        raise Conflict(f"This upload has ended: {row.status}.")
    return row


def progressed(work: Work, row: Uploaded) -> None:
    work.announce(UploadProgressed(tenant_id=row.tenant_id, upload_id=row.id))


def ended(work: Work, row: Uploaded, status: str, facts: dict[str, object], *, actor: str = "wareloom") -> None:
    row.status, row.retry_at = status, None
    row.ended_at = row.updated_at = clock.now()
    noun = noun_of(row)
    record(work.session, row.tenant_id, actor, f"{noun}.{_ACTS[status]}", f"{noun}:{row.id}", facts)
    work.announce(UploadEnded(tenant_id=row.tenant_id, upload_id=row.id))


def noun_of(row: Uploaded) -> str:
    return "import" if isinstance(row, Import) else "submitted-page"


def bucket() -> str:
    return StorageSettings.from_env().raw_bucket


_ACTS = {"succeeded": "succeed", "failed": "fail", "cancelled": "cancel", "undone": "undo"}
