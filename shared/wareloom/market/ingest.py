"""Keep what a page showed: offers by marketplace and external id, and a sighting wherever something moved.

Rows travel as one JSON document a statement however many there are: the cheapest thing for this side to write. Repeats
are harmless: the unique keys absorb them.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, cast
from uuid import UUID

import orjson
from sqlalchemy import text
from sqlalchemy.orm import Session

from wareloom.kit.ids import new_id
from wareloom.market.page import SeenOffer

_SHOWN = tuple(name for name in SeenOffer.model_fields if name != "history")


@dataclass(frozen=True)
class Kept:
    seen: int
    new: int
    changed: int


# Only an older page can be late, so the newest moment wins; a page that leaves a number out does not erase it.
_OFFERS = text("""
    INSERT INTO market_offers AS kept (id, marketplace, external_id, title, seller, category, tags, price, currency,
        rating, reviews_count, image_url, product_url, details, first_seen_at, last_seen_at)
    SELECT id, :marketplace, external_id, title, seller, category, tags, price, currency, rating, reviews_count,
        image_url, product_url, details, first_seen_at, :at
    FROM json_to_recordset(CAST(:page AS json)) AS page (id uuid, external_id text, title text, seller text,
        category text, tags text[], price numeric, currency text, rating numeric, reviews_count bigint, image_url text,
        product_url text, details jsonb, first_seen_at timestamptz)
    ON CONFLICT (marketplace, external_id) DO UPDATE SET
        title = excluded.title,
        seller = coalesce(excluded.seller, kept.seller),
        category = coalesce(excluded.category, kept.category),
        tags = excluded.tags,
        price = excluded.price,
        currency = coalesce(excluded.currency, kept.currency),
        rating = coalesce(excluded.rating, kept.rating),
        reviews_count = coalesce(excluded.reviews_count, kept.reviews_count),
        image_url = coalesce(excluded.image_url, kept.image_url),
        product_url = coalesce(excluded.product_url, kept.product_url),
        details = excluded.details,
        first_seen_at = least(kept.first_seen_at, excluded.first_seen_at),
        last_seen_at = excluded.last_seen_at
    WHERE kept.last_seen_at <= excluded.last_seen_at
""")

_KNOWN = text("""
    SELECT external_id, id FROM market_offers
    WHERE marketplace = :marketplace AND external_id = ANY(:external_ids)
""")

# A sighting is kept when it differs from the one before it: the one before is either in this page or the last one kept.
_SIGHTINGS = text("""
    WITH page AS (
        SELECT * FROM json_to_recordset(CAST(:page AS json))
            AS page (offer_id uuid, seen_at timestamptz, price numeric, currency text, rating numeric,
            reviews_count bigint)
    ), earliest AS (
        SELECT offer_id, min(seen_at) AS seen_at FROM page GROUP BY offer_id
    ), before AS (
        SELECT last.* FROM earliest CROSS JOIN LATERAL (
            SELECT offer_id, seen_at, price, currency, rating, reviews_count FROM market_sightings
            WHERE offer_id = earliest.offer_id AND seen_at < earliest.seen_at ORDER BY seen_at DESC LIMIT 1) AS last
    ), marked AS (
        SELECT *, lag(ROW(price, currency, rating, reviews_count)) OVER one AS earlier,
            ROW(price, currency, rating, reviews_count) AS this
        FROM (SELECT *, true AS fresh FROM page UNION ALL SELECT *, false FROM before) AS both_of_them
        WINDOW one AS (PARTITION BY offer_id ORDER BY seen_at)
    ), kept AS (
        INSERT INTO market_sightings (offer_id, seen_at, price, currency, rating, reviews_count, task_id)
        SELECT offer_id, seen_at, price, currency, rating, reviews_count, :task_id FROM marked
        WHERE fresh AND (earlier IS NULL OR earlier IS DISTINCT FROM this)
        ON CONFLICT DO NOTHING
        RETURNING offer_id
    )
    SELECT DISTINCT offer_id FROM kept
""")


def ingest(
    session: Session, marketplace: str, offers: Sequence[SeenOffer], *, at: datetime, task_id: UUID | None
) -> Kept:
    page = list({offer.external_id: offer for offer in offers}.values())
    if not page:
        return Kept(0, 0, 0)
    # One order for everybody, so that two pages with the same offers cannot wait for each other.
    page.sort(key=lambda offer: offer.external_id)
    external_ids = [offer.external_id for offer in page]
    known = _known(session, marketplace, external_ids)
    rows = _written([_row(offer, at) for offer in page])
    session.execute(_OFFERS, {"marketplace": marketplace, "at": at, "page": rows})
    ids = _known(session, marketplace, external_ids)
    shown = [row for offer in page for row in _sightings(ids[offer.external_id], offer, at)]
    moved = session.execute(_SIGHTINGS, {"task_id": task_id, "page": _written(shown)}).scalars().all()
    new = len(ids.keys() - known.keys())
    return Kept(seen=len(page), new=new, changed=len(set(moved) & set(known.values())))


def _known(session: Session, marketplace: str, external_ids: list[str]) -> dict[str, UUID]:
    rows = session.execute(_KNOWN, {"marketplace": marketplace, "external_ids": external_ids})
    return {row.external_id: row.id for row in rows}


def _row(offer: SeenOffer, at: datetime) -> dict[str, Any]:
    shown = {name: getattr(offer, name) for name in _SHOWN}
    first = min((glimpse.seen_at for glimpse in offer.history), default=at)
    return {"id": new_id(), "first_seen_at": first, **shown}


def _sightings(offer_id: UUID, offer: SeenOffer, at: datetime) -> Iterator[dict[str, Any]]:
    for seen_at, shown in [*((glimpse.seen_at, glimpse) for glimpse in offer.history), (at, offer)]:
        yield {
            "offer_id": offer_id,
            "seen_at": seen_at,
            "price": shown.price,
            "currency": shown.currency,
            "rating": shown.rating,
            "reviews_count": shown.reviews_count,
        }


def _written(rows: list[dict[str, Any]]) -> str:
    """Almost no page needs cleaning, so it is looked for in the finished document."""
    with suppress(TypeError):  # half of a surrogate pair
        document = orjson.dumps(rows, default=_spelled)
        if b"\\u0000" not in document:
            return document.decode()
    return orjson.dumps(_cleaned(rows), default=_spelled).decode()


def _spelled(value: object) -> str:
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no place in an offer")


def _cleaned(value: Any) -> Any:
    """Without the null character and halves of surrogate pairs: PostgreSQL refuses both, and no shop means them."""
    if isinstance(value, str):
        return value.replace("\x00", "").encode(errors="ignore").decode()
    if isinstance(value, dict):
        return {_cleaned(key): _cleaned(item) for key, item in cast("dict[str, Any]", value).items()}
    if isinstance(value, list | tuple):
        return [_cleaned(item) for item in cast("list[Any]", value)]
    return value
