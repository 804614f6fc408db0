"""Put a collection away. Nothing in it is lost, and its name is free for another."""

from uuid import UUID

from wareloom.accounts.identity import Identity
from wareloom.kit import clock
from wareloom.kit.work import Work
from wareloom.market.collections.models import Collection
from wareloom.market.collections.standing import held
from wareloom.market.collections.trace import leave_trace


def archive(work: Work, who: Identity, collection_id: UUID) -> Collection:
    """Archiving twice is archiving."""
    row = held(work, who, collection_id, to="decide", archived=True)
    if row.archived_at is None:
        row.archived_at = clock.now()
        leave_trace(work, who, row, "archive", {"offers": row.offers_count})
    return row
