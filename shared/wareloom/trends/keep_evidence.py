"""Keep which offers a trend's figures are made of, as they were when they were. What did not change is not written."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from wareloom.market.document import written
from wareloom.trends.describe import Described

AT_ONCE = 5_000

_LEFT = text("""
    DELETE FROM trends_evidence AS held
    USING json_to_recordset(CAST(:rows AS json)) AS seen (offer_id uuid, trend_id uuid)
    WHERE held.offer_id = seen.offer_id AND held.trend_id IS DISTINCT FROM seen.trend_id
""")
_TOLD = "words, price, currency, rating, reviews_count"
_HELD, _SEEN = (", ".join(f"{side}.{name}" for name in _TOLD.split(", ")) for side in ("held", "excluded"))
_KEEP = text(f"""
    INSERT INTO trends_evidence AS held (trend_id, offer_id, {_TOLD})
    SELECT trend_id, offer_id, {_TOLD}
    FROM json_to_recordset(CAST(:rows AS json)) AS seen (trend_id uuid, offer_id uuid, words text[], price numeric,
        currency text, rating numeric, reviews_count bigint)
    ON CONFLICT (trend_id, offer_id) DO UPDATE SET ({_TOLD}) = ROW ({_SEEN})
    WHERE ({_HELD}) IS DISTINCT FROM ({_SEEN})
""")  # noqa: S608 - put together from the names above


def keep_evidence(session: Session, niches: Iterable[Described], ids: dict[str, UUID], offers: Iterable[UUID]) -> None:
    """`offers` are all that there are: those of no niche are no evidence any more."""
    belongs = {offer.id: ids[niche.key] for niche in niches for offer, _words in niche.evidence}
    for rows in bundles({"offer_id": offer_id, "trend_id": belongs.get(offer_id)} for offer_id in offers):
        session.execute(_LEFT, {"rows": written(rows)})
    for rows in bundles(row for niche in niches for row in _rows(niche, ids[niche.key])):
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


def bundles(rows: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    coming = iter(rows)
    while bundle := list(islice(coming, AT_ONCE)):
        yield bundle
