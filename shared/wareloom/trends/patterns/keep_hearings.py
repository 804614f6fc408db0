"""Hear every offer once, and again when its words change: a day's analysis reads a day's offers."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.orm import Session

from wareloom.market.document import written
from wareloom.trends.patterns.entries import edition
from wareloom.trends.patterns.hear import COLOUR_FIELDS, hear

_AT_ONCE = 5_000

_FIELDS = ", ".join(f"offer.details ->> '{name}'" for name in COLOUR_FIELDS)
_DIGEST = f"""md5(concat_ws(chr(31), CAST(:edition AS text), offer.title, array_to_string(offer.tags, chr(30)),
    offer.category, {_FIELDS}))"""
_NEW = text(f"""
    SELECT offer.id, offer.title, offer.tags, offer.category, coalesce({_FIELDS}) AS colour, {_DIGEST} AS digest
    FROM market_offers AS offer LEFT JOIN trends_hearings AS heard ON heard.offer_id = offer.id
    WHERE (CAST(:after AS uuid) IS NULL OR offer.id > :after) AND heard.digest IS DISTINCT FROM {_DIGEST}
    ORDER BY offer.id LIMIT :at_once
""")  # noqa: S608 - put together from the names above
_KEEP = text("""
    INSERT INTO trends_hearings (offer_id, digest, product, said)
    SELECT offer_id, digest, product, said
    FROM json_to_recordset(CAST(:rows AS json)) AS heard (offer_id uuid, digest text, product text, said jsonb)
    ON CONFLICT (offer_id) DO UPDATE SET digest = excluded.digest, product = excluded.product, said = excluded.said
""")


def keep_hearings(session: Session) -> int:
    """How many were heard."""
    after: UUID | None = None
    heard = 0
    while rows := _new(session, after):
        session.execute(_KEEP, {"rows": written([_heard(row) for row in rows])})
        after = rows[-1].id
        heard += len(rows)
    return heard


def _new(session: Session, after: UUID | None) -> Sequence[Row[Any]]:
    return session.execute(_NEW, {"after": after, "edition": edition(), "at_once": _AT_ONCE}).all()


def _heard(row: Row[Any]) -> dict[str, Any]:
    told = hear(row.title, row.tags, row.category, colour=row.colour)
    product = next(iter(told.pop("product", ())), None)
    return {"offer_id": row.id, "digest": row.digest, "product": product, "said": told}
