"""Put offers into a collection: some by their ids, or all that a search finds, in one statement however many."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import DateTime, Select, Text, Uuid, func, literal, select
from sqlalchemy.dialects.postgresql import insert

from wareloom.accounts.identity import Identity
from wareloom.kit import clock
from wareloom.kit.errors import Rejected
from wareloom.kit.work import Work
from wareloom.market.collections.choice import MOST_AT_ONCE, by_ids, by_search, finds_more, unknown
from wareloom.market.collections.models import Collection, CollectionOffer
from wareloom.market.collections.standing import held
from wareloom.market.collections.trace import leave_trace
from wareloom.market.offers import OfferSearch

MOST_HELD = 50_000
"""What one collection holds at most: its figures are worked out whenever somebody looks."""


@dataclass(frozen=True)
class Added:
    added: int
    already: int
    offers_count: int
    more: bool = False
    """The search finds more than one act adds: the first ones, in its order, were taken."""
    unknown: Sequence[UUID] = field(default_factory=tuple)
    """Ids that are no offer's; the others were added all the same."""


def add(work: Work, who: Identity, collection_id: UUID, offer_ids: Sequence[UUID], *, note: str | None = None) -> Added:
    """Adding twice is adding; what was there keeps its note."""
    asked = set(offer_ids)
    if len(asked) > MOST_AT_ONCE:
        raise Rejected(f"At most {MOST_AT_ONCE:,} offers can be added at once.")
    row = held(work, who, collection_id, to="change")
    found, added = _keep(work, who, row, by_ids(offer_ids), note)
    missing = unknown(work.session, offer_ids) if found < len(asked) else ()
    return Added(added, found - added, row.offers_count, unknown=missing)


def add_found(work: Work, who: Identity, collection_id: UUID, search: OfferSearch, *, note: str | None = None) -> Added:
    row = held(work, who, collection_id, to="change")
    if search == OfferSearch(sort=search.sort):
        raise Rejected("Say what is to be found: without a word or a condition it would be the whole market.")
    found, added = _keep(work, who, row, by_search(search), note)
    more = found == MOST_AT_ONCE and finds_more(work.session, search)
    return Added(added, found - added, row.offers_count, more=more)


def _keep(work: Work, who: Identity, row: Collection, chosen: Select[UUID], note: str | None) -> tuple[int, int]:
    """How many there are, and how many of them were not in it yet."""
    found = chosen.cte("found")
    facts = (
        literal(row.id, Uuid()),
        found.c.id,
        literal(note, Text()),
        literal(clock.now(), DateTime(timezone=True)),
        literal(who.user_id, Uuid()),
    )
    columns = ("collection_id", "offer_id", "note", "added_at", "added_by")
    kept = insert(CollectionOffer).from_select(columns, select(*facts)).on_conflict_do_nothing()
    new = kept.returning(CollectionOffer.offer_id).cte("new")
    there, added = (select(func.count()).select_from(each).scalar_subquery() for each in (found, new))
    counts = work.session.execute(select(there.label("found"), added.label("added"))).one()
    make_room(row, counts.added)
    if counts.added:
        leave_trace(work, who, row, "add", {"offers": counts.added})
    return counts.found, counts.added


def make_room(row: Collection, added: int) -> None:
    if row.offers_count + added > MOST_HELD:
        raise Rejected(f"A collection holds at most {MOST_HELD:,} offers, and this one has {row.offers_count:,}.")
    row.offers_count += added
