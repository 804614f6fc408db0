"""Write beside an offer why it is in a collection."""

from uuid import UUID

from sqlalchemy import select

from wareloom.accounts.identity import Identity
from wareloom.kit.errors import NotFound
from wareloom.kit.work import Work
from wareloom.market.collections.models import CollectionOffer
from wareloom.market.collections.standing import held
from wareloom.market.collections.trace import leave_trace


def note(work: Work, who: Identity, collection_id: UUID, offer_id: UUID, written: str | None) -> CollectionOffer:
    """No note is None; an empty one is none."""
    row = held(work, who, collection_id, to="change")
    query = select(CollectionOffer).where(CollectionOffer.collection_id == row.id, CollectionOffer.offer_id == offer_id)
    kept = work.session.scalar(query)
    if kept is None:
        raise NotFound("This offer is not in the collection.")
    if kept.note != (written or None):
        kept.note = written or None
        leave_trace(work, who, row, "note", {"offer": str(offer_id)})
    return kept
