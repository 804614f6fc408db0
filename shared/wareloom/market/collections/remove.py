"""Take offers out of a collection. What was taken out together can be put back together, with its notes."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from uuid import UUID

from sqlalchemy import DateTime, Integer, Select, Uuid, delete, func, literal, select
from sqlalchemy.dialects.postgresql import insert

from wareloom.accounts.identity import Identity
from wareloom.kit import clock
from wareloom.kit.errors import Rejected
from wareloom.kit.ids import new_id
from wareloom.kit.work import Work
from wareloom.market.collections.choice import MOST_AT_ONCE, by_ids, by_search, finds_more
from wareloom.market.collections.models import Collection, CollectionOffer, CollectionRemoval
from wareloom.market.collections.standing import held
from wareloom.market.collections.trace import leave_trace
from wareloom.market.offers import OfferSearch

KEPT = timedelta(days=30)
"""How long a removal can be undone."""


@dataclass(frozen=True)
class Removed:
    removed: int
    offers_count: int
    removal_id: UUID | None
    """None where nothing was taken out, so that there is nothing to put back."""
    more: bool = False
    missing: Sequence[UUID] = field(default_factory=tuple)
    """Ids that were not in it."""


def remove(work: Work, who: Identity, collection_id: UUID, offer_ids: Sequence[UUID]) -> Removed:
    if len(set(offer_ids)) > MOST_AT_ONCE:
        raise Rejected(f"At most {MOST_AT_ONCE:,} offers can be removed at once.")
    row = held(work, who, collection_id, to="change")
    gone = _take_out(work, who, row, by_ids(offer_ids))
    if gone.removed == len(set(offer_ids)):
        return gone
    taken = _taken(work, gone.removal_id)
    return replace(gone, missing=[one for one in dict.fromkeys(offer_ids) if one not in taken])


def remove_found(work: Work, who: Identity, collection_id: UUID, search: OfferSearch) -> Removed:
    row = held(work, who, collection_id, to="change")
    of_it = replace(search, collection=row.id)
    gone = _take_out(work, who, row, by_search(of_it))
    # What is gone is found no more, so whatever is found now is what was left.
    more = gone.removed == MOST_AT_ONCE and finds_more(work.session, of_it, skipped=0)
    return replace(gone, more=more)


def _take_out(work: Work, who: Identity, row: Collection, chosen: Select[UUID]) -> Removed:
    found = chosen.cte("found")
    removal_id, now = new_id(), clock.now()
    here = (CollectionOffer.collection_id == row.id) & CollectionOffer.offer_id.in_(select(found.c.id))
    columns = [getattr(CollectionOffer, name).label(name) for name in ("offer_id", "note", "added_at", "added_by")]
    gone = delete(CollectionOffer).where(here).returning(*columns).cte("gone")
    document = func.jsonb_agg(func.to_jsonb(gone.table_valued()))
    facts = (literal(removal_id, Uuid()), literal(row.id, Uuid()), document, literal(who.user_id, Uuid()),
             literal(now, DateTime(timezone=True)))  # fmt: skip
    kept = insert(CollectionRemoval).from_select(
        ("id", "collection_id", "offers", "removed_by", "removed_at"), select(*facts).having(func.count() > 0)
    )
    how_many = func.jsonb_array_length(CollectionRemoval.offers, type_=Integer())
    removed = work.session.scalar(kept.add_cte(gone).returning(how_many)) or 0
    if not removed:
        return Removed(0, row.offers_count, None)
    row.offers_count -= removed
    _forget_old(work, row)
    leave_trace(work, who, row, "remove", {"offers": removed, "removal": str(removal_id)})
    return Removed(removed, row.offers_count, removal_id)


def _forget_old(work: Work, row: Collection) -> None:
    old = CollectionRemoval.removed_at < clock.now() - KEPT
    work.session.execute(delete(CollectionRemoval).where(CollectionRemoval.collection_id == row.id, old))


def _taken(work: Work, removal_id: UUID | None) -> set[UUID]:
    offers = work.session.scalar(select(CollectionRemoval.offers).where(CollectionRemoval.id == removal_id))
    return {UUID(one["offer_id"]) for one in offers or ()}
