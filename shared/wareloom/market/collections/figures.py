"""What is worth knowing of a collection at a glance: worked out when asked, for a list of them in two statements."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, DateTime, Row, Uuid, bindparam, text
from sqlalchemy.orm import Session

from wareloom.kit import clock

_Row = Row[*tuple[Any, ...]]
WEEK, MONTH = timedelta(days=7), timedelta(days=30)


@dataclass(frozen=True)
class Figures:
    priced_count: int = 0
    """How many have a price in dollars: the prices are theirs."""
    lowest_usd: Decimal | None = None
    median_usd: Decimal | None = None
    highest_usd: Decimal | None = None
    marketplaces: dict[str, int] = field(default_factory=dict[str, int])
    last_seen_at: datetime | None = None
    moved_7_days: int = 0
    moved_30_days: int = 0


# The median of an even number lies between two: `percentile_cont` would say so as a float, which some prices overflow.
_NOW = text("""
    WITH held AS MATERIALIZED (
        SELECT collection_id, marketplace, price_usd, first_seen_at, last_seen_at
        FROM market_collection_offers JOIN market_offers ON id = offer_id
        WHERE collection_id = ANY(:ids)
    ), spread AS (
        SELECT collection_id, jsonb_object_agg(marketplace, offers) AS marketplaces
        FROM (SELECT collection_id, marketplace, count(*) AS offers FROM held GROUP BY 1, 2) AS counted GROUP BY 1
    )
    SELECT collection_id, marketplaces, count(price_usd) AS priced_count,
        min(price_usd) AS lowest_usd, max(price_usd) AS highest_usd,
        (percentile_disc(0.5) WITHIN GROUP (ORDER BY price_usd)
            + percentile_disc(0.5) WITHIN GROUP (ORDER BY price_usd DESC)) / 2 AS median_usd,
        min(first_seen_at) AS born, max(last_seen_at) AS last_seen_at
    FROM held JOIN spread USING (collection_id) GROUP BY collection_id, marketplaces
""").bindparams(bindparam("ids", type_=ARRAY(Uuid())))

# A price moves where a sighting tells another one than the sighting before, in the same currency: what a shop shows
# abroad is not another price. The first sighting within the month is held against the last one before it. `born` is no
# later than any of these offers and spares the planning of months before them.
_MOVED = text("""
    WITH recent AS (
        SELECT collection_id, offer_id, seen_at, price, currency, row_number() OVER course = 1 AS first,
            lag(price) OVER course AS price_before, lag(currency) OVER course AS currency_before
        FROM market_collection_offers JOIN market_sightings USING (offer_id)
        WHERE collection_id = ANY(:ids) AND seen_at > :month AND seen_at <= :now
        WINDOW course AS (PARTITION BY collection_id, offer_id ORDER BY seen_at)
    ), moved AS (
        SELECT collection_id, offer_id, max(seen_at) AS moved_at FROM recent
        LEFT JOIN LATERAL (
            SELECT price AS price_then, currency AS currency_then FROM market_sightings AS earlier
            WHERE recent.first AND earlier.offer_id = recent.offer_id
                AND earlier.seen_at BETWEEN :born AND :month
            ORDER BY earlier.seen_at DESC LIMIT 1
        ) AS before ON true
        WHERE price <> coalesce(price_before, price_then)
            AND currency IS NOT DISTINCT FROM CASE WHEN first THEN currency_then ELSE currency_before END
        GROUP BY collection_id, offer_id
    )
    SELECT collection_id, count(*) FILTER (WHERE moved_at > :week) AS moved_7_days, count(*) AS moved_30_days
    FROM moved GROUP BY collection_id
""").bindparams(
    bindparam("ids", type_=ARRAY(Uuid())),
    *(bindparam(name, type_=DateTime(timezone=True)) for name in ("born", "month", "week", "now")),
)


def figures(session: Session, ids: Sequence[UUID]) -> dict[UUID, Figures]:
    """An empty collection has figures too: all of them nothing."""
    rows = session.execute(_NOW, {"ids": list(ids)}).all()
    moved = _moved(session, rows) if rows else {}
    known = {row.collection_id: _figures(row, moved.get(row.collection_id)) for row in rows}
    return {one: known.get(one, Figures()) for one in ids}


def _moved(session: Session, rows: Sequence[_Row]) -> dict[UUID, _Row]:
    now = clock.now()
    said = {
        "ids": [row.collection_id for row in rows],
        "born": min(row.born for row in rows),
        "now": now,
        "week": now - WEEK,
        "month": now - MONTH,
    }
    return {row.collection_id: row for row in session.execute(_MOVED, said)}


def _figures(row: _Row, moved: _Row | None) -> Figures:
    return Figures(
        priced_count=row.priced_count,
        lowest_usd=row.lowest_usd,
        median_usd=row.median_usd,
        highest_usd=row.highest_usd,
        marketplaces=row.marketplaces,
        last_seen_at=row.last_seen_at,
        moved_7_days=moved.moved_7_days if moved else 0,
        moved_30_days=moved.moved_30_days if moved else 0,
    )
