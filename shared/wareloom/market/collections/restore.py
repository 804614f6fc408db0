"""Bring an archived collection back as it was: under its name, or under another where that has been taken."""

from uuid import UUID

from wareloom.accounts.identity import Identity
from wareloom.kit.work import Work
from wareloom.market.collections.describe import rename
from wareloom.market.collections.models import Collection
from wareloom.market.collections.standing import held
from wareloom.market.collections.trace import leave_trace


def restore(work: Work, who: Identity, collection_id: UUID, *, name: str | None = None) -> Collection:
    """Restoring twice is restoring."""
    row = held(work, who, collection_id, to="decide", archived=True)
    if row.archived_at is not None:
        rename(work, row, name or row.name)
        row.archived_at = None
        leave_trace(work, who, row, "restore", {"offers": row.offers_count})
    return row
