"""An offer's group as one workspace sees it: the matcher's group, with the workspace's own words standing above it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from wareloom.market.matching.grouping import seen_from
from wareloom.market.matching.models import MatchMember, MatchOverride
from wareloom.market.matching.pairs import Ids, ordered

_MOST = 1000
"""Offers that a workspace's words have joined: enough to look at."""
Words = dict[Ids, MatchOverride]


@dataclass(frozen=True)
class View:
    group: frozenset[UUID]
    """The offer itself and all that are the same product."""
    overrides: Words
    """What the workspace has said of the offer and another."""


def view(session: Session, tenant_id: UUID, offer_id: UUID) -> View:
    groups, words = _around(session, tenant_id, offer_id)
    apart = {pair for pair, row in words.items() if row.verdict == "different"}
    seen = seen_from(offer_id, _beside(groups, words), lambda one, other: ordered(one, other) in apart)
    return View(seen, {pair: row for pair, row in words.items() if offer_id in pair})


def _beside(groups: Iterable[set[UUID]], words: Words) -> dict[UUID, list[UUID]]:
    """Whom each offer leads to: first by a person's word, then by the matcher's."""
    beside: dict[UUID, list[UUID]] = {}
    for one, other in sorted(pair for pair, row in words.items() if row.verdict == "same"):
        beside.setdefault(one, []).append(other)
        beside.setdefault(other, []).append(one)
    for members in groups:
        for member in members:
            beside.setdefault(member, []).extend(sorted(members))
    return beside


def _around(session: Session, tenant_id: UUID, offer_id: UUID) -> tuple[list[set[UUID]], Words]:
    """The groups that the workspace's words tie to this one, and all of its words on their members."""
    found, newest = {offer_id}, {offer_id}
    groups: dict[UUID, set[UUID]] = {}
    words: Words = {}
    while newest and len(found) <= _MOST:
        for row in session.scalars(_words(tenant_id, newest)):
            words[row.first_id, row.second_id] = row
        named = {end for pair, row in words.items() if row.verdict == "same" for end in pair} | newest
        for leader, member in session.execute(_members(named)):
            groups.setdefault(leader or member, set()).add(member)
        newest = named.union(*groups.values()) - found
        found |= newest
    return list(groups.values()), words


def _words(tenant_id: UUID, offers: Collection[UUID]) -> Select[MatchOverride]:
    either = or_(MatchOverride.first_id.in_(offers), MatchOverride.second_id.in_(offers))
    return select(MatchOverride).where(MatchOverride.tenant_id == tenant_id, either)


def _members(offers: Collection[UUID]) -> Select[UUID | None, UUID]:
    theirs = select(MatchMember.group_id).where(MatchMember.offer_id.in_(offers), MatchMember.group_id.is_not(None))
    return select(MatchMember.group_id, MatchMember.offer_id).where(MatchMember.group_id.in_(theirs))
