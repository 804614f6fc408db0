"""Analyse the market: group what is offered into niches, score them, and keep them with their evidence and signals.

A niche keeps its row for as long as it keeps its key or most of its offers, and its history for ever. One that no
offer belongs to any more loses its evidence and nothing else: its row and points tell how it was, `analysed_at` tells
when that was, and lists leave it out. It takes up its history where it left off when it comes back.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from wareloom.kit import clock
from wareloom.kit.ids import new_id
from wareloom.kit.work import Work
from wareloom.market.document import written
from wareloom.market.models import Offer
from wareloom.trends.describe import Described, MarketOffer, describe
from wareloom.trends.inherit import inherit, keep_kinships
from wareloom.trends.keep_evidence import keep_evidence
from wareloom.trends.models import Evidence, Point, Trend
from wareloom.trends.outlook.judge import judge
from wareloom.trends.score import parts
from wareloom.trends.signals.roll_up import roll_up
from wareloom.trends.wording.once import once

_AT_ONCE = 5_000

_TRENDS = text("""
    INSERT INTO trends_trends AS kept (id, key, name, words, marketplaces, offers_count, rating_avg, reviews_avg,
        currency, price_avg, price_min, price_max, priced_count, demand, growth, competition, profitability, overall,
        audience, styles, first_seen_at, analysed_at)
    SELECT id, key, name, words, marketplaces, offers_count, rating_avg, reviews_avg, currency, price_avg, price_min,
        price_max, priced_count, demand, growth, competition, profitability, overall, audience, styles, :at, :at
    FROM json_to_recordset(CAST(:rows AS json)) AS seen (id uuid, key text, name text, words text[],
        marketplaces jsonb, offers_count integer, rating_avg numeric, reviews_avg numeric, currency text,
        price_avg numeric, price_min numeric, price_max numeric, priced_count integer, demand numeric, growth numeric,
        competition numeric, profitability numeric, overall numeric, audience jsonb, styles jsonb)
    ON CONFLICT (key) DO UPDATE SET
        name = excluded.name,
        words = excluded.words,
        marketplaces = excluded.marketplaces,
        offers_count = excluded.offers_count,
        rating_avg = excluded.rating_avg,
        reviews_avg = excluded.reviews_avg,
        currency = excluded.currency,
        price_avg = excluded.price_avg,
        price_min = excluded.price_min,
        price_max = excluded.price_max,
        priced_count = excluded.priced_count,
        demand = excluded.demand,
        growth = excluded.growth,
        competition = excluded.competition,
        profitability = excluded.profitability,
        overall = excluded.overall,
        audience = excluded.audience,
        styles = excluded.styles,
        first_seen_at = least(kept.first_seen_at, excluded.first_seen_at),
        analysed_at = excluded.analysed_at
    RETURNING key, id
""")

_POINTS = text("""
    INSERT INTO trends_points (trend_id, day, offers_count, rating_avg, reviews_avg, price_avg, demand, growth,
        competition, profitability, overall)
    SELECT id, :day, offers_count, rating_avg, reviews_avg, price_avg, demand, growth, competition, profitability,
        overall
    FROM trends_trends WHERE id = ANY(:trends)
    ON CONFLICT (trend_id, day) DO UPDATE SET
        offers_count = excluded.offers_count,
        rating_avg = excluded.rating_avg,
        reviews_avg = excluded.reviews_avg,
        price_avg = excluded.price_avg,
        demand = excluded.demand,
        growth = excluded.growth,
        competition = excluded.competition,
        profitability = excluded.profitability,
        overall = excluded.overall
""")


def analyse(work: Work, *, at: datetime | None = None) -> int:
    """How many trends there are now. Two analyses at once take turns, and the second finds what the first left."""
    at = at or clock.now()
    session = work.session
    session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended("trends:analyse", 0))))
    offers = _offers(session)
    niches = list(describe(offers))
    inherited = inherit(session, niches)
    ids = _keep_trends(session, niches, at)
    keep_kinships(session, inherited, ids, at)
    session.execute(_POINTS, {"day": at.date(), "trends": list(ids.values())})
    keep_evidence(session, niches, ids, (offer.id for offer in offers))
    roll_up(session, at=at)
    judge(session, at=at)
    _forget(session)
    return len(niches)


def _offers(session: Session) -> Sequence[MarketOffer]:
    """In the order of their ids, which is the order in which they were first seen."""
    query = select(
        Offer.id,
        Offer.marketplace,
        Offer.title,
        Offer.tags,
        Offer.category,
        Offer.price,
        Offer.currency,
        Offer.rating,
        Offer.reviews_count,
    ).order_by(Offer.id)
    rows = session.execute(query, execution_options={"yield_per": _AT_ONCE})
    return [_slim(MarketOffer(*row)) for row in rows]


def _slim(offer: MarketOffer) -> MarketOffer:
    return replace(
        offer,
        marketplace=once(offer.marketplace),
        tags=tuple(map(once, offer.tags)),
        category=once(offer.category),
        price=once(offer.price),
        rating=once(offer.rating),
    )


def _keep_trends(session: Session, niches: Iterable[Described], at: datetime) -> dict[str, UUID]:
    # In the order of their keys, as they come: everybody locks rows in one order.
    rows = session.execute(_TRENDS, {"rows": written([_trend(niche) for niche in niches]), "at": at})
    return {row.key: row.id for row in rows}


def _trend(niche: Described) -> dict[str, Any]:
    return {
        "id": new_id(),
        "key": niche.key,
        "name": niche.name,
        "words": niche.words,
        "audience": [asdict(count) for count in niche.audience],
        "styles": [asdict(count) for count in niche.styles],
        **asdict(niche.figures),
        **{name: part.value for name, part in parts(niche.figures).items()},
    }


def _forget(session: Session) -> None:
    """Rows that were loaded before tell the figures of before."""
    for row in session:
        if isinstance(row, Trend | Point | Evidence):
            session.expire(row)
