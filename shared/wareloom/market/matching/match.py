"""Compare the offers that wait with those that share a key with them, keep what is found, and group what it touches.

A slice is one transaction. One matcher works at a time, for two might each miss what the other has not committed; a
second one turns away. What a slice did is gone from the list of those who wait, so whoever comes next goes on there.
"""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from wareloom.kit import clock
from wareloom.kit.work import Work
from wareloom.market.matching.keys import ENOUGH, keys
from wareloom.market.matching.likeness import Likeness
from wareloom.market.matching.pairs import Ids, digest, judge, keep_pairs, kept_pairs, ordered, read_likenesses
from wareloom.market.matching.regroup import regroup
from wareloom.market.matching.score import VERSION
from wareloom.market.matching.turn import is_ours
from wareloom.market.matching.waiting import take
from wareloom.market.models import Offer

SLICE = 200
MOST_PER_KEY = 50
"""A key that more offers have says too little to look there: their other keys lead to them."""
_PICTURED = ("https://", "http://")
_KEEP_PICTURES = text("""
    INSERT INTO market_pictures (url_digest, url, tries, look_at)
    SELECT *, 0, CAST(:now AS timestamptz) FROM unnest(CAST(:digests AS bytea[]), CAST(:urls AS text[]))
    ON CONFLICT DO NOTHING
""")
_KEEP_MEMBERS = text("""
    INSERT INTO market_match_members (offer_id, picture, version, matched_at)
    SELECT *, :version, :now FROM unnest(CAST(:ids AS uuid[]), CAST(:pictures AS bytea[]))
    ON CONFLICT (offer_id) DO UPDATE SET
        picture = excluded.picture, version = excluded.version, matched_at = excluded.matched_at
""")
_FORGET_KEYS = text("DELETE FROM market_match_keys WHERE offer_id = ANY(:ids)")
_KEEP_KEYS = text("""
    INSERT INTO market_match_keys (key, offer_id, weight)
    SELECT * FROM unnest(CAST(:keys AS bigint[]), CAST(:ids AS uuid[]), CAST(:weights AS smallint[]))
""")
_CANDIDATES = text("""
    WITH mine AS MATERIALIZED (SELECT key, offer_id, weight FROM market_match_keys WHERE offer_id = ANY(:ids)),
    holding AS MATERIALIZED (
        SELECT key, offers, weights FROM (SELECT DISTINCT key FROM mine) AS asked
        CROSS JOIN LATERAL (
            SELECT array_agg(offer_id) AS offers, array_agg(weight) AS weights FROM (
                SELECT offer_id, weight FROM market_match_keys WHERE key = asked.key LIMIT :most + 1) AS few) AS held
        WHERE cardinality(offers) BETWEEN 2 AND :most)
    SELECT mine.offer_id AS one, theirs.offer_id AS other FROM mine JOIN holding USING (key)
    CROSS JOIN LATERAL unnest(offers, weights) AS theirs (offer_id, weight)
    WHERE theirs.offer_id <> mine.offer_id
    GROUP BY mine.offer_id, theirs.offer_id HAVING sum(greatest(mine.weight, theirs.weight)) >= :enough
""")


def match(work: Work, *, most: int = SLICE) -> dict[str, int]:
    """How many offers were compared: none when nobody waits, or when somebody else is at it."""
    session, now = work.session, clock.now()
    if not is_ours(session):
        return {"offers": 0}
    waiting = take(session, most, now)
    if waiting:
        _keep_members(session, waiting, now)
        found = _find(session, waiting)
        before = kept_pairs(session, waiting)
        keep_pairs(session, before, found, now)
        regroup(session, {*waiting, *(offer for pair in (*before, *found) for offer in pair)})
    return {"offers": len(waiting)}


def _keep_members(session: Session, offer_ids: Collection[UUID], now: datetime) -> None:
    rows = session.execute(select(Offer.id, Offer.image_url).where(Offer.id.in_(offer_ids)).order_by(Offer.id)).all()
    pictures = {row.id: row.image_url for row in rows if (row.image_url or "").startswith(_PICTURED)}
    urls = {digest(url): url for url in pictures.values()}
    if urls:
        said = {"digests": sorted(urls), "urls": [urls[one] for one in sorted(urls)], "now": now}
        session.execute(_KEEP_PICTURES, said)
    digests = [digest(pictures[row.id]) if row.id in pictures else None for row in rows]
    said = {"ids": [row.id for row in rows], "pictures": digests, "version": VERSION, "now": now}
    session.execute(_KEEP_MEMBERS, said)


def _find(session: Session, waiting: Collection[UUID]) -> dict[Ids, dict[str, Any]]:
    mine = read_likenesses(session, waiting)
    _keep_keys(session, mine)
    asked = {"ids": list(waiting), "most": MOST_PER_KEY, "enough": ENOUGH}
    together = {ordered(row.one, row.other) for row in session.execute(_CANDIDATES, asked)}
    others = {offer for pair in together for offer in pair} - mine.keys()
    known = {**mine, **read_likenesses(session, others)}
    judged = {pair: judge(known[pair[0]], known[pair[1]]) for pair in together}
    return {pair: row for pair, row in judged.items() if row}


def _keep_keys(session: Session, likenesses: Mapping[UUID, Likeness]) -> None:
    session.execute(_FORGET_KEYS, {"ids": list(likenesses)})
    rows = [(key, offer, weighs) for offer, one in likenesses.items() for key, weighs in sorted(keys(one).items())]
    names = ("keys", "ids", "weights")
    session.execute(_KEEP_KEYS, {name: [row[place] for row in rows] for place, name in enumerate(names)})
