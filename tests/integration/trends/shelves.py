"""Niches put together by hand, and what left their shelves worked out the slow way: look by look."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from wareloom.kit.ids import new_id

DAY = timedelta(days=1)
_TREND = text("""
    INSERT INTO trends_trends (id, key, name, words, marketplaces, offers_count, priced_count, demand, growth,
        competition, profitability, overall, audience, styles, first_seen_at, analysed_at)
    VALUES (:id, :key, :key, '{}', '{}', 0, 0, 0, 0, 0, 0, 0, '[]', '[]', now(), now())
""")
_EVIDENCE = text(
    "INSERT INTO trends_evidence (trend_id, offer_id, words) SELECT :id, unnest(CAST(:of AS uuid[])), '{}'"
)


class Look(NamedTuple):
    at: datetime
    stock: int | None


def niche_of(session: Session, offers: Iterable[UUID]) -> UUID:
    trend_id = new_id()
    session.execute(_TREND, {"id": trend_id, "key": str(trend_id)})
    session.execute(_EVIDENCE, {"id": trend_id, "of": list(offers)})
    return trend_id


def left_plainly(looks: Sequence[Look], since: datetime, until: datetime) -> tuple[float, float] | None:
    """Units and days of an offer that was visited at every look. What a look leaves out is as it was."""
    units, days = 0.0, 0.0
    for before, after in pairwise(_known(looks)):
        inside = min(after.at, until) - max(before.at, since)
        if before.stock is None or after.stock is None or inside <= timedelta():
            continue
        filled_up = after.stock > before.stock
        taken_away = before.stock >= 100 and after.stock * 5 < before.stock
        if filled_up or taken_away:
            continue
        units += (before.stock - after.stock) * (inside / (after.at - before.at))
        days += inside / DAY
    return (units, days) if days else None


def _known(looks: Sequence[Look]) -> list[Look]:
    told: list[Look] = []
    for look in looks:
        as_it_was = told[-1].stock if told and look.stock is None else look.stock
        told.append(Look(look.at, as_it_was))
    return told
