"""Analyse the market: group what is offered into niches, score them, and keep them with their evidence and signals.

A niche keeps its row for as long as it keeps its key or most of its offers, and its history for ever. One that no
offer belongs to any more loses its evidence and nothing else: its row and points tell how it was, `analysed_at` tells
when that was, and lists leave it out. It takes up its history where it left off when it comes back.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from uuid import UUID

import numpy as np
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from wareloom.kit import clock
from wareloom.kit.work import Work
from wareloom.trends.describe import READ_FOR_SPELLING, Described, MarketOffer, described
from wareloom.trends.inherit import inherit, keep_kinships
from wareloom.trends.keep_evidence import keep_evidence, leave
from wareloom.trends.keep_trends import keep_points, keep_trends
from wareloom.trends.listen import Market, listen
from wareloom.trends.models import Evidence, Point, Trend
from wareloom.trends.niche import Grouping, Niche, group
from wareloom.trends.outlook.judge import judge
from wareloom.trends.patterns.tell import tell_patterns
from wareloom.trends.planning import count_again, take_time
from wareloom.trends.signals.roll_up import roll_up
from wareloom.trends.talk.roll_up import roll_up_talk

_AT_ONCE = 5_000
"""Offers that are looked at together: those of several niches, or of one that is larger."""

# How a niche is spelled shows in its first offers: the words of the others are left where they are.
_OFFERS = text("""
    SELECT asked.place, offer.id, offer.marketplace, CASE WHEN asked.read THEN offer.title ELSE '' END AS title,
        CASE WHEN asked.read THEN offer.tags ELSE '{}' END AS tags, offer.category, offer.price, offer.currency,
        offer.rating, offer.reviews_count
    FROM unnest(CAST(:ids AS uuid[]), CAST(:read AS boolean[])) WITH ORDINALITY AS asked (id, read, place)
    JOIN market_offers AS offer ON offer.id = asked.id ORDER BY asked.place
""")


def analyse(work: Work, *, at: datetime | None = None) -> int:
    """How many trends there are now. Two analyses at once take turns, and the second finds what the first left."""
    at = at or clock.now()
    session = work.session
    session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended("trends:analyse", 0))))
    take_time(session)
    market = listen(session)
    grouping = group(market.heard)
    inherited = inherit(session, grouping.niches, market)
    leave(session, grouping.niches, market, inherited.ids)
    ids: dict[str, UUID] = {}
    for niches in _described(session, grouping, market):
        ids |= keep_trends(session, niches, at)
        keep_evidence(session, niches, ids)
    keep_kinships(session, inherited.kin, ids, at)
    keep_points(session, list(ids.values()), at.date())
    count_again(session, "trends_evidence")
    tell_patterns(session)
    roll_up(session, at=at)
    count_again(session, "trends_signals")
    roll_up_talk(session, at=at)
    judge(session, at=at)
    _forget(session)
    return len(ids)


def _described(session: Session, grouping: Grouping, market: Market) -> Iterator[list[Described]]:
    """Figures and evidence come of one look at the offers: a trend opens to the numbers that it was scored with."""
    for niches in _by_some(grouping.niches):
        offers = _offers(session, niches, market)
        yield [described(niche, grouping, [offers[place] for place in niche.places]) for niche in niches]


def _offers(session: Session, niches: Sequence[Niche], market: Market) -> dict[int, MarketOffer]:
    """By their places in the market."""
    places = np.concatenate([niche.members for niche in niches])
    read = [place < READ_FOR_SPELLING for niche in niches for place in range(len(niche.members))]
    rows = session.execute(_OFFERS, {"ids": market.spelled(places), "read": read})
    return {int(places[row.place - 1]): MarketOffer(*row[1:]) for row in rows}


def _by_some(niches: Sequence[Niche]) -> Iterator[list[Niche]]:
    some: list[Niche] = []
    for niche in niches:
        some.append(niche)
        if sum(len(one.members) for one in some) >= _AT_ONCE:
            yield some
            some = []
    if some:
        yield some


def _forget(session: Session) -> None:
    """Rows that were loaded before tell the figures of before."""
    for row in session:
        if isinstance(row, Trend | Point | Evidence):
            session.expire(row)
