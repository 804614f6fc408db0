"""Roll a market's offers and their histories up into signals: one row for each trend, source and day.

Days that were rolled up before are told again for as far back as a late page may change them, and not further. A
trend that is new is told from its offers' first day on, so that it has a past as soon as it has a name.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import numpy as np
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from wareloom.trends.current import Current, by_some, current
from wareloom.trends.series.numbers import known
from wareloom.trends.signals.days import Days, Levels, gained, rounded
from wareloom.trends.signals.models import Signal
from wareloom.trends.signals.walks import Pair, array, pairs, walks

AGAIN = timedelta(days=14)
PAST = timedelta(days=800)
"""Two years and their holidays: as far as a season can be learned from."""
GRACE_DAYS = 7
"""An offer that one visit did not meet is not gone."""
_BEFORE = timedelta(days=45)
"""How far before a stretch an offer's last look is searched."""

_TOLD = "offers, new_offers, counted, reviews_gained, sellers, price_low, price_mid, price_high, rank_mid"
_HELD, _SEEN, _NEW = (
    ", ".join(f"{side}.{name}" for name in _TOLD.split(", ")) for side in ("held", "seen", "excluded")
)

# What a day told already stays where nobody tells it again, and what it tells just so is not written. Past prices and
# ranks are told where the day itself told none.
_SIGNALS = text(f"""
    WITH member AS MATERIALIZED (
        SELECT evidence.trend_id, offer.marketplace AS source, offer.seller, offer.rank, offer.price_usd,
            offer.reviews_count IS NOT NULL AS counts,
            (offer.first_seen_at AT TIME ZONE 'UTC')::date AS first_day,
            (offer.last_seen_at AT TIME ZONE 'UTC')::date AS last_day
        FROM trends_evidence AS evidence JOIN market_offers AS offer ON offer.id = evidence.offer_id
        WHERE evidence.trend_id = ANY(:trends)
    ),
    span AS (
        SELECT trend_id, source, min(first_day) AS first_day, least(max(last_day), :today) AS last_day
        FROM member GROUP BY trend_id, source
    ),
    grid AS (
        SELECT span.*, day::date AS day
        FROM span CROSS JOIN generate_series(greatest(first_day, :since), last_day, interval '1 day') AS day
    ),
    came AS (
        SELECT trend_id, source, greatest(first_day, :since) AS day, count(*) AS offers,
            count(*) FILTER (WHERE counts) AS counted, count(*) FILTER (WHERE first_day >= :since) AS new_offers
        FROM member WHERE last_day + :grace >= :since GROUP BY 1, 2, 3
    ),
    went AS (
        SELECT trend_id, source, last_day + :grace + 1 AS day, count(*) AS offers,
            count(*) FILTER (WHERE counts) AS counted
        FROM member WHERE last_day + :grace >= :since GROUP BY 1, 2, 3
    ),
    held AS MATERIALIZED (
        SELECT * FROM trends_signals WHERE trend_id = ANY(:trends) AND day BETWEEN :since AND :today
    ),
    walked AS MATERIALIZED (
        SELECT pair.trend_id, pair.source, CAST(:since AS date) + cell.step AS day, reviews,
            ARRAY[nullif(low, 'NaN'), nullif(mid, 'NaN'), nullif(high, 'NaN')] AS prices,
            nullif(rank, 'NaN') AS rank_mid
        FROM unnest(CAST(:places AS integer[]), CAST(:steps AS integer[]), CAST(:reviews AS float[]),
            CAST(:low AS float[]), CAST(:mid AS float[]), CAST(:high AS float[]), CAST(:rank AS float[])
        ) AS cell (place, step, reviews, low, mid, high, rank)
        JOIN unnest(CAST(:pair_trends AS uuid[]), CAST(:pair_sources AS text[])) WITH ORDINALITY
            AS pair (trend_id, source, place) USING (place)
    ),
    standing AS (
        SELECT trend_id, source, max(last_day) AS day, count(DISTINCT seller) AS sellers,
            percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY price_usd) AS prices,
            percentile_cont(0.5) WITHIN GROUP (ORDER BY rank) AS rank_mid
        FROM member WHERE last_day + :grace >= :today GROUP BY 1, 2
    )
    INSERT INTO trends_signals (trend_id, source, day, {_TOLD})
    SELECT seen.trend_id, seen.source, seen.day, {_SEEN}
    FROM (
        SELECT told.trend_id, told.source, told.day, told.offers::int,
            CASE WHEN told.day > told.first_day THEN told.new_offers::int END, told.counted::int,
            CASE WHEN told.counted > 0 THEN coalesce(walked.reviews, 0) END,
            coalesce(standing.sellers::int, held.sellers),
            coalesce(standing.prices[1]::numeric, held.price_low, past.prices[1]::numeric),
            coalesce(standing.prices[2]::numeric, held.price_mid, past.prices[2]::numeric),
            coalesce(standing.prices[3]::numeric, held.price_high, past.prices[3]::numeric),
            coalesce(standing.rank_mid, held.rank_mid, past.rank_mid)
        FROM (
            SELECT grid.*, coalesce(came.new_offers, 0) AS new_offers,
                sum(coalesce(came.offers, 0) - coalesce(went.offers, 0)) OVER so_far AS offers,
                sum(coalesce(came.counted, 0) - coalesce(went.counted, 0)) OVER so_far AS counted
            FROM grid LEFT JOIN came USING (trend_id, source, day) LEFT JOIN went USING (trend_id, source, day)
            WINDOW so_far AS (PARTITION BY grid.trend_id, grid.source ORDER BY grid.day)
        ) AS told
        LEFT JOIN walked USING (trend_id, source, day)
        LEFT JOIN standing USING (trend_id, source, day)
        LEFT JOIN held USING (trend_id, source, day)
        LEFT JOIN walked AS past ON (past.trend_id, past.source, past.day) = (told.trend_id, told.source, told.day)
            AND coalesce(standing.prices[2]::numeric, held.price_mid) IS NULL
            AND coalesce(standing.rank_mid, held.rank_mid) IS NULL
    ) AS seen (trend_id, source, day, {_TOLD})
    LEFT JOIN held USING (trend_id, source, day)
    WHERE held.day IS NULL OR ({_HELD}) IS DISTINCT FROM ({_SEEN})
    ON CONFLICT (trend_id, source, day) DO UPDATE SET ({_TOLD}) = ROW ({_NEW})
""")  # noqa: S608 - put together from the text above


def roll_up(session: Session, *, at: datetime) -> None:
    """Of the trends that have evidence now."""
    today = at.astimezone(UTC).date()
    now = current(session)
    told = set(session.scalars(select(Signal.trend_id).distinct()))
    _tell(session, [one for one in now if one.trend_id in told], today - AGAIN, today, levels=False)
    _tell(session, [one for one in now if one.trend_id not in told], today - PAST, today, levels=True)


def _tell(session: Session, trends: Sequence[Current], since: date, today: date, *, levels: bool) -> None:
    """Past prices and ranks of a trend that is new: of the others each day has told its own."""
    for some in by_some(trends):
        of = pairs(session, some)
        told = {"trends": some, "since": since, "today": today, "grace": GRACE_DAYS}
        session.execute(_SIGNALS, {**told, **_walked(session, of, since, today, levels=levels)})


def _walked(session: Session, of: Sequence[Pair], since: date, today: date, *, levels: bool) -> dict[str, Any]:
    """What the offers' histories tell, cell by cell, as arrays of one length."""
    over = Days(since, (today - since).days + 1, len(of))
    reviews, past = np.zeros(over.cells), Levels(over)
    for some in walks(session, of, _midnight(since - _BEFORE), levels=levels):
        reviews += gained(some, over)
        if levels:
            past.add(some)
    prices, ranks = past.told()
    cells = np.flatnonzero((reviews > 0) | known(prices[:, 1]) | known(ranks))
    columns = {
        "places": cells // over.count + 1,
        "steps": cells % over.count,
        "reviews": rounded(reviews[cells]),
        "rank": ranks[cells],
        **dict(zip(("low", "mid", "high"), prices[cells].T, strict=True)),
    }
    told = {name: array(column.tolist()) for name, column in columns.items()}
    return told | {"pair_trends": [pair.trend_id for pair in of], "pair_sources": [pair.source for pair in of]}


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
