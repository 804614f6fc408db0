"""Offers that want to be compared: noted in the transaction that changed them, taken by the one that compares them."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from wareloom.market.matching.identifiers import CARRIED
from wareloom.market.matching.score import VERSION

_TOLD = ("title", "image_url", "seller", *(f"details->>'{name}'" for name in ("brand", *CARRIED)))

RETOLD = "({}) IS DISTINCT FROM ({})".format(*(", ".join(f"{row}.{name}" for name in _TOLD) for row in ("old", "new")))
"""Of an upsert's row: whether it is new or tells something else that the matcher looks at. A price moves daily."""

# A note that is there already is held until the commit: who takes it before would compare the offer as it was. All in
# one order, for a page and the look at pictures may want the same ones.
_WAIT = text("""
    INSERT INTO market_match_waiting AS note (offer_id, since)
    SELECT unnest(CAST(:ids AS uuid[])), :since
    ON CONFLICT (offer_id) DO UPDATE SET since = note.since
""")
_TAKE = text("""
    DELETE FROM market_match_waiting WHERE offer_id IN (
        SELECT offer_id FROM market_match_waiting ORDER BY since, offer_id LIMIT :most FOR UPDATE SKIP LOCKED)
    RETURNING offer_id
""")
_OUTDATED = text("""
    INSERT INTO market_match_waiting (offer_id, since)
    SELECT offer_id, :since FROM (
        SELECT offer_id FROM market_match_members WHERE version < :version ORDER BY version, offer_id LIMIT :most
    ) AS outdated ORDER BY offer_id
    ON CONFLICT DO NOTHING
""")


def wait(session: Session, offer_ids: Sequence[UUID], since: datetime) -> None:
    if offer_ids:
        session.execute(_WAIT, {"ids": sorted(offer_ids), "since": since})


def take(session: Session, most: int, now: datetime) -> list[UUID]:
    """Those who wait longest. When nobody does, those whom an earlier version of the matcher compared."""
    asked = {"most": most, "since": now, "version": VERSION}
    taken = session.scalars(_TAKE, asked).all()
    if not taken:
        session.execute(_OUTDATED, asked)
        taken = session.scalars(_TAKE, asked).all()
    return sorted(taken)
