"""An offer's history, read and written, while the histories of all the others grow: cost must stay flat.

10,000 sightings and a million; WARELOOM_BENCH_SIGHTINGS=10000000 adds ten million, which take minutes to make.
"""

import os
import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import count

from psycopg import Connection
from psycopg.rows import TupleRow
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.bench.figures import MACHINE, Figure, in_turns, seconds
from tests.bench.house import plain
from tests.bench.market import MARKETPLACE
from wareloom.kit.database import engine
from wareloom.kit.settings import DatabaseSettings
from wareloom.market.ingest import ingest
from wareloom.market.models import Offer
from wareloom.market.months import make_months
from wareloom.market.offers import history
from wareloom.market.page import SeenOffer

EACH = 100
"""Sightings of one offer, over a year of months."""
PAGE = 50
ROUNDS = 100
FIRST, DAYS = datetime(2025, 11, 1, tzinfo=UTC), 3.6
LAST = FIRST + timedelta(days=DAYS * (EACH - 1))
_moments = count(1)
_OFFERS = """
    INSERT INTO market_offers (id, marketplace, external_id, title, tags, price, currency, details, first_seen_at,
        last_seen_at)
    SELECT uuidv7(), %s, 'offer-' || number, 'Offer ' || number, '{}', %s::int, 'USD', '{}', %s, %s
    FROM generate_series(%s::int, %s::int) AS number
"""
_SIGHTINGS = """
    INSERT INTO market_sightings (offer_id, seen_at, price, currency, previous_at)
    SELECT id, %s::timestamptz + step * %s::interval, 10 + step, 'USD', NULL
    FROM generate_series(0, %s::int) AS step CROSS JOIN (SELECT id FROM market_offers
        WHERE external_id = ANY(SELECT 'offer-' || number FROM generate_series(%s::int, %s::int) AS number)
        ORDER BY id) AS offer
"""
_MAKE_ALONE = """
    CREATE TABLE alone AS SELECT number, now() AS seen_at, 9.5 AS price, 'USD' AS currency
    FROM generate_series(1, %s::int) AS number
"""
_ALONE = "SELECT seen_at, price, currency FROM alone ORDER BY number"
_ABOUT = {
    "read": f"price history of an offer ({EACH} sightings)",
    "write": f"page of {PAGE} offers that moved",
    "late": f"page of {PAGE} offers that moved, come late",
}


def sizes() -> list[int]:
    return sorted({10_000, 1_000_000, int(os.environ.get("WARELOOM_BENCH_SIGHTINGS", "1000000"))})


def figures(settings: DatabaseSettings) -> Iterator[Figure]:
    smallest: dict[str, float] = {}
    made = 0
    with plain(settings) as connection:
        for size in sizes():
            _grow(settings, connection, made // EACH, size // EACH)
            made = size
            taken = in_turns(_acts(settings, connection, size // EACH), rounds=ROUNDS)
            for name, about in _ABOUT.items():
                what, share = f"{about}, among {size:,} sightings", taken[name] / taken["alone"]
                yield Figure(what, taken[name] * 1000, "ms", MACHINE)
                yield Figure(what, share, "×", f"by psycopg, {EACH} rows of a table that has no others")
                if smallest.setdefault(name, share) != share:
                    yield Figure(what, share / smallest[name], "×", f"the same among {sizes()[0]:,}, measured so too")


def _acts(settings: DatabaseSettings, connection: Connection[TupleRow], offers: int) -> dict[str, Callable[[], float]]:
    """Each with other offers every time. The smallest is the same at every size, and says how busy the machine is."""
    dice = random.Random(7)  # noqa: S311 - the same offers every time, nothing secret
    middle = FIRST + timedelta(days=DAYS * EACH / 2)
    return {
        "alone": lambda: seconds(lambda: connection.execute(_ALONE).fetchall()),
        "read": lambda: _read(settings, dice.randint(1, offers)),
        "write": lambda: _write(settings, dice.sample(range(1, offers + 1), k=PAGE), after=LAST),
        "late": lambda: _write(settings, dice.sample(range(1, offers + 1), k=PAGE), after=middle),
    }


def _grow(settings: DatabaseSettings, connection: Connection[TupleRow], offers: int, wanted: int) -> None:
    with Session(engine(settings)) as session, session.begin():
        make_months(session, [FIRST + timedelta(days=day) for day in range(0, 400, 28)])
    connection.execute("SET statement_timeout = 0")
    if not offers:
        connection.execute(_MAKE_ALONE.encode(), [EACH])
    last_price = 10 + EACH - 1
    connection.execute(_OFFERS.encode(), [MARKETPLACE, last_price, FIRST, LAST, offers + 1, wanted])
    for start in range(offers, wanted, 10_000):
        batch = [start + 1, min(start + 10_000, wanted)]
        connection.execute(_SIGHTINGS.encode(), [FIRST, timedelta(days=DAYS), EACH - 1, *batch])
    connection.commit()
    connection.autocommit = True
    connection.execute("VACUUM ANALYZE market_sightings, market_offers")
    connection.autocommit = False


def _read(settings: DatabaseSettings, number: int) -> float:
    query = select(Offer.id).where(Offer.marketplace == MARKETPLACE, Offer.external_id == f"offer-{number}")
    with Session(engine(settings)) as session, session.begin():
        offer_id = session.scalars(query).one()
        return seconds(lambda: history(session, offer_id, since=None, limit=1000))


def _write(settings: DatabaseSettings, numbers: list[int], *, after: datetime) -> float:
    """A transaction, as an invocation has it, with a page of offers at prices that nobody has seen yet."""
    moment = next(_moments)
    page = [_offer(number, Decimal(moment) / 100) for number in numbers]

    def keep() -> None:
        with Session(engine(settings)) as session, session.begin():
            kept = ingest(session, MARKETPLACE, page, at=after + timedelta(minutes=moment), task_id=None)
            if kept.changed != PAGE:
                raise AssertionError("every offer of this page moved")

    return seconds(keep)


def _offer(number: int, price: Decimal) -> SeenOffer:
    return SeenOffer(external_id=f"offer-{number}", title=f"Offer {number}", price=price, currency="USD")
