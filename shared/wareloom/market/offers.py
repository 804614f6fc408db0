"""Find offers: by words, by what they cost and how they are liked, in a stable order, page by page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from operator import eq, ge, le
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, func, select, text, tuple_
from sqlalchemy.orm import InstrumentedAttribute, Session

from wareloom.kit.errors import NotFound, Rejected
from wareloom.kit.paging import Page, cut, read_cursor, write_cursor
from wareloom.market.models import Offer, Sighting


@dataclass(frozen=True)
class OfferSearch:
    query: str | None = None
    marketplace: str | None = None
    seller: str | None = None
    category: str | None = None
    currency: str | None = None
    min_price: Decimal | None = None
    max_price: Decimal | None = None
    min_rating: Decimal | None = None
    min_reviews: int | None = None
    sort: str = "-last_seen_at"


Listed = Row[*tuple[Any, ...]]
"""A row of the columns below, read by name."""

LISTED = (
    Offer.id,
    Offer.marketplace,
    Offer.external_id,
    Offer.title,
    Offer.price,
    Offer.currency,
    Offer.rating,
    Offer.reviews_count,
    Offer.image_url,
    Offer.product_url,
    Offer.seller,
    Offer.category,
    Offer.tags,
    Offer.first_seen_at,
    Offer.last_seen_at,
)


@dataclass(frozen=True)
class _Sort:
    """How to sort by one column. The key is never null, so that a page is one range of an index."""

    column: str
    key: ColumnElement[Any]
    read: Callable[[str], Any]
    descending: bool
    missing: str = ""

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
    "-rating": _Sort("rating", _known(Offer.rating, "-1", "numeric"), Decimal, descending=True, missing="-1"),
    "-reviews_count": _Sort(
        "reviews_count", _known(Offer.reviews_count, "-1", "integer"), int, descending=True, missing="-1"
    ),
}


def find_offers(session: Session, search: OfferSearch, *, cursor: str | None, limit: int) -> Page[Listed]:
    sort = SORTS.get(search.sort)
    if sort is None:
        raise Rejected(f"Offers cannot be sorted by “{search.sort[:40]}”. Known: {', '.join(SORTS)}.")
    query = select(*LISTED).where(*_wanted(search)).limit(limit + 1)
    here = tuple_(sort.key, Offer.id)
    if cursor:
        there = tuple_(*read_cursor(cursor, search.sort, sort.read, UUID))
        query = query.where(here < there if sort.descending else here > there)
    ordered = query.order_by(*((part.desc() if sort.descending else part.asc()) for part in (sort.key, Offer.id)))
    rows = session.execute(ordered).all()
    return cut(rows, limit, lambda row: write_cursor(search.sort, sort.spelled(row), str(row.id)))


def _wanted(search: OfferSearch) -> list[ColumnElement[bool]]:
    rules: list[tuple[InstrumentedAttribute[Any], Callable[[Any, Any], Any], object]] = [
        (Offer.marketplace, eq, search.marketplace),
        (Offer.seller, eq, search.seller),
        (Offer.category, eq, search.category),
        (Offer.currency, eq, search.currency),
        (Offer.price, ge, search.min_price),
        (Offer.price, le, search.max_price),
        (Offer.rating, ge, search.min_rating),
        (Offer.reviews_count, ge, search.min_reviews),
    ]
    conditions: list[ColumnElement[bool]] = [
        holds(column, value) for column, holds, value in rules if value is not None
    ]
    if search.query:
        conditions.append(Offer.search.op("@@")(func.websearch_to_tsquery("english", search.query)))
    return conditions


def offer(session: Session, offer_id: UUID) -> Listed:
    found = session.execute(select(*LISTED, Offer.details).where(Offer.id == offer_id)).one_or_none()
    if found is None:
        raise NotFound("There is no such offer.")
    return found


def history(session: Session, offer_id: UUID, *, since: datetime | None, limit: int) -> Sequence[Listed]:
    """Oldest first; when there are more than `limit`, the newest ones, for a chart ends today."""
    offer(session, offer_id)
    query = select(
        Sighting.seen_at,
        Sighting.price,
        Sighting.currency,
        Sighting.rating,
        Sighting.reviews_count,
        Sighting.task_id,
    ).where(Sighting.offer_id == offer_id)
    if since:
        query = query.where(Sighting.seen_at >= since)
    return session.execute(query.order_by(Sighting.seen_at.desc()).limit(limit)).all()[::-1]
