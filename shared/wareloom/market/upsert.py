"""The statement that keeps a page's offers, put together once from what holds for each column.

The newest page says how things are; what it leaves out is as it was. An older page that comes late only fills gaps, and
none of what moves: that has its place in the history.
"""

from sqlalchemy import text

from wareloom.market.matching.waiting import RETOLD
from wareloom.market.moves import Shown

_NEWER = "kept.last_seen_at <= excluded.last_seen_at"
_PRICED = f"({_NEWER} AND excluded.price IS NOT NULL)"
_GONE_BY = "coalesce(excluded.availability, kept.availability) IS DISTINCT FROM kept.availability"
_MOVING = ("rating", "reviews_count", "availability", "rank")
_EMPTY = {"category_path": "'{}'", "tags": "'{}'", "details": "'{}'"}


def _when(condition: str, then: str, otherwise: str) -> str:
    return f"CASE WHEN {condition} THEN {then} ELSE {otherwise} END"


def _known(name: str) -> str:
    told, was = (
        f"nullif({row}.{name}, {_EMPTY[name]})" if name in _EMPTY else f"{row}.{name}" for row in ("excluded", "kept")
    )
    return _when(_NEWER, f"coalesce({told}, kept.{name})", f"coalesce({was}, excluded.{name})")


_RULES = {
    **{name: _when(_NEWER, f"excluded.{name}", f"kept.{name}") for name in ("title", "sponsored", "page_id")},
    **{name: _known(name) for name in ("seller", "category", "image_url", "product_url", *_EMPTY)},
    **{name: _when(_NEWER, f"coalesce(excluded.{name}, kept.{name})", f"kept.{name}") for name in _MOVING},
    # As `moves.after` says it: a stock is known for as long as its availability stays.
    "stock": _when(_NEWER, _when(_GONE_BY, "excluded.stock", "coalesce(excluded.stock, kept.stock)"), "kept.stock"),
    # A price comes with its list price and its currency: half of one and half of another would be nobody's price.
    **{name: _when(_PRICED, f"excluded.{name}", f"kept.{name}") for name in ("price", "list_price")},
    "currency": _when(_PRICED, "coalesce(excluded.currency, kept.currency)", "kept.currency"),
    "first_seen_at": "least(kept.first_seen_at, excluded.first_seen_at)",
    "last_seen_at": "greatest(kept.last_seen_at, excluded.last_seen_at)",
}

UPSERT = text(f"""
    INSERT INTO market_offers AS kept (id, marketplace, external_id, title, seller, category, category_path, tags,
        price, list_price, currency, price_usd, rated_on, rating, reviews_count, availability, rank, stock,
        sponsored, image_url, product_url, details, first_seen_at, last_seen_at, page_id)
    SELECT id, :marketplace, external_id, title, seller, category, category_path, tags,
        price, list_price, page.currency, round(price / per_usd, 4), CASE WHEN price IS NOT NULL THEN day END,
        rating, reviews_count, availability, rank, stock, sponsored,
        image_url, product_url, details, first_seen_at, :at, :page_id
    FROM json_to_recordset(CAST(:page AS json)) AS page (id uuid, external_id text, title text, seller text,
        category text, category_path text[], tags text[], price numeric, list_price numeric, currency text,
        rating numeric, reviews_count bigint, availability text, rank bigint, stock bigint, sponsored boolean,
        image_url text, product_url text, details jsonb, first_seen_at timestamptz)
    LEFT JOIN LATERAL (SELECT per_usd, day FROM market_rates
        WHERE market_rates.currency = page.currency ORDER BY day DESC LIMIT 1) AS rate ON true
    ORDER BY external_id
    ON CONFLICT (marketplace, external_id) DO UPDATE SET
        {", ".join(f"{name} = {rule}" for name, rule in _RULES.items())},
        (price_usd, rated_on) = (
            SELECT kept.price_usd, kept.rated_on WHERE NOT {_PRICED}
            UNION ALL
            (SELECT round(excluded.price / per_usd, 4), day FROM market_rates
                WHERE {_PRICED} AND currency = coalesce(excluded.currency, kept.currency) ORDER BY day DESC LIMIT 1))
    RETURNING new.id, new.external_id, old.first_seen_at, old.last_seen_at, old.page_id, old.price, old.list_price,
        old.currency, old.rating, old.reviews_count, old.availability, old.rank, old.stock, {RETOLD} AS retold
""")  # noqa: S608 - put together from the names above

# After a correction, an offer shows what its history ends with.
SHOW_LAST = text(f"""
    UPDATE market_offers AS offer SET {", ".join(f"{name} = last.{name}" for name in Shown._fields)},
        (price_usd, rated_on) = (SELECT round(last.price / per_usd, 4), day FROM market_rates
            WHERE currency = last.currency AND last.price IS NOT NULL ORDER BY day DESC LIMIT 1)
    FROM market_offers AS here
    CROSS JOIN LATERAL (SELECT * FROM market_sightings
        WHERE offer_id = here.id AND seen_at BETWEEN here.first_seen_at AND here.last_seen_at
        ORDER BY seen_at DESC LIMIT 1) AS last
    WHERE here.id = ANY(:ids) AND offer.id = here.id
""")  # noqa: S608 - put together from the names above
