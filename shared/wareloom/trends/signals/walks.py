"""How offers went: what was known of each, look by look, read some offers at a time into arrays that all of them share.

An offer's looks are found by its own index entries, whatever the planner believes of tables that were just filled.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any
from uuid import UUID

import numpy as np
from sqlalchemy import Row, text
from sqlalchemy.orm import Session

from wareloom.trends.series.numbers import Flags, Floats, Integers

_AT_ONCE = 1_000
"""Offers: with two years of daily changes that is most of a million looks."""

_PAIRS = text("""
    SELECT evidence.trend_id, offer.marketplace AS source, array_agg(offer.id ORDER BY offer.id) AS offers
    FROM trends_evidence AS evidence JOIN market_offers AS offer ON offer.id = evidence.offer_id
    WHERE evidence.trend_id = ANY(:trends) GROUP BY 1, 2 ORDER BY 1, 2
""")

# The aggregates take the looks in the order in which the inner query gives them.
_LOOKS = text("""
    SELECT asked.pair, date_part('epoch', offer.last_seen_at) AS last_seen, walk.*
    FROM unnest(CAST(:offers AS uuid[]), CAST(:pairs AS integer[])) WITH ORDINALITY AS asked (id, pair, place)
    JOIN market_offers AS offer ON offer.id = asked.id
    CROSS JOIN LATERAL (
        SELECT array_agg(date_part('epoch', seen_at)) AS seen, array_agg(date_part('epoch', previous_at)) AS before,
            array_agg(reviews_count) AS reviews, array_agg(price::float) FILTER (WHERE :levels) AS prices,
            array_agg(rank) FILTER (WHERE :levels) AS ranks
        FROM (
            SELECT seen_at, previous_at, reviews_count, rank, CASE WHEN sighting.currency = offer.currency
                THEN sighting.price * (offer.price_usd / nullif(offer.price, 0)) END AS price
            FROM market_sightings AS sighting
            WHERE sighting.offer_id = offer.id AND sighting.seen_at >= :looked_from
                AND sighting.seen_at BETWEEN offer.first_seen_at AND offer.last_seen_at
            ORDER BY sighting.seen_at
        ) AS look
    ) AS walk
    WHERE walk.seen IS NOT NULL ORDER BY asked.place
""")


@dataclass(frozen=True, slots=True)
class Pair:
    """A trend, a source, and the offers that are both's."""

    trend_id: UUID
    source: str
    offers: Sequence[UUID]


@dataclass(frozen=True, slots=True, eq=False)
class Walks:
    """One entry a look, offer after offer, each in the order of time. Moments are seconds of the epoch."""

    pair: Integers
    """By its place among the pairs."""
    goes_on: Flags
    """Whether the look before it was at the same offer."""
    seen: Floats
    before: Floats
    """When the offer was last seen as it was before; NaN where nobody kept that."""
    last_seen: Floats
    """Of the offer: when it was last met, changed or not."""
    reviews: Floats
    prices: Floats
    """In dollars."""
    ranks: Floats


def pairs(session: Session, trends: Sequence[UUID]) -> list[Pair]:
    return [Pair(*row) for row in session.execute(_PAIRS, {"trends": list(trends)})]


def array(values: Iterable[object]) -> str:
    """Numbers or ids as PostgreSQL spells an array: the driver would ask each of them what it is."""
    return f"{{{','.join(map(str, values))}}}"


def walks(session: Session, of: Sequence[Pair], looked_from: datetime, *, levels: bool) -> Iterator[Walks]:
    """Prices and ranks are only read where `levels` are wanted."""
    asked = [(offer, place) for place, pair in enumerate(of) for offer in pair.offers]
    for start in range(0, len(asked), _AT_ONCE):
        offers, places = zip(*asked[start : start + _AT_ONCE], strict=True)
        told = {"offers": array(offers), "pairs": array(places), "looked_from": looked_from, "levels": levels}
        rows = session.execute(_LOOKS, told).all()
        if rows:
            yield _walks(rows)


def _walks(rows: Sequence[Row[Any]]) -> Walks:
    counts = np.array([len(row.seen) for row in rows])
    goes_on = np.ones(int(counts.sum()), np.bool_)
    goes_on[np.cumsum(counts) - counts] = False
    return Walks(
        pair=np.repeat(np.array([row.pair for row in rows], dtype=np.int64), counts),
        goes_on=goes_on,
        seen=_floats(row.seen for row in rows),
        before=_floats(row.before for row in rows),
        last_seen=np.repeat(np.array([row.last_seen for row in rows]), counts),
        reviews=_floats(row.reviews for row in rows),
        prices=_floats(row.prices or () for row in rows),
        ranks=_floats(row.ranks or () for row in rows),
    )


def _floats(each: Iterable[Iterable[float | None]]) -> Floats:
    """None is a gap."""
    return np.array(list(chain.from_iterable(each)), dtype=np.float64)
