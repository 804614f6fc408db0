"""Pairs as they are kept: a match for each two offers that are, or may be, one product."""

import hashlib
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import or_, select, text
from sqlalchemy.orm import Session

from wareloom.market.matching.evidence import compare
from wareloom.market.matching.likeness import Likeness, likeness
from wareloom.market.matching.models import Match, MatchMember, Picture
from wareloom.market.matching.score import VERSION, parts, score, verdict
from wareloom.market.models import Offer

Ids = tuple[UUID, UUID]
_KEEP = text("""
    INSERT INTO market_matches AS kept (first_id, second_id, verdict, score, parts, version, decided_at)
    SELECT first_id, second_id, verdict, score, parts, :version, :now
    FROM json_to_recordset(CAST(:found AS json))
        AS found (first_id uuid, second_id uuid, verdict text, score float, parts jsonb)
    ON CONFLICT (first_id, second_id) DO UPDATE SET verdict = excluded.verdict, score = excluded.score,
        parts = excluded.parts, version = excluded.version,
        decided_at = CASE WHEN kept.verdict = excluded.verdict THEN kept.decided_at ELSE excluded.decided_at END
""")
_FORGET = text("""
    DELETE FROM market_matches WHERE (first_id, second_id) IN
        (SELECT * FROM unnest(CAST(:first AS uuid[]), CAST(:second AS uuid[])))
""")


def ordered(one: UUID, other: UUID) -> Ids:
    return (one, other) if one < other else (other, one)


def digest(url: str) -> bytes:
    return hashlib.sha256(url.encode()).digest()


def read_likenesses(session: Session, offer_ids: Collection[UUID]) -> dict[UUID, Likeness]:
    query = (
        select(
            Offer.id, Offer.marketplace, Offer.external_id, Offer.title, Offer.seller, Offer.details, Offer.price_usd,
            Picture.hash.label("picture"),
        )
        .outerjoin(MatchMember, MatchMember.offer_id == Offer.id)
        .outerjoin(Picture, Picture.url_digest == MatchMember.picture)
        .where(Offer.id.in_(offer_ids))
    )  # fmt: skip
    return {
        row.id: likeness(
            marketplace=row.marketplace,
            external_id=row.external_id,
            title=row.title,
            seller=row.seller,
            details=row.details,
            price_usd=row.price_usd,
            picture=row.picture,
        )
        for row in session.execute(query)
    }


def kept_pairs(session: Session, offer_ids: Iterable[UUID]) -> dict[Ids, Match]:
    """All that any of these offers is one of."""
    wanted = list(offer_ids)
    query = select(Match).where(or_(Match.first_id.in_(wanted), Match.second_id.in_(wanted)))
    rows = session.scalars(query.execution_options(populate_existing=True))
    return {(row.first_id, row.second_id): row for row in rows}


def keep_pairs(session: Session, before: Collection[Ids], found: Mapping[Ids, dict[str, Any]], now: datetime) -> None:
    """What is no longer found is forgotten; what a pair was called first, it has been called since then."""
    gone = [pair for pair in before if pair not in found]
    if gone:
        session.execute(_FORGET, {"first": [first for first, _ in gone], "second": [second for _, second in gone]})
    if found:
        rows = [{"first_id": pair[0], "second_id": pair[1], **row} for pair, row in sorted(found.items())]
        said = {"found": orjson.dumps(rows).decode(), "version": VERSION, "now": now}
        session.execute(_KEEP, said)


def judge(one: Likeness, other: Likeness) -> dict[str, Any] | None:
    """None where nothing is to be said of the two."""
    evidence = compare(one, other)
    scored = score(evidence)
    called = verdict(scored)
    return {"verdict": called, "score": scored, "parts": parts(evidence)} if called else None
