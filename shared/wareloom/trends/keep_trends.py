"""Keep each niche's row and today's point of it."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from wareloom.kit.ids import new_id
from wareloom.market.document import written
from wareloom.trends.describe import Described
from wareloom.trends.score import parts

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

_TOLD = (
    "offers_count, rating_avg, reviews_avg, price_avg, demand, growth, competition, profitability, overall"
)  # fmt: skip
_HELD, _SEEN = (", ".join(f"{side}.{name}" for name in _TOLD.split(", ")) for side in ("held", "excluded"))
_POINTS = text(f"""
    INSERT INTO trends_points AS held (trend_id, day, {_TOLD})
    SELECT id, :day, {_TOLD} FROM trends_trends WHERE id = ANY(:trends)
    ON CONFLICT (trend_id, day) DO UPDATE SET ({_TOLD}) = ROW ({_SEEN})
    WHERE ({_HELD}) IS DISTINCT FROM ({_SEEN})
""")  # noqa: S608 - put together from the names above


def keep_trends(session: Session, niches: Iterable[Described], at: datetime) -> dict[str, UUID]:
    # In the order of their keys, as they come: everybody locks rows in one order.
    rows = session.execute(_TRENDS, {"rows": written([_trend(niche) for niche in niches]), "at": at})
    return {row.key: row.id for row in rows}


def keep_points(session: Session, trends: Sequence[UUID], day: date) -> None:
    session.execute(_POINTS, {"day": day, "trends": list(trends)})


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
