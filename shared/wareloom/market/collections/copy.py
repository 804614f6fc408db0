"""Make a collection out of another, with its offers and notes: for oneself, and to be changed without asking."""

from uuid import UUID

from sqlalchemy import Uuid, literal, select
from sqlalchemy.dialects.postgresql import insert

from wareloom.accounts.identity import Identity
from wareloom.kit.work import Work
from wareloom.market.collections.create import begun
from wareloom.market.collections.models import Collection, CollectionOffer
from wareloom.market.collections.standing import seen
from wareloom.market.collections.trace import leave_trace


def copy(work: Work, who: Identity, collection_id: UUID, *, name: str) -> Collection:
    """Whoever sees it may. The copy is seen by nobody else, whoever saw the first: that is said anew."""
    first = seen(work.session, who, collection_id)
    row = begun(work, who, name=name, description=first.description, visibility="maker")
    kept = (CollectionOffer.offer_id, CollectionOffer.note, CollectionOffer.added_at, CollectionOffer.added_by)
    held = select(literal(row.id, Uuid()), *kept).where(CollectionOffer.collection_id == first.id)
    columns = ("collection_id", "offer_id", "note", "added_at", "added_by")
    made = insert(CollectionOffer).from_select(columns, held).returning(CollectionOffer.offer_id)
    row.offers_count = len(work.session.scalars(made).all())
    leave_trace(work, who, row, "copy", {"of": f"collection:{first.id}", "offers": row.offers_count})
    return row
