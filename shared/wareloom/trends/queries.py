"""Reads of trends. Those are current that the last analysis found offers for: only they are listed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, func, select, tuple_
from sqlalchemy.orm import InstrumentedAttribute, Session

from wareloom.kit.errors import NotFound, Rejected
from wareloom.kit.paging import Page, cut, read_cursor, write_cursor
from wareloom.market.models import Offer
from wareloom.trends.models import Evidence, Point, Trend
from wareloom.trends.score import Figures

_MOST_REVIEWED = "evidence"

CURRENT = select(Evidence.trend_id).where(Evidence.trend_id == Trend.id).exists()

EvidenceRow = Row[*tuple[Any, ...]]
"""A row of the evidence with what its offer is, read by name."""


@dataclass(frozen=True)
class _Sort:
    column: InstrumentedAttribute[Any]
    read: Callable[[str], Any]
    descending: bool


SORTS: dict[str, _Sort] = {
    "-overall": _Sort(Trend.overall, Decimal, descending=True),
    "-demand": _Sort(Trend.demand, Decimal, descending=True),
    "-growth": _Sort(Trend.growth, Decimal, descending=True),
    "competition": _Sort(Trend.competition, Decimal, descending=False),
    "-competition": _Sort(Trend.competition, Decimal, descending=True),
    "-profitability": _Sort(Trend.profitability, Decimal, descending=True),
    "-offers_count": _Sort(Trend.offers_count, int, descending=True),
    "name": _Sort(Trend.name, str, descending=False),
}


@dataclass(frozen=True)
class Totals:
    trends: int
    grouped: int
    """Offers that belong to a trend."""
    ungrouped: int
    analysed_at: datetime | None


def trends(
    session: Session,
    *,
    query: str | None = None,
    marketplace: str | None = None,
    style: str | None = None,
    audience: str | None = None,
    min_overall: Decimal | None = None,
    sort: str = "-overall",
    cursor: str | None = None,
    limit: int,
) -> Page[Trend]:
    order = SORTS.get(sort)
    if order is None:
        raise Rejected(f"Trends cannot be sorted by “{sort[:40]}”. Known: {', '.join(SORTS)}.")
    found = select(Trend).where(CURRENT, *_words(query)).limit(limit + 1)
    if marketplace:
        found = found.where(Trend.marketplaces.has_key(marketplace))
    if style:
        found = found.where(Trend.styles.contains([{"word": style}]))
    if audience:
        found = found.where(Trend.audience.contains([{"word": audience}]))
    if min_overall is not None:
        found = found.where(Trend.overall >= min_overall)
    if cursor:
        here, there = tuple_(order.column, Trend.id), tuple_(*read_cursor(cursor, sort, order.read, UUID))
        found = found.where(here < there if order.descending else here > there)
    by = (order.column.desc(), Trend.id.desc()) if order.descending else (order.column.asc(), Trend.id.asc())
    rows = session.scalars(found.order_by(*by)).all()
    return cut(rows, limit, lambda row: write_cursor(sort, str(getattr(row, order.column.key)), str(row.id)))


def _words(query: str | None) -> Iterator[ColumnElement[bool]]:
    """Each word must stand somewhere in the name, the key or the words."""
    says = func.concat_ws(" ", Trend.name, Trend.key, func.array_to_string(Trend.words, " "))
    return (says.icontains(word, autoescape=True) for word in (query or "").split())


def trend(session: Session, trend_id: UUID) -> Trend:
    """Any trend, current or not: designs may have been made of it."""
    found = session.get(Trend, trend_id)
    if found is None:
        raise NotFound("There is no such trend.")
    return found


def figures_of(row: Trend) -> Figures:
    """What a trend was scored by."""
    return Figures(
        offers_count=row.offers_count,
        rating_avg=row.rating_avg,
        reviews_avg=row.reviews_avg,
        currency=row.currency,
        price_avg=row.price_avg,
        price_min=row.price_min,
        price_max=row.price_max,
        priced_count=row.priced_count,
        marketplaces=row.marketplaces,
    )


def points(session: Session, trend_id: UUID, *, since: date | None = None) -> Sequence[Point]:
    """Oldest first."""
    trend(session, trend_id)
    query = select(Point).where(Point.trend_id == trend_id).order_by(Point.day)
    if since:
        query = query.where(Point.day >= since)
    return session.scalars(query).all()


def evidence(session: Session, trend_id: UUID, *, cursor: str | None = None, limit: int) -> Page[EvidenceRow]:
    """The most reviewed offers first; those of which nobody knows are last."""
    trend(session, trend_id)
    reviews = func.coalesce(Evidence.reviews_count, -1)
    query = (
        select(
            Evidence.offer_id,
            Evidence.words,
            Evidence.price,
            Evidence.currency,
            Evidence.rating,
            Evidence.reviews_count,
            Offer.title,
            Offer.marketplace,
            Offer.seller,
            Offer.image_url,
            Offer.product_url,
        )
        .join(Offer, Offer.id == Evidence.offer_id)
        .where(Evidence.trend_id == trend_id)
        .order_by(reviews.desc(), Evidence.offer_id.desc())
        .limit(limit + 1)
    )
    if cursor:
        query = query.where(
            tuple_(reviews, Evidence.offer_id) < tuple_(*read_cursor(cursor, _MOST_REVIEWED, int, UUID))
        )
    return cut(session.execute(query).all(), limit, _after)


def _after(row: EvidenceRow) -> str:
    known = -1 if row.reviews_count is None else row.reviews_count
    return write_cursor(_MOST_REVIEWED, str(known), str(row.offer_id))


def totals(session: Session) -> Totals:
    current, analysed_at = session.execute(select(func.count(), func.max(Trend.analysed_at)).where(CURRENT)).one()
    # Not one statement: counting what has no evidence would read both tables side by side.
    grouped = session.scalar(select(func.count()).select_from(Evidence)) or 0
    offers = session.scalar(select(func.count()).select_from(Offer)) or 0
    return Totals(trends=current, grouped=grouped, ungrouped=offers - grouped, analysed_at=analysed_at)
