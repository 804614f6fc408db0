"""Offers of several marketplaces, kept by the product's own verb and compared; and what came of it."""

import random
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from tests.support.factories import an_offer, at
from wareloom.kit.work import Work
from wareloom.market.ingest import ingest
from wareloom.market.matching.match import match
from wareloom.market.matching.models import Match, MatchMember
from wareloom.market.models import Offer
from wareloom.market.page import SeenOffer

NOON = at("2026-11-01T12:00:00")
Put = tuple[str, SeenOffer]
Place = tuple[str, str]
SLOGANS = (
    "Easily Distracted by Banjo and Octopus", "Sourdough Starter Night Crew", "Trilobite Hammer Dig Club",
    "Axolotl Bubble Stream Season", "Telescope Meteor Shower Watch", "Honeycomb Smoker Hive Keepers",
)  # fmt: skip
SHOPS = {"amazon": "Mossy", "etsy": "Amber", "shopify": "Velvet", "shopee": "Quiet", "tiktok": "Copper"}


def put(marketplace: str, title: str, *, number: int = 1, **told: Any) -> Put:
    given = {"external_id": f"{marketplace}-{number}", "title": title, "seller": SHOPS[marketplace], **told}
    return marketplace, an_offer(number, **given)


def a_shelf() -> list[Put]:
    """Six slogans on two products at five marketplaces each."""
    return [
        put(marketplace, f"{slogan} {kind}", number=2 * number + second)
        for number, slogan in enumerate(SLOGANS)
        for second, kind in enumerate(("Mug", "T-Shirt"))
        for marketplace in SHOPS
    ]


def shuffled(shelf: Iterable[Put], seed: int) -> list[Put]:
    chance = random.Random(seed)  # noqa: S311 - the same order for the same seed
    mixed = list(shelf)
    chance.shuffle(mixed)
    return mixed


def keep(session: Session, *shelf: Put) -> None:
    for marketplace, offer in shelf:
        ingest(session, marketplace, [offer], at=NOON, task_id=None)


def compare_all(work: Work, most: int = 200) -> int:
    """How many slices it took."""
    taken = 0
    while match(work, most=most)["offers"]:
        taken += 1
    return taken


def groups(session: Session) -> set[frozenset[Place]]:
    query = select(MatchMember.group_id, Offer.marketplace, Offer.external_id).join(
        Offer, Offer.id == MatchMember.offer_id
    )
    found: dict[object, set[Place]] = {}
    for group_id, marketplace, external_id in session.execute(query.where(MatchMember.group_id.is_not(None))):
        found.setdefault(group_id, set()).add((marketplace, external_id))
    return {frozenset(members) for members in found.values()}


def pairs(session: Session) -> set[tuple[frozenset[Place], str, float]]:
    named = {row.id: (row.marketplace, row.external_id) for row in session.scalars(select(Offer))}
    rows = session.scalars(select(Match).execution_options(populate_existing=True))
    return {(frozenset({named[row.first_id], named[row.second_id]}), row.verdict, row.score) for row in rows}


def the_offer(session: Session, place: Place) -> Offer:
    query = select(Offer).where(Offer.marketplace == place[0], Offer.external_id == place[1])
    return session.scalars(query.execution_options(populate_existing=True)).one()


def waiting(session: Session) -> int:
    return session.execute(text("SELECT count(*) FROM market_match_waiting")).scalar_one()


def expected() -> Iterator[frozenset[Place]]:
    for number in range(2 * len(SLOGANS)):
        yield frozenset((marketplace, f"{marketplace}-{number}") for marketplace in SHOPS)
