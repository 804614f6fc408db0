"""Analysing the market, from its offers to kept trends with their evidence, against aggregating the same rows."""

import random
import resource
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from sqlalchemy.orm import Session

from tests.bench.figures import MACHINE, Figure, in_turns, seconds
from tests.bench.house import plain
from tests.bench.market import AT, MARKETPLACE, PAGE
from wareloom.kit.database import engine
from wareloom.kit.settings import DatabaseSettings, SampleSettings
from wareloom.kit.work import Work
from wareloom.market.ingest import ingest
from wareloom.market.marketplaces.sample.listing import listing
from wareloom.market.marketplaces.sample.shelf import listed
from wareloom.market.page import SeenOffer
from wareloom.simulation.world import World
from wareloom.trends.analyse import analyse

OFFERS = 20_000
ROUNDS = 3
_AGGREGATE = b"""
    SELECT tag, count(*), avg(rating), avg(reviews_count), avg(price), min(price), max(price)
    FROM market_offers CROSS JOIN LATERAL unnest(tags) AS tag
    GROUP BY tag HAVING count(*) >= 5
"""


def figures(settings: DatabaseSettings) -> Iterator[Figure]:
    offers = _offers()
    for start in range(0, len(offers), PAGE):
        with Session(engine(settings)) as session, session.begin():
            ingest(session, MARKETPLACE, offers[start : start + PAGE], at=AT, task_id=None)
    _analyse(settings, 0)  # the first one makes the rows that every later one finds
    days = iter(range(1, ROUNDS + 1))
    with plain(settings) as connection:
        taken = in_turns(
            {
                "analyse": lambda: seconds(lambda: _analyse(settings, next(days))),
                "aggregate": lambda: seconds(lambda: connection.execute(_AGGREGATE).fetchall()),
            },
            rounds=ROUNDS,
        )
    about = f"analysis of {len(offers)} offers"
    yield Figure(about, taken["analyse"] / taken["aggregate"], "×", "SQL's averages by tag over the same rows")
    yield Figure(about, len(offers) / taken["analyse"], "offers/s", MACHINE)
    yield Figure(f"most memory during {about}", _memory(), "MiB", MACHINE)


def _analyse(settings: DatabaseSettings, day: int) -> None:
    with Session(engine(settings)) as session, session.begin():
        analyse(Work(session), at=AT + timedelta(days=day))


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _offers() -> list[SeenOffer]:
    """The sample market's words, ten times as many offers, with numbers that cost nothing to draw."""
    dice = random.Random(7)  # noqa: S311 - the same offers every time, nothing secret
    world = replace(World.of(SampleSettings()), offers=OFFERS)
    offers: list[SeenOffer] = []
    for place in listed(world, 1.0):
        shown = listing(world, place)
        offers.append(
            SeenOffer(
                external_id=place.external_id,
                title=shown.title,
                price=Decimal(dice.randrange(900, 4000)) / 100,
                currency=shown.currency,
                rating=Decimal(dice.randrange(300, 501)) / 100,
                reviews_count=dice.randrange(500),
                seller=shown.seller,
                category=shown.category,
                tags=shown.tags,
            )
        )
    return offers
