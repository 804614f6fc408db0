"""Let today's niches have the rows of yesterday's that they are, and keep how the others came about."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, insert, select, text, update
from sqlalchemy.orm import Session

from wareloom.market.document import written
from wareloom.trends.describe import Described
from wareloom.trends.keep_evidence import bundles
from wareloom.trends.lineage import Descent, Overlap, Sizes, descents
from wareloom.trends.models import Evidence, Kinship, Trend

_SHARED = text("""
    SELECT held.trend_id, seen.key, count(*) AS offers
    FROM json_to_recordset(CAST(:rows AS json)) AS seen (key text, offer_id uuid)
    JOIN trends_evidence AS held USING (offer_id)
    GROUP BY held.trend_id, seen.key
""")


def inherit(session: Session, niches: Sequence[Described]) -> list[tuple[Descent, str]]:
    """Before today's are kept: what is the same under other words takes its row's key along. With each descent comes
    the key that was before."""
    keys: dict[UUID, str] = {row.id: row.key for row in session.execute(select(Trend.id, Trend.key))}
    now = {niche.key: len(niche.evidence) for niche in niches}
    held = select(Evidence.trend_id, func.count().label("offers")).group_by(Evidence.trend_id)
    before: dict[UUID, int] = {row.trend_id: row.offers for row in session.execute(held)}
    vanished = {trend_id for trend_id in before if keys[trend_id] not in now}
    new = now.keys() - set(keys.values())
    if not vanished and not new:
        return []
    found = descents(_overlaps(session, niches), Sizes(before, now), vanished=vanished, new=new)
    for one in found:
        if one.kind == "renamed":
            session.execute(update(Trend).where(Trend.id == one.before).values(key=one.now))
    return [(one, keys[one.before]) for one in found]


def _overlaps(session: Session, niches: Iterable[Described]) -> list[Overlap]:
    shared: Counter[tuple[UUID, str]] = Counter()
    told = ({"key": niche.key, "offer_id": offer.id} for niche in niches for offer, _words in niche.evidence)
    for rows in bundles(told):
        for row in session.execute(_SHARED, {"rows": written(rows)}):
            shared[row.trend_id, row.key] += row.offers
    return [Overlap(trend_id, key, offers) for (trend_id, key), offers in shared.items()]


def keep_kinships(session: Session, found: Iterable[tuple[Descent, str]], ids: dict[str, UUID], at: datetime) -> None:
    rows = [
        {
            "trend_id": ids[one.now],
            "before_id": one.before,
            "at": at,
            "kind": one.kind,
            "key_before": key,
            "offers": one.offers,
        }
        for one, key in found
    ]
    if rows:
        session.execute(insert(Kinship), rows)
