"""What left the shelves: how each offer's stock fell from look to look, as its history tells.

Only falls are sales. Where a stock rose, somebody filled it up, and what was sold meanwhile is not known; where most of
a large one went at once, somebody put it right or took it away. Such a stretch is a gap, and so is one in which nobody
counted. A figure that never moved and that people write where they have plenty (999, 1000), or that is only told while
few are left, says nothing at all.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

DAYS = 28
"""What an estimate is about: four weeks, each with all its weekdays."""
_BEFORE = timedelta(days=45)
"""How far before them the look that they begin with is searched."""


class Left(NamedTuple):
    """Of one offer: the units that left its shelf, and the days on which it would have been seen."""

    units: float
    days: float


# Of each look two stretches: from the last look on which things were as before to it, and from it for as long as its
# stock was seen so. `fell` is NULL where nothing can be known of a stretch.
_LEFT = text(r"""
    WITH member AS MATERIALIZED (
        SELECT evidence.trend_id, offer.id, offer.stock, offer.availability, offer.first_seen_at, offer.last_seen_at
        FROM trends_evidence AS evidence JOIN market_offers AS offer ON offer.id = evidence.offer_id
        WHERE evidence.trend_id = ANY(:trends) AND offer.last_seen_at > :since
    ),
    look AS (
        SELECT member.trend_id, member.id, member.last_seen_at,
            coalesce(sighting.seen_at, greatest(member.first_seen_at, :looked_from)) AS seen_at, sighting.previous_at,
            CASE WHEN sighting.seen_at IS NULL THEN member.stock ELSE sighting.stock END AS stock,
            coalesce(sighting.availability, member.availability) IS NOT DISTINCT FROM 'low_stock' AS few
        FROM member LEFT JOIN market_sightings AS sighting ON sighting.offer_id = member.id
            AND sighting.seen_at >= :looked_from
            AND sighting.seen_at BETWEEN member.first_seen_at AND member.last_seen_at
    ),
    course AS (
        SELECT trend_id, id, stock, few, seen_at, lag(stock) OVER walk AS was,
            coalesce(previous_at, lag(seen_at) OVER walk) AS since,
            coalesce(lead(previous_at) OVER walk, lead(seen_at) OVER walk, last_seen_at) AS until,
            lead(seen_at) OVER walk IS NOT NULL AND lead(previous_at) OVER walk IS NULL AS at_once
        FROM look WINDOW walk AS (PARTITION BY id ORDER BY seen_at)
    ),
    stretch AS (
        SELECT trend_id, id, stock, was, few, since, seen_at AS until,
            CASE WHEN stock <= was AND (was < 100 OR stock * 5 >= was) THEN was - stock END AS fell
        FROM course
        UNION ALL
        SELECT trend_id, id, stock, stock, few, seen_at, until, CASE WHEN stock IS NOT NULL THEN 0 END
        FROM course WHERE NOT at_once
    ),
    told AS (
        SELECT trend_id, id,
            sum(fell * inside / whole) FILTER (WHERE inside > 0) AS units,
            sum(inside) FILTER (WHERE inside > 0 AND fell IS NOT NULL) / 86400 AS days,
            bool_or(was <> stock) IS TRUE OR NOT bool_or(few OR stock::text ~ '^(99+|[1-9]00+)$') AS moves
        FROM stretch CROSS JOIN LATERAL (
            SELECT extract(epoch FROM least(until, :today) - greatest(since, :since))::float AS inside,
                extract(epoch FROM until - since)::float AS whole) AS seconds
        GROUP BY trend_id, id
    )
    SELECT trend_id, array_agg(units ORDER BY id) AS units, array_agg(days ORDER BY id) AS days
    FROM told WHERE days > 0 AND moves
    GROUP BY trend_id
""")


def left(session: Session, trends: Sequence[UUID], today: date) -> Mapping[UUID, Sequence[Left]]:
    """In the four weeks before today, of each offer of which anything is known."""
    until = datetime(today.year, today.month, today.day, tzinfo=UTC)
    since = until - timedelta(days=DAYS)
    asked = {"trends": list(trends), "today": until, "since": since, "looked_from": since - _BEFORE}
    return {row.trend_id: [*map(Left, row.units, row.days)] for row in session.execute(_LEFT, asked)}
