"""What arrays tell of the days is what SQL tells of them, row by row and day by day."""

import random
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import delete, select, text

from tests.integration.trends.market import NOON, keep
from tests.support.database import Overheard
from tests.support.factories import an_offer
from wareloom.market.models import Rate
from wareloom.trends.analyse import analyse
from wareloom.trends.signals.models import Signal

DAY = timedelta(days=1)
DAYS = 40

_MEMBERS = """
    WITH member AS (
        SELECT evidence.trend_id, offer.marketplace AS source, offer.id, offer.currency,
            offer.price_usd / nullif(offer.price, 0) AS in_dollars, offer.first_seen_at, offer.last_seen_at
        FROM trends_evidence AS evidence JOIN market_offers AS offer ON offer.id = evidence.offer_id
    )"""
_GAINED = text(f"""
    {_MEMBERS},
    moved AS (
        SELECT member.trend_id, member.source, sighting.seen_at AT TIME ZONE 'UTC' AS until,
            coalesce(sighting.previous_at, lag(sighting.seen_at) OVER walk) AT TIME ZONE 'UTC' AS since,
            sighting.reviews_count - lag(sighting.reviews_count) OVER walk AS gained
        FROM member JOIN market_sightings AS sighting ON sighting.offer_id = member.id
        WHERE sighting.seen_at BETWEEN member.first_seen_at AND member.last_seen_at
        WINDOW walk AS (PARTITION BY sighting.offer_id ORDER BY sighting.seen_at)
    )
    SELECT trend_id, source, day::date AS day, sum(gained * CASE
        WHEN until = since THEN 1.0
        ELSE extract(epoch FROM least(until, day + interval '1 day') - greatest(since, day))
            / extract(epoch FROM until - since)
    END)::float AS reviews
    FROM moved CROSS JOIN LATERAL generate_series(date_trunc('day', since), until, interval '1 day') AS day
    WHERE gained > 0 GROUP BY 1, 2, 3
""")  # noqa: S608 - put together from the text above
_LEVELS = text(f"""
    {_MEMBERS},
    stretch AS (
        SELECT member.trend_id, member.source, sighting.rank,
            CASE WHEN sighting.currency = member.currency THEN sighting.price * member.in_dollars END AS price,
            (sighting.seen_at AT TIME ZONE 'UTC')::date AS since,
            (coalesce(lead(sighting.seen_at) OVER walk, member.last_seen_at) AT TIME ZONE 'UTC')::date AS until
        FROM member JOIN market_sightings AS sighting ON sighting.offer_id = member.id
        WHERE sighting.seen_at BETWEEN member.first_seen_at AND member.last_seen_at
        WINDOW walk AS (PARTITION BY sighting.offer_id ORDER BY sighting.seen_at)
    )
    SELECT trend_id, source, day::date AS day,
        (percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY price))::numeric[] AS prices,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY rank) AS rank_mid
    FROM stretch CROSS JOIN LATERAL generate_series(since, greatest(since, until - 1), interval '1 day') AS day
    GROUP BY 1, 2, 3
""")  # noqa: S608 - as above


@pytest.fixture(params=(1, 2, 3))
def market(work: Overheard, request: pytest.FixtureRequest) -> Overheard:
    """Three niches at two sources, looked at on some days at some hours; what is told comes and goes."""
    work.session.add_all(Rate(currency=one, day=date(2050, 1, 1), per_usd=Decimal(2)) for one in ("USD", "EUR"))
    work.session.flush()
    dice = random.Random(request.param)  # noqa: S311 - the same market every time, nothing secret
    reviews = [dice.randrange(40) for _ in range(30)]
    for day in range(DAYS):
        for source in ("sample", "shopify"):
            if dice.random() < 0.4:
                continue
            offers = [number for number in range(30) if dice.random() < 0.7]
            for number in offers:
                reviews[number] += dice.choice((0, 0, 1, 5, -2))
            shown = [
                an_offer(
                    number,
                    title=f"{('Sauna ladle', 'Knitting needles', 'Beekeeping veil')[number % 3]} mug",
                    tags=(),
                    price=Decimal(dice.randrange(900, 4000)) / 100,
                    currency="USD" if number % 5 else dice.choice(("USD", "EUR")),
                    reviews_count=max(reviews[number], 0) if dice.random() < 0.9 else None,
                    rank=dice.choice((None, dice.randrange(1, 500))),
                )
                for number in offers
            ]
            keep(work.session, *shown, marketplace=source, when=NOON + day * DAY + timedelta(hours=dice.randrange(12)))
    return work


def test_a_new_trends_past_is_what_sql_tells_of_it(market: Overheard) -> None:
    today = (NOON + (DAYS - 1) * DAY).date()
    analyse(market, at=NOON + (DAYS - 1) * DAY)
    session = market.session
    gained = {tuple(row[:3]): row.reviews for row in session.execute(_GAINED)}
    levels = {tuple(row[:3]): row for row in session.execute(_LEVELS)}
    rows = session.scalars(select(Signal)).all()
    assert {row.source for row in rows} == {"sample", "shopify"}
    assert gained.keys() <= {(row.trend_id, row.source, row.day) for row in rows}
    for row in rows:
        at = (row.trend_id, row.source, row.day)
        assert row.reviews_gained == pytest.approx(gained.get(at, 0.0), abs=1e-8)
        if row.sellers is None and row.day < today:
            low, mid, high = levels[at].prices if at in levels else (None, None, None)
            assert (row.price_low, row.price_mid, row.price_high) == (low, mid, high)
            assert row.rank_mid == (levels[at].rank_mid if at in levels else None)


def test_told_again_by_a_later_day_it_is_the_same(market: Overheard) -> None:
    at = NOON + (DAYS - 1) * DAY
    analyse(market, at=at)
    first = {(row.trend_id, row.source, row.day): row.reviews_gained for row in market.session.scalars(select(Signal))}
    market.session.execute(delete(Signal).where(Signal.day > at.date() - 10 * DAY))
    analyse(market, at=at)
    market.session.expire_all()
    again = {(row.trend_id, row.source, row.day): row.reviews_gained for row in market.session.scalars(select(Signal))}
    assert again == first
