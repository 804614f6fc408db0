"""Group anew whatever hangs together with some offers. What comes out depends on the pairs, not on how they came."""

from collections.abc import Callable, Collection
from functools import cache
from uuid import UUID

from sqlalchemy import or_, select, text
from sqlalchemy.orm import Session

from wareloom.kit.log import logger
from wareloom.market.matching.grouping import Pair, group
from wareloom.market.matching.likeness import Likeness
from wareloom.market.matching.models import Match, MatchMember
from wareloom.market.matching.pairs import Ids, judge, kept_pairs, ordered, read_likenesses
from wareloom.market.models import Offer

MOST_TOGETHER = 3000
"""Offers that hang together, directly or not; beyond it something is wrong with the pairs, and a person is told."""
_PLACE = text("""
    UPDATE market_match_members AS member SET group_id = said.group_id
    FROM unnest(CAST(:ids AS uuid[]), CAST(:groups AS uuid[])) AS said (offer_id, group_id)
    WHERE member.offer_id = said.offer_id AND member.group_id IS DISTINCT FROM said.group_id
""")
_log = logger(__name__)


def regroup(session: Session, offer_ids: Collection[UUID]) -> None:
    together = _hanging_together(session, set(offer_ids))
    pairs = {ids: row for ids, row in kept_pairs(session, together).items() if set(ids) <= together}
    places = _places(session, together)
    same = [_pair(ids, row.score, places) for ids, row in pairs.items() if row.verdict == "same"]
    groups = group(same, _alike(session, together, set(pairs)), places)
    leads = {offer: min(members) for members in groups for offer in members}
    ids = sorted(together)
    session.execute(_PLACE, {"ids": ids, "groups": [leads.get(offer) for offer in ids]})


def _hanging_together(session: Session, offers: set[UUID]) -> set[UUID]:
    """By pairs that are the same, and by the groups that they were in until now."""
    found, newest = set(offers), set(offers)
    while newest:
        if len(found) > MOST_TOGETHER:
            _log.error("more than %s offers hang together: the rest of them is grouped without these", MOST_TOGETHER)
            break
        edges = select(Match.first_id, Match.second_id).where(
            Match.verdict == "same", or_(Match.first_id.in_(newest), Match.second_id.in_(newest))
        )
        groups = select(MatchMember.group_id).where(MatchMember.offer_id.in_(newest))
        members = select(MatchMember.offer_id).where(MatchMember.group_id.in_(groups))
        seen = {offer for edge in session.execute(edges) for offer in edge} | set(session.scalars(members))
        newest = seen - found
        found |= newest
    return found


def _places(session: Session, offers: Collection[UUID]) -> dict[UUID, tuple[str, str]]:
    query = select(Offer.id, Offer.marketplace, Offer.external_id).where(Offer.id.in_(offers))
    return {row.id: (row.marketplace, row.external_id) for row in session.execute(query)}


def _pair(ids: Ids, score: float, places: dict[UUID, tuple[str, str]]) -> Pair[UUID]:
    first, second = sorted(ids, key=places.__getitem__)
    return Pair(first, second, score)


def _alike(session: Session, offers: Collection[UUID], kept: set[Ids]) -> Callable[[UUID, UUID], bool]:
    """A pair that is kept is alike. Others share no key, or are unlike: they are compared when they are to meet."""

    @cache
    def likenesses() -> dict[UUID, Likeness]:
        return read_likenesses(session, offers)

    def alike(one: UUID, other: UUID) -> bool:
        return ordered(one, other) in kept or judge(likenesses()[one], likenesses()[other]) is not None

    return alike
