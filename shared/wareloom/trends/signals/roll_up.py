"""Roll a market's offers and their histories up into signals: one row for each trend, source and day.

Days that were rolled up before are told again for as far back as a late page may change them, and not further. A
trend that is new is told from its offers' first day on, so that it has a past as soon as it has a name.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from wareloom.trends.current import Current, by_some, current
from wareloom.trends.signals.models import Signal

AGAIN = timedelta(days=14)
PAST = timedelta(days=800)
"""Two years and their holidays: as far as a season can be learned from."""
GRACE_DAYS = 7
"""An offer that one visit did not meet is not gone."""
_BEFORE = timedelta(days=45)
"""How far before a stretch an offer's last look is searched."""

_MEMBERS = """
    WITH member AS MATERIALIZED (
        SELECT evidence.trend_id, offer.marketplace AS source, offer.id, offer.seller, offer.rank,
            offer.price_usd, offer.price_usd / nullif(offer.price, 0) AS in_dollars, offer.currency,
            offer.first_seen_at, offer.last_seen_at, offer.reviews_count IS NOT NULL AS counts,
            (offer.first_seen_at AT TIME ZONE 'UTC')::date AS first_day,
            (offer.last_seen_at AT TIME ZONE 'UTC')::date AS last_day
        FROM trends_evidence AS evidence JOIN market_offers AS offer ON offer.id = evidence.offer_id
        WHERE evidence.trend_id = ANY(:trends)
    )"""

_TOLD = "offers, new_offers, counted, reviews_gained, sellers, price_low, price_mid, price_high, rank_mid"
_HELD, _SEEN, _NEW = (
    ", ".join(f"{side}.{name}" for name in _TOLD.split(", ")) for side in ("held", "seen", "excluded")
)

# What a day told already stays where nobody tells it again, and what it tells just so is not written.
_COUNTS = text(f"""
    {_MEMBERS},
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
    moved AS (
        SELECT member.trend_id, member.source, sighting.seen_at AT TIME ZONE 'UTC' AS until,
            coalesce(sighting.previous_at, lag(sighting.seen_at) OVER walk) AT TIME ZONE 'UTC' AS since,
            sighting.reviews_count - lag(sighting.reviews_count) OVER walk AS gained
        FROM member JOIN market_sightings AS sighting ON sighting.offer_id = member.id
        WHERE sighting.seen_at >= :looked_from
            AND sighting.seen_at BETWEEN member.first_seen_at AND member.last_seen_at
        WINDOW walk AS (PARTITION BY sighting.offer_id ORDER BY sighting.seen_at)
    ),
    gained AS (
        SELECT trend_id, source, day::date AS day, sum(gained * CASE
            WHEN until = since THEN 1.0
            ELSE extract(epoch FROM least(until, day + interval '1 day') - greatest(since, day))
                / extract(epoch FROM until - since)
        END)::float AS reviews
        FROM moved CROSS JOIN LATERAL generate_series(date_trunc('day', since), until, interval '1 day') AS day
        WHERE gained > 0 GROUP BY 1, 2, 3
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
            CASE WHEN told.counted > 0 THEN coalesce(gained.reviews, 0) END,
            coalesce(standing.sellers::int, held.sellers), coalesce(standing.prices[1]::numeric, held.price_low),
            coalesce(standing.prices[2]::numeric, held.price_mid),
            coalesce(standing.prices[3]::numeric, held.price_high), coalesce(standing.rank_mid, held.rank_mid)
        FROM (
            SELECT grid.*, coalesce(came.new_offers, 0) AS new_offers,
                sum(coalesce(came.offers, 0) - coalesce(went.offers, 0)) OVER so_far AS offers,
                sum(coalesce(came.counted, 0) - coalesce(went.counted, 0)) OVER so_far AS counted
            FROM grid LEFT JOIN came USING (trend_id, source, day) LEFT JOIN went USING (trend_id, source, day)
            WINDOW so_far AS (PARTITION BY grid.trend_id, grid.source ORDER BY grid.day)
        ) AS told
        LEFT JOIN gained USING (trend_id, source, day)
        LEFT JOIN standing USING (trend_id, source, day)
        LEFT JOIN trends_signals AS held USING (trend_id, source, day)
    ) AS seen (trend_id, source, day, {_TOLD})
    LEFT JOIN trends_signals AS held USING (trend_id, source, day)
    WHERE held.day IS NULL OR ({_HELD}) IS DISTINCT FROM ({_SEEN})
    ON CONFLICT (trend_id, source, day) DO UPDATE SET ({_TOLD}) = ROW ({_NEW})
""")  # noqa: S608 - put together from the text above

# What an offer cost on each day is what it was seen to cost last.
_PAST_LEVELS = text(f"""
    {_MEMBERS},
    stretch AS (
        SELECT member.trend_id, member.source, sighting.rank,
            CASE WHEN sighting.currency = member.currency THEN sighting.price * member.in_dollars END AS price,
            (sighting.seen_at AT TIME ZONE 'UTC')::date AS since,
            (coalesce(lead(sighting.seen_at) OVER walk, member.last_seen_at) AT TIME ZONE 'UTC')::date AS until
        FROM member JOIN market_sightings AS sighting ON sighting.offer_id = member.id
        WHERE sighting.seen_at >= :looked_from
            AND sighting.seen_at BETWEEN member.first_seen_at AND member.last_seen_at
        WINDOW walk AS (PARTITION BY sighting.offer_id ORDER BY sighting.seen_at)
    ),
    level AS (
        SELECT trend_id, source, day::date AS day,
            percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY price) AS prices,
            percentile_cont(0.5) WITHIN GROUP (ORDER BY rank) AS rank_mid
        FROM stretch
        CROSS JOIN LATERAL generate_series(since, greatest(since, until - 1), interval '1 day') AS day
        GROUP BY 1, 2, 3
    )
    UPDATE trends_signals AS kept
    SET price_low = level.prices[1], price_mid = level.prices[2], price_high = level.prices[3],
        rank_mid = level.rank_mid
    FROM level
    WHERE kept.trend_id = level.trend_id AND kept.source = level.source AND kept.day = level.day
        AND kept.price_mid IS NULL AND kept.rank_mid IS NULL
""")  # noqa: S608 - as above


def roll_up(session: Session, *, at: datetime) -> None:
    """Of the trends that have evidence now."""
    today = at.astimezone(UTC).date()
    now = current(session)
    known = set(session.scalars(select(Signal.trend_id).distinct()))
    _tell(session, [one for one in now if one.trend_id in known], today - AGAIN, today)
    fresh = [one for one in now if one.trend_id not in known]
    _tell(session, fresh, today - PAST, today)
    for some in by_some(fresh):
        session.execute(_PAST_LEVELS, {"trends": some, "looked_from": _midnight(today - PAST)})


def _tell(session: Session, trends: Sequence[Current], since: date, today: date) -> None:
    for some in by_some(trends):
        told = {"trends": some, "since": since, "today": today, "grace": GRACE_DAYS}
        session.execute(_COUNTS, {**told, "looked_from": _midnight(since - _BEFORE)})


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
