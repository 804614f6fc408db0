"""Undo a removal: its offers come back where they were, with the notes that they had."""

from uuid import UUID

from sqlalchemy import select, text

from wareloom.accounts.identity import Identity
from wareloom.kit import clock
from wareloom.kit.errors import Conflict, NotFound
from wareloom.kit.work import Work
from wareloom.market.collections.add import Added, make_room
from wareloom.market.collections.models import CollectionRemoval
from wareloom.market.collections.standing import held
from wareloom.market.collections.trace import leave_trace

_PUT_BACK = text("""
    INSERT INTO market_collection_offers (collection_id, offer_id, note, added_at, added_by)
    SELECT collection_id, offer_id, note, added_at, added_by FROM market_collection_removals,
        jsonb_to_recordset(offers) AS taken (offer_id uuid, note text, added_at timestamptz, added_by uuid)
    WHERE id = :removal_id
    ON CONFLICT (collection_id, offer_id) DO NOTHING RETURNING offer_id
""")


def put_back(work: Work, who: Identity, collection_id: UUID, removal_id: UUID) -> Added:
    """What was added again meanwhile stays as it is now."""
    row = held(work, who, collection_id, to="change")
    query = select(CollectionRemoval).where(
        CollectionRemoval.id == removal_id, CollectionRemoval.collection_id == row.id
    )
    removal = work.session.scalar(query)
    if removal is None:
        raise NotFound("There is no such removal: it was too long ago, or of another collection.")
    if removal.undone_at is not None:
        raise Conflict("These offers have been put back already.")
    removal.undone_at = clock.now()
    added = len(work.session.execute(_PUT_BACK, {"removal_id": removal_id}).all())
    make_room(row, added)
    leave_trace(work, who, row, "put_back", {"offers": added, "removal": str(removal_id)})
    return Added(added, len(removal.offers) - added, row.offers_count)
