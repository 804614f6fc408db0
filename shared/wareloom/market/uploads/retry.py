"""Take up a failed or cancelled upload where it stopped."""

from typing import TypeVar
from uuid import UUID

from wareloom.audit.record import record
from wareloom.kit.errors import Conflict
from wareloom.kit.work import Work
from wareloom.market.uploads import queries
from wareloom.market.uploads.models import ENDED_EARLY, Import, SubmittedPage
from wareloom.market.uploads.upload import enqueue, noun_of

One = TypeVar("One", Import, SubmittedPage)


def retry(work: Work, what: type[One], *, tenant_id: UUID, actor: str, upload_id: UUID) -> One:
    row = queries.upload(work.session, what, tenant_id, upload_id, lock=True)
    if row.status not in ENDED_EARLY:
        raise Conflict(f"Only what has failed or was cancelled can be taken up again; this is {row.status}.")
    if row.tag is None:
        raise Conflict("There is no file to read on from: make a new one.")
    record(work.session, tenant_id, actor, f"{noun_of(row)}.retry", f"{noun_of(row)}:{row.id}", {})
    enqueue(work, row, "queued")
    return row
