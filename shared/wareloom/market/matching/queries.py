"""Reads of matches: an offer among its likes, and the pairs that ask for a person."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, and_, exists, or_, select, tuple_
from sqlalchemy.orm import Session, aliased

from wareloom.kit.errors import NotFound
from wareloom.kit.paging import Page, cut, read_cursor, write_cursor
from wareloom.market.matching.models import Match, MatchOverride
from wareloom.market.matching.pairs import judge, kept_pairs, read_likenesses
from wareloom.market.matching.view import view
from wareloom.market.models import Offer, RawPage, Task

Listed = Row[*tuple[Any, ...]]
_ORDER = "matches"
_SOLD_OUT = "out_of_stock"
_SHOWN = (
    Offer.id, Offer.marketplace, Offer.external_id, Offer.title, Offer.seller, Offer.price, Offer.currency,
    Offer.price_usd, Offer.availability, Offer.image_url, Offer.product_url, Offer.last_seen_at,
)  # fmt: skip


@dataclass(frozen=True)
class Like:
    """An offer beside the one that was asked about. `score` is None where only a person says that they are alike."""

    offer: Listed
    verdict: str | None
    score: float | None
    parts: dict[str, Any] | None
    override: MatchOverride | None


@dataclass(frozen=True)
class Likes:
    offer: Listed
    group: Sequence[Like]
    maybe: Sequence[Like]
    apart: Sequence[Like]
    lowest_id: UUID | None
    """Of the offer and its group, the cheapest in dollars that is not sold out."""


@dataclass(frozen=True)
class MatchedPair:
    first: Listed
    second: Listed
    match: Match


def likes(session: Session, tenant_id: UUID, offer_id: UUID) -> Likes:
    """As this workspace sees them."""
    seen = view(session, tenant_id, offer_id)
    rows = {_beside(pair, offer_id): row for pair, row in kept_pairs(session, [offer_id]).items()}
    words = {_beside(pair, offer_id): row for pair, row in seen.overrides.items()}
    offers = _offers(session, {offer_id, *seen.group, *rows, *words})
    if offer_id not in offers:
        raise NotFound("There is no such offer.")
    told = _told(session, offer_id, rows, seen.group - {offer_id} - rows.keys())

    def listed(ids: Collection[UUID]) -> list[Like]:
        found = [Like(offers[one], *told.get(one, (None, None, None)), words.get(one)) for one in ids]
        return sorted(found, key=lambda like: (-(like.score or 0), like.offer.marketplace, like.offer.external_id))

    apart = {one for one, row in words.items() if row.verdict == "different"}
    return Likes(
        offer=offers[offer_id],
        group=listed(seen.group - {offer_id}),
        maybe=listed(rows.keys() - seen.group - words.keys()),
        apart=listed(apart - seen.group),
        lowest_id=_lowest([offers[one] for one in seen.group]),
    )


def _beside(pair: tuple[UUID, UUID], offer_id: UUID) -> UUID:
    return pair[1] if pair[0] == offer_id else pair[0]


def _offers(session: Session, ids: Collection[UUID]) -> dict[UUID, Listed]:
    return {row.id: row for row in session.execute(select(*_SHOWN).where(Offer.id.in_(ids)))}


def _told(
    session: Session, offer_id: UUID, rows: dict[UUID, Match], others: Collection[UUID]
) -> dict[UUID, tuple[str | None, float, dict[str, Any]]]:
    """What the matcher thinks; members that share no key with the offer are compared with it now."""
    told: dict[UUID, tuple[str | None, float, dict[str, Any]]] = {
        one: (row.verdict, row.score, row.parts) for one, row in rows.items()
    }
    if others:
        known = read_likenesses(session, {offer_id, *others})
        for one in others:
            if found := judge(known[offer_id], known[one]):
                told[one] = (found["verdict"], found["score"], found["parts"])
    return told


def _lowest(offers: Sequence[Listed]) -> UUID | None:
    priced = [row for row in offers if row.price_usd is not None and row.availability != _SOLD_OUT]
    return min(priced, key=lambda row: (row.price_usd, row.id)).id if len(offers) > 1 and priced else None


def matched_pairs(
    session: Session, tenant_id: UUID, *, verdict: str, ours: bool, cursor: str | None, limit: int
) -> Page[MatchedPair]:
    """Of which this workspace has said nothing, newest first. `ours`: its own task saw one of them last."""
    first, second = aliased(Offer), aliased(Offer)
    query = (
        _undecided(tenant_id, verdict)
        .join(first, first.id == Match.first_id)
        .join(second, second.id == Match.second_id)
    )
    if ours:
        shown = select(RawPage.id).join(Task, Task.id == RawPage.task_id).where(Task.tenant_id == tenant_id)
        query = query.where(exists(shown.where(or_(RawPage.id == first.page_id, RawPage.id == second.page_id))))
    order = (Match.decided_at, Match.first_id, Match.second_id)
    if cursor:
        query = query.where(
            tuple_(*order) < tuple_(*read_cursor(cursor, _order(verdict), datetime.fromisoformat, UUID, UUID))
        )
    rows = session.scalars(query.order_by(*(part.desc() for part in order)).limit(limit + 1)).all()
    page = cut(rows, limit, lambda row: _cursor(verdict, row))
    offers = _offers(session, {end for row in page.items for end in (row.first_id, row.second_id)})
    return Page([MatchedPair(offers[row.first_id], offers[row.second_id], row) for row in page.items], page.next_cursor)


def _undecided(tenant_id: UUID, verdict: str) -> Select[Match]:
    said = exists().where(
        MatchOverride.tenant_id == tenant_id,
        and_(MatchOverride.first_id == Match.first_id, MatchOverride.second_id == Match.second_id),
    )
    return select(Match).where(Match.verdict == verdict, ~said)


def _order(verdict: str) -> str:
    return f"{_ORDER} {verdict}"


def _cursor(verdict: str, row: Match) -> str:
    return write_cursor(_order(verdict), row.decided_at.isoformat(), str(row.first_id), str(row.second_id))
