"""Keep what a page showed: offers by marketplace and external id, and a sighting wherever something moved.

Rows travel as arrays in three statements however many there are. Repeats are harmless: the unique keys absorb them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import text
from sqlalchemy.orm import Session

from wareloom.kit.ids import new_id
from wareloom.market.page import SeenOffer


@dataclass(frozen=True)
class Kept:
    seen: int
    new: int
    changed: int


# Only an older page can be late, so the newest moment wins; a page that leaves a number out does not erase it.
_OFFERS = text("""
    INSERT INTO market_offers AS kept (id, marketplace, external_id, title, seller, category, tags, price, currency,
        rating, reviews_count, image_url, product_url, details, first_seen_at, last_seen_at)
    SELECT id, :marketplace, external_id, title, seller, category,
        ARRAY(SELECT jsonb_array_elements_text(tags)), price, currency, rating, reviews_count, image_url, product_url,
        details, coalesce(first_at, CAST(:at AS timestamptz)), :at
    FROM unnest(CAST(:ids AS uuid[]), CAST(:external_ids AS text[]), CAST(:titles AS text[]), CAST(:sellers AS text[]),
        CAST(:categories AS text[]), CAST(:tags AS jsonb[]), CAST(:prices AS numeric[]), CAST(:currencies AS text[]),
        CAST(:ratings AS numeric[]), CAST(:reviews AS int[]), CAST(:images AS text[]), CAST(:links AS text[]),
        CAST(:details AS jsonb[]), CAST(:first_ats AS timestamptz[]))
        AS page (id, external_id, title, seller, category, tags, price, currency, rating, reviews_count, image_url,
        product_url, details, first_at)
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
    RETURNING id, external_id
""")

_KNOWN = text("""
    SELECT external_id, id FROM market_offers
    WHERE marketplace = :marketplace AND external_id = ANY(:external_ids)
""")

# A sighting is kept when it differs from the one before it: the one before is either in this page or the last one kept.
_SIGHTINGS = text("""
    WITH page AS (
        SELECT * FROM unnest(CAST(:offers AS uuid[]), CAST(:ats AS timestamptz[]), CAST(:prices AS numeric[]),
            CAST(:currencies AS text[]), CAST(:ratings AS numeric[]), CAST(:reviews AS int[]))
            AS row (offer_id, seen_at, price, currency, rating, reviews_count)
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
    )
    INSERT INTO market_sightings (offer_id, seen_at, price, currency, rating, reviews_count, task_id)
    SELECT offer_id, seen_at, price, currency, rating, reviews_count, :task_id FROM marked
    WHERE fresh AND (earlier IS NULL OR earlier IS DISTINCT FROM this)
    ON CONFLICT DO NOTHING
    RETURNING offer_id
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
    session.execute(_OFFERS, {"marketplace": marketplace, "at": at, **_offer_columns(page, at)})
    ids = _known(session, marketplace, external_ids)
    moved = session.execute(_SIGHTINGS, {"task_id": task_id, **_sighting_columns(page, ids, at)}).scalars().all()
    new = len(ids.keys() - known.keys())
    return Kept(seen=len(page), new=new, changed=len(set(moved) & set(known.values())))


def _known(session: Session, marketplace: str, external_ids: list[str]) -> dict[str, UUID]:
    rows = session.execute(_KNOWN, {"marketplace": marketplace, "external_ids": external_ids})
    return {row.external_id: row.id for row in rows}


def _offer_columns(page: list[SeenOffer], at: datetime) -> dict[str, list[Any]]:
    return {
        "ids": [new_id() for _ in page],
        "external_ids": [offer.external_id for offer in page],
        "titles": [_clean(offer.title) for offer in page],
        "sellers": [_clean(offer.seller) for offer in page],
        "categories": [_clean(offer.category) for offer in page],
        "tags": [orjson.dumps([_clean(tag) for tag in offer.tags]).decode() for offer in page],
        "prices": [offer.price for offer in page],
        "currencies": [offer.currency for offer in page],
        "ratings": [offer.rating for offer in page],
        "reviews": [offer.reviews_count for offer in page],
        "images": [_clean(offer.image_url) for offer in page],
        "links": [_clean(offer.product_url) for offer in page],
        "details": [orjson.dumps(offer.details).decode().replace("\\u0000", "") for offer in page],
        "first_ats": [min((glimpse.seen_at for glimpse in offer.history), default=at) for offer in page],
    }


def _sighting_columns(page: Iterable[SeenOffer], ids: dict[str, UUID], at: datetime) -> dict[str, list[Any]]:
    columns: dict[str, list[Any]] = {
        name: [] for name in ("offers", "ats", "prices", "currencies", "ratings", "reviews")
    }
    for offer in page:
        row_id = ids[offer.external_id]
        for seen_at, shown in [*((glimpse.seen_at, glimpse) for glimpse in offer.history), (at, offer)]:
            columns["offers"].append(row_id)
            columns["ats"].append(seen_at)
            columns["prices"].append(shown.price)
            columns["currencies"].append(shown.currency)
            columns["ratings"].append(shown.rating)
            columns["reviews"].append(shown.reviews_count)
    return columns


def _clean(value: str | None) -> str | None:
    """PostgreSQL refuses the null character, and no shop means it."""
    return value.replace("\x00", "") if value else value
