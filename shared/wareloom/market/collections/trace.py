"""What every act on a collection leaves behind: an entry in the trail, and a word to the open screens."""

from typing import Any

from wareloom.accounts.identity import Identity
from wareloom.audit.record import record
from wareloom.kit import clock
from wareloom.kit.work import Work
from wareloom.market.collections.events import CollectionChanged
from wareloom.market.collections.models import Collection


def leave_trace(work: Work, who: Identity, row: Collection, act: str, facts: dict[str, Any] | None = None) -> None:
    """Counts and ids alone: everybody reads the trail, and some names and notes are not for everybody."""
    row.updated_at = clock.now()
    record(work.session, who.tenant_id, who.actor, f"collection.{act}", f"collection:{row.id}", facts)
    work.announce(CollectionChanged(tenant_id=who.tenant_id, collection_id=row.id))
