"""Reads of trends. Those are current that the last analysis found offers for: only they are listed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, func, select, tuple_
from sqlalchemy.orm import Session

from wareloom.kit.errors import NotFound
from wareloom.kit.paging import Page, cut, read_cursor, write_cursor
from wareloom.market.models import Offer
from wareloom.trends.models import Evidence, Point, Trend
from wareloom.trends.score import Figures

_MOST_REVIEWED = "evidence"

CURRENT = select(Evidence.trend_id).where(Evidence.trend_id == Trend.id).exists()

EvidenceRow = Row[*tuple[Any, ...]]
"""A row of the evidence with what its offer is, read by name."""


@dataclass(frozen=True)
class Totals:
    trends: int
    grouped: int
    """Offers that belong to a trend."""
    ungrouped: int
    analysed_at: datetime | None


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
