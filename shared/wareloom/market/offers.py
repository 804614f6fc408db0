"""Find offers: by words, by what they cost and how they are liked, in a stable order, page by page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from operator import eq, ge, le
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Integer, Row, Select, Text, bindparam, func, select, text, tuple_
from sqlalchemy.orm import InstrumentedAttribute, Session

from wareloom.kit.errors import NotFound, Rejected
from wareloom.kit.paging import Page, cut, read_cursor, write_cursor
from wareloom.market.collections.models import CollectionOffer
from wareloom.market.history import shown_in
from wareloom.market.models import Offer, Sighting


@dataclass(frozen=True)
class OfferSearch:
    query: str | None = None
    marketplace: str | None = None
    seller: str | None = None
    category: str | None = None
    currency: str | None = None
    availability: str | None = None
    sponsored: bool | None = None
    min_price: Decimal | None = None
    max_price: Decimal | None = None
    min_price_usd: Decimal | None = None
    max_price_usd: Decimal | None = None
    min_rating: Decimal | None = None
    min_reviews: int | None = None
    collection: UUID | None = None
    """Of this collection alone. Whether whoever asks may see it is for them who know who asks."""
    sort: str = "-last_seen_at"


AnySelect = TypeVar("AnySelect", bound=Select[*tuple[Any, ...]])
Listed = Row[*tuple[Any, ...]]
"""A row of the columns below, read by name."""

LISTED = (
    Offer.id,
    Offer.marketplace,
    Offer.external_id,
    Offer.title,
    Offer.price,
    Offer.list_price,
    Offer.currency,
    Offer.price_usd,
    Offer.rating,
    Offer.reviews_count,
    Offer.availability,
    Offer.rank,
    Offer.stock,
    Offer.sponsored,
    Offer.image_url,
    Offer.product_url,
    Offer.seller,
    Offer.category,
    Offer.tags,
    Offer.first_seen_at,
    Offer.last_seen_at,
)
COLLECTED = (CollectionOffer.note, CollectionOffer.added_at, CollectionOffer.added_by)
"""What stands beside an offer of a collection."""


_SIGHTED = (
    Sighting.seen_at,
    Sighting.price,
    Sighting.list_price,
    Sighting.currency,
    Sighting.rating,
    Sighting.reviews_count,
    Sighting.availability,
    Sighting.rank,
    Sighting.stock,
    Sighting.previous_at,
    Sighting.task_id,
    Sighting.page_id,
)


@dataclass(frozen=True)
class _Sort:
    """How to sort by one column. The key is never null, so that a page is one range of an index."""

    column: str
    key: ColumnElement[Any]
    read: Callable[[str], Any]
    descending: bool
    missing: str = ""
    then: ColumnElement[Any] = Offer.id.expression
    """What decides between equals."""

    def spelled(self, row: Listed) -> str:
        value = getattr(row, self.column)
        if value is None:
            return self.missing
        return value.isoformat() if isinstance(value, datetime) else str(value)


def _known(column: InstrumentedAttribute[Any], missing: str, kind: str) -> ColumnElement[Any]:
    """Written as the index has it: a bound parameter would not match."""
    return func.coalesce(column, text(f"'{missing}'::{kind}"))


SORTS: dict[str, _Sort] = {
    "-last_seen_at": _Sort("last_seen_at", Offer.last_seen_at.expression, datetime.fromisoformat, descending=True),
    "-first_seen_at": _Sort("first_seen_at", Offer.first_seen_at.expression, datetime.fromisoformat, descending=True),
    "price": _Sort("price", _known(Offer.price, "Infinity", "numeric"), Decimal, descending=False, missing="Infinity"),
    "-price": _Sort("price", _known(Offer.price, "-1", "numeric"), Decimal, descending=True, missing="-1"),
    "price_usd": _Sort(
        "price_usd", _known(Offer.price_usd, "Infinity", "numeric"), Decimal, descending=False, missing="Infinity"
    ),
    "-price_usd": _Sort("price_usd", _known(Offer.price_usd, "-1", "numeric"), Decimal, descending=True, missing="-1"),
    "-rating": _Sort("rating", _known(Offer.rating, "-1", "numeric"), Decimal, descending=True, missing="-1"),
    "-reviews_count": _Sort(
        "reviews_count", _known(Offer.reviews_count, "-1", "bigint"), int, descending=True, missing="-1"
    ),
}
_OF_A_COLLECTION = SORTS | {
    "-added_at": _Sort(
        "added_at",
        CollectionOffer.added_at.expression,
        datetime.fromisoformat,
        descending=True,
        then=CollectionOffer.offer_id.expression,
    )
}


_RULES: dict[str, tuple[InstrumentedAttribute[Any], Callable[[Any, Any], Any]]] = {
    "marketplace": (Offer.marketplace, eq),
    "seller": (Offer.seller, eq),
    "category": (Offer.category, eq),
    "currency": (Offer.currency, eq),
    "availability": (Offer.availability, eq),
    "sponsored": (Offer.sponsored, eq),
    "min_price": (Offer.price, ge),
    "max_price": (Offer.price, le),
    "min_price_usd": (Offer.price_usd, ge),
    "max_price_usd": (Offer.price_usd, le),
    "min_rating": (Offer.rating, ge),
    "min_reviews": (Offer.reviews_count, ge),
    "collection": (CollectionOffer.collection_id, eq),
}


def find_offers(session: Session, search: OfferSearch, *, cursor: str | None, limit: int) -> Page[Listed]:
    """Of a collection with what stands beside each offer there."""
    sort, given = _asked(search)
    values = {**given, "most": limit + 1}
    if cursor:
        values["last_key"], values["last_id"] = read_cursor(cursor, search.sort, sort.read, UUID)
    rows = session.execute(_listing(search.sort, tuple(given), after=bool(cursor)), values).all()
    return cut(rows, limit, lambda row: write_cursor(search.sort, sort.spelled(row), str(row.id)))


def matching(search: OfferSearch, *, most: int, skipped: int = 0) -> Select[UUID]:
    """The ids of the first so many, to be a part of another statement."""
    _, given = _asked(search)
    query = _listing(search.sort, tuple(given), after=False).with_only_columns(Offer.id)
    return query.offset(skipped).params(**given, most=most)


def _asked(search: OfferSearch) -> tuple[_Sort, dict[str, Any]]:
    sorts = SORTS if search.collection is None else _OF_A_COLLECTION
    sort = sorts.get(search.sort)
    if sort is None:
        raise Rejected(f"Offers cannot be sorted by “{search.sort[:40]}”. Known: {', '.join(sorts)}.")
    return sort, _given(search)


def only_found(query: AnySelect, search: OfferSearch) -> AnySelect:
    """Another question, about no other offers than those that `search` finds."""
    given = _given(search)
    if search.collection is not None:
        query = query.join(CollectionOffer, CollectionOffer.offer_id == Offer.id)
    return query.where(*(_holds(name) for name in given)).params(given)


def _given(search: OfferSearch) -> dict[str, Any]:
    return {name: value for name, value in vars(search).items() if name != "sort" and value is not None}


@lru_cache(maxsize=512)
def _listing(order: str, given: tuple[str, ...], *, after: bool) -> Select[*tuple[Any, ...]]:
    """One query for each way of asking, built once: putting it together costs as much as answering it."""
    sort = _OF_A_COLLECTION[order]
    query: Select[*tuple[Any, ...]] = select(*LISTED)
    if "collection" in given:
        query = select(*LISTED, *COLLECTED).join(CollectionOffer, CollectionOffer.offer_id == Offer.id)
    query = query.where(*(_holds(name) for name in given)).limit(bindparam("most", type_=Integer()))
    if after:
        here = tuple_(sort.key, sort.then)
        there = tuple_(bindparam("last_key", type_=sort.key.type), bindparam("last_id", type_=Offer.id.type))
        query = query.where(here < there if sort.descending else here > there)
    return query.order_by(*((part.desc() if sort.descending else part.asc()) for part in (sort.key, sort.then)))


def _holds(name: str) -> ColumnElement[bool]:
    if name == "query":
        return Offer.search.op("@@")(func.websearch_to_tsquery("english", bindparam("query", type_=Text())))
    column, holds = _RULES[name]
    return holds(column, bindparam(name, type_=column.type))


def offer(session: Session, offer_id: UUID) -> Listed:
    query = select(*LISTED, Offer.category_path, Offer.rated_on, Offer.page_id, Offer.details)
    found = session.execute(query.where(Offer.id == offer_id)).one_or_none()
    if found is None:
        raise NotFound("There is no such offer.")
    return found


def history(session: Session, offer_id: UUID, *, since: datetime | None, limit: int) -> Sequence[Listed]:
    """Oldest first; when there are more than `limit`, the newest ones, for a chart ends today.

    Between the offer's first and last moment, so that no other months are looked into. Pages that came late may have
    left two sightings side by side that say the same: one of them is told.
    """
    lived = session.execute(select(Offer.first_seen_at, Offer.last_seen_at).where(Offer.id == offer_id)).one_or_none()
    if lived is None:
        raise NotFound("There is no such offer.")
    first = max(since, lived.first_seen_at) if since else lived.first_seen_at
    query = select(*_SIGHTED).where(
        Sighting.offer_id == offer_id, Sighting.seen_at >= first, Sighting.seen_at <= lived.last_seen_at
    )
    rows: Sequence[Listed] = session.execute(query.order_by(Sighting.seen_at.desc()).limit(limit)).all()[::-1]
    return [row for number, row in enumerate(rows) if number == 0 or shown_in(rows[number - 1]) != shown_in(row)]
