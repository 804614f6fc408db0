"""Keep which offers a trend's figures are made of, as they were when they were. What did not change is not written."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any
from uuid import UUID

import numpy as np
from sqlalchemy import text
from sqlalchemy.orm import Session

from wareloom.market.document import written
from wareloom.trends.describe import Described
from wareloom.trends.inherit import homes
from wareloom.trends.listen import Market
from wareloom.trends.niche import Niche

_AT_ONCE = 5_000

_LEAVE = text("""
    DELETE FROM trends_evidence AS held
    USING unnest(CAST(:offers AS uuid[]), CAST(:trends AS uuid[])) AS left_behind (offer_id, trend_id)
    WHERE held.offer_id = left_behind.offer_id AND held.trend_id = left_behind.trend_id
""")
_TOLD = "words, price, currency, rating, reviews_count"
_HELD, _SEEN, _NEW = (
    ", ".join(f"{side}.{name}" for name in _TOLD.split(", ")) for side in ("held", "seen", "excluded")
)
# What is held just so is not even looked at for writing: a lock would write a row, too.
_KEEP = text(f"""
    INSERT INTO trends_evidence (trend_id, offer_id, {_TOLD})
    SELECT seen.trend_id, seen.offer_id, {_SEEN}
    FROM json_to_recordset(CAST(:rows AS json)) AS seen (trend_id uuid, offer_id uuid, words text[], price numeric,
        currency text, rating numeric, reviews_count bigint)
    LEFT JOIN trends_evidence AS held ON held.trend_id = seen.trend_id AND held.offer_id = seen.offer_id
    WHERE held.offer_id IS NULL OR ({_HELD}) IS DISTINCT FROM ({_SEEN})
    ON CONFLICT (trend_id, offer_id) DO UPDATE SET ({_TOLD}) = ROW ({_NEW})
""")  # noqa: S608 - put together from the names above


def leave(session: Session, niches: Sequence[Niche], market: Market, ids: Mapping[str, UUID]) -> None:
    """Offers that went elsewhere, or nowhere, are no evidence of what they were. `ids` are of niches with a row."""
    place = {trend_id: at for at, trend_id in enumerate(market.trends)}
    rows = [place.get(ids[niche.key], -1) if niche.key in ids else -1 for niche in niches]
    home = homes(niches, len(market.before))
    now = np.append(np.array(rows, dtype=np.int64), -1)[home]
    gone = np.flatnonzero((market.before >= 0) & (market.before != now))
    for start in range(0, len(gone), _AT_ONCE):
        some = gone[start : start + _AT_ONCE]
        were: list[int] = market.before[some].tolist()
        trends = [market.trends[one] for one in were]
        session.execute(_LEAVE, {"offers": market.spelled(some), "trends": trends})


def keep_evidence(session: Session, niches: Iterable[Described], ids: Mapping[str, UUID]) -> None:
    for rows in _bundles(row for niche in niches for row in _rows(niche, ids[niche.key])):
        session.execute(_KEEP, {"rows": written(rows)})


def _rows(niche: Described, trend_id: UUID) -> Iterator[dict[str, Any]]:
    for offer, words in niche.evidence:
        yield {
            "trend_id": trend_id,
            "offer_id": offer.id,
            "words": words,
            "price": offer.price,
            "currency": offer.currency,
            "rating": offer.rating,
            "reviews_count": offer.reviews_count,
        }


def _bundles(rows: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    coming = iter(rows)
    while bundle := list(islice(coming, _AT_ONCE)):
        yield bundle
