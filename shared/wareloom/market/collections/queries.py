"""Reads of collections: those that somebody sees, whom they are shared with, and which of them hold an offer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, select, tuple_
from sqlalchemy.orm import InstrumentedAttribute, Session

from wareloom.accounts.identity import Identity
from wareloom.accounts.models import User
from wareloom.kit.errors import NotFound, Rejected
from wareloom.kit.paging import Page, cut, read_cursor, write_cursor
from wareloom.market.collections.figures import Figures, figures
from wareloom.market.collections.models import Collection, CollectionOffer, CollectionShare
from wareloom.market.collections.standing import May, may, seen, visible
from wareloom.market.models import Offer

_HOLDING = "holding"


@dataclass(frozen=True)
class Told:
    """A collection as one person sees it."""

    row: Collection
    maker_name: str
    maker_left: bool
    may: May
    figures: Figures


@dataclass(frozen=True)
class Holding:
    """A collection that holds an offer, and what is written beside it there."""

    id: UUID
    name: str
    may: May
    note: str | None
    added_at: datetime
    added_by: UUID


@dataclass(frozen=True)
class Sharing:
    member_id: UUID
    name: str
    email: str
    may: str
    shared_by: UUID
    shared_at: datetime


@dataclass(frozen=True)
class _Sort:
    column: InstrumentedAttribute[Any]
    read: Callable[[str], Any]
    descending: bool


SORTS: dict[str, _Sort] = {
    "name": _Sort(Collection.key, str, descending=False),
    "-updated_at": _Sort(Collection.updated_at, datetime.fromisoformat, descending=True),
    "-created_at": _Sort(Collection.created_at, datetime.fromisoformat, descending=True),
    "-offers_count": _Sort(Collection.offers_count, int, descending=True),
}


def collections(
    session: Session,
    who: Identity,
    *,
    query: str | None = None,
    archived: bool = False,
    mine: bool = False,
    sort: str = "name",
    cursor: str | None = None,
    limit: int,
) -> Page[Told]:
    order = SORTS.get(sort)
    if order is None:
        raise Rejected(f"Collections cannot be sorted by “{sort[:40]}”. Known: {', '.join(SORTS)}.")
    put_away = Collection.archived_at.is_not(None) if archived else Collection.archived_at.is_(None)
    found = visible(who).where(put_away).limit(limit + 1)
    for word in (query or "").split():
        found = found.where((Collection.name + " " + Collection.description).icontains(word, autoescape=True))
    if mine:
        found = found.where(Collection.maker_id == who.user_id)
    if cursor:
        here, there = tuple_(order.column, Collection.id), tuple_(*read_cursor(cursor, sort, order.read, UUID))
        found = found.where(here < there if order.descending else here > there)
    by = (part.desc() if order.descending else part.asc() for part in (order.column, Collection.id))
    page = cut(session.execute(found.order_by(*by)).all(), limit, lambda row: _cursor(sort, order, row.Collection))
    return Page(_told(session, who, page.items), page.next_cursor)


def collection(session: Session, who: Identity, collection_id: UUID) -> Told:
    rows = session.execute(visible(who).where(Collection.id == collection_id)).all()
    if not rows:
        raise NotFound("There is no such collection in this workspace.")
    return _told(session, who, rows)[0]


def shares(session: Session, who: Identity, collection_id: UUID) -> list[Sharing]:
    """Whoever sees the collection sees who else does."""
    row = seen(session, who, collection_id)
    query = (
        select(
            User.id, User.name, User.email, CollectionShare.may, CollectionShare.shared_by, CollectionShare.shared_at
        )
        .join(CollectionShare, CollectionShare.user_id == User.id)
        .where(CollectionShare.collection_id == row.id)
        .order_by(CollectionShare.shared_at, User.id)
    )
    return [Sharing(*one) for one in session.execute(query)]


def holding(session: Session, who: Identity, offer_id: UUID, *, cursor: str | None, limit: int) -> Page[Holding]:
    """Which of the collections that they see hold this offer, by name; what is archived is left out."""
    if session.scalar(select(Offer.id).where(Offer.id == offer_id)) is None:
        raise NotFound("There is no such offer.")
    query: Select[*tuple[Any, ...]] = (
        visible(who)
        .add_columns(CollectionOffer.note, CollectionOffer.added_at, CollectionOffer.added_by)
        .join(CollectionOffer, CollectionOffer.collection_id == Collection.id)
        .where(CollectionOffer.offer_id == offer_id, Collection.archived_at.is_(None))
        .order_by(Collection.key, Collection.id)
        .limit(limit + 1)
    )
    if cursor:
        there = tuple_(*read_cursor(cursor, _HOLDING, str, UUID))
        query = query.where(tuple_(Collection.key, Collection.id) > there)
    page = cut(session.execute(query).all(), limit, lambda row: _cursor(_HOLDING, SORTS["name"], row.Collection))
    return Page([_held(who, row) for row in page.items], page.next_cursor)


def _held(who: Identity, row: Row[*tuple[Any, ...]]) -> Holding:
    one: Collection = row.Collection
    return Holding(one.id, one.name, may(who, one.maker_id, row.shared), row.note, row.added_at, row.added_by)


def _told(session: Session, who: Identity, rows: Sequence[Row[*tuple[Any, ...]]]) -> list[Told]:
    known = figures(session, [row.Collection.id for row in rows])
    return [
        Told(
            row.Collection,
            row.maker_name,
            row.maker_left,
            may(who, row.Collection.maker_id, row.shared),
            known[row.Collection.id],
        )
        for row in rows
    ]


def _cursor(order: str, sort: _Sort, row: Collection) -> str:
    value = getattr(row, sort.column.key)
    return write_cursor(order, value.isoformat() if isinstance(value, datetime) else str(value), str(row.id))
