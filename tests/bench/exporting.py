"""Offers and their histories read and written as files, part by part, against COPY of the same rows. S3 is left out."""

from collections.abc import Callable, Iterator

from psycopg import Connection
from psycopg.rows import TupleRow
from sqlalchemy.orm import Session

from tests.bench.figures import MACHINE, Figure, in_turns, seconds
from tests.bench.house import plain
from tests.bench.market import AT, MARKETPLACE, pages
from wareloom.kit.database import engine
from wareloom.kit.settings import DatabaseSettings
from wareloom.market.exports.columns import KNOWN, chosen
from wareloom.market.exports.encoder import Opening
from wareloom.market.exports.encoders.registry import ENCODERS
from wareloom.market.exports.formats import FORMATS
from wareloom.market.exports.read import Stretch, batches, last_offer
from wareloom.market.ingest import ingest
from wareloom.market.offers import OfferSearch

OFFERS, GLIMPSES = 50_000, 3
ROUNDS = 3
_OFFERS = ", ".join(KNOWN["offers"])
_COPIES = {
    "offers": f"COPY (SELECT {_OFFERS} FROM market_offers ORDER BY id) TO STDOUT (FORMAT csv)",  # noqa: S608 - of names that stand in our own list
    "history": """
        COPY (SELECT offer.id, marketplace, external_id, title, seen_at, move.price, move.list_price, move.currency,
            move.rating, move.reviews_count, move.availability, move.rank, previous_at, move.page_id
            FROM market_sightings AS move JOIN market_offers AS offer ON offer.id = offer_id
            ORDER BY offer_id, seen_at) TO STDOUT (FORMAT csv)
    """,
}


def figures(settings: DatabaseSettings) -> Iterator[Figure]:
    for page in pages(OFFERS, glimpses=GLIMPSES):
        with Session(engine(settings)) as session, session.begin():
            ingest(session, MARKETPLACE, page, at=AT, task_id=None)
    with plain(settings) as connection:
        connection.autocommit = True
        connection.execute("VACUUM ANALYZE market_offers, market_sightings")
        for what, copy in _COPIES.items():
            rows = _write(settings, what, "csv")
            contestants = {"copy": _timed(lambda copy=copy: _copy(connection, copy))}
            for name in FORMATS:
                contestants[name] = _timed(lambda what=what, name=name: _write(settings, what, name))
            taken = in_turns(contestants, rounds=ROUNDS)
            yield Figure(f"COPY of {rows} rows of {what} to nowhere", rows / taken["copy"], "rows/s", MACHINE)
            for name in FORMATS:
                about = f"export of {rows} rows of {what} as {name}"
                yield Figure(about, rows / taken[name], "rows/s", MACHINE)
                yield Figure(about, taken[name] / taken["copy"], "×", "COPY (SELECT …) TO STDOUT of the same rows")


def _timed(act: Callable[[], object]) -> Callable[[], float]:
    return lambda: seconds(act)


def _write(settings: DatabaseSettings, what: str, name: str) -> int:
    """As a slice is written, but that its parts are thrown away."""
    columns, rows = chosen(what, None), 0
    encoder = ENCODERS[name](Opening(columns))
    with Session(engine(settings)) as session, session.begin():
        for batch in batches(session, what, columns, Stretch(OfferSearch(), None, last_offer(session))):
            encoder.add(batch.rows)
            rows += len(batch.rows)
            if encoder.size() >= FORMATS[name].part_bytes:
                encoder.finish()
                encoder = ENCODERS[name](Opening(columns, first=False))
        encoder.finish()
    return rows


def _copy(connection: Connection[TupleRow], statement: str) -> int:
    with connection.cursor() as cursor, cursor.copy(statement.encode()) as out:
        return sum(map(len, out))
