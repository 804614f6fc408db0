"""End an upload that nobody wants any more. Rows that were read before are kept; an import may be taken back."""

from typing import TypeVar
from uuid import UUID

from wareloom.kit.errors import Conflict
from wareloom.kit.work import Work
from wareloom.market.uploads import queries
from wareloom.market.uploads.models import WAITING, Import, SubmittedPage
from wareloom.market.uploads.upload import ended

One = TypeVar("One", Import, SubmittedPage)
_CAN_BE = (WAITING, "queued", "running")


def cancel(work: Work, what: type[One], *, tenant_id: UUID, actor: str, upload_id: UUID) -> One:
    row = queries.upload(work.session, what, tenant_id, upload_id, lock=True)
    if row.status not in _CAN_BE:
        raise Conflict(f"Only what has not ended can be cancelled; this is {row.status}.")
    ended(work, row, "cancelled", {}, actor=actor)
    return row
