"""Ingest of offers with their history, page by page, against COPY of the same rows."""

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from statistics import median

from psycopg import Connection
from psycopg.rows import TupleRow
from sqlalchemy.orm import Session

from tests.bench.figures import MACHINE, Figure, in_turns, seconds
from tests.bench.house import plain
from tests.bench.market import AT, MARKETPLACE, later, pages
from wareloom.kit.database import engine
from wareloom.kit.settings import DatabaseSettings
from wareloom.market.archive import Archived
from wareloom.market.ingest import ingest
from wareloom.market.keep import keep_page
from wareloom.market.page import Fetched, OfferPage, SeenOffer

OFFERS = 50_000
GLIMPSES = 3
CHANGED = 0.3
ROUNDS = 3
SMALL_PAGE = 50
"""What a marketplace shows at once; `pages` makes larger ones."""
_OFFERS = (
    "id, marketplace, external_id, title, seller, category, category_path, tags, price, list_price, currency,"
    " price_usd, rated_on, rating, reviews_count, availability, rank, stock, sponsored, image_url, product_url,"
    " details, first_seen_at, last_seen_at, page_id"
)
_SIGHTINGS = (
    "offer_id, seen_at, price, list_price, currency, rating, reviews_count, availability, rank, stock, previous_at,"
    " task_id, page_id"
)
_TABLES = (("market_offers", _OFFERS), ("market_sightings", _SIGHTINGS))


def figures(settings: DatabaseSettings) -> Iterator[Figure]:
    first = list(pages(OFFERS, glimpses=GLIMPSES))
    second = [later(page, changed=CHANGED) for page in first]
    with plain(settings) as connection:
        _ingest(settings, first, days=0)
        rows = {table: _rows(connection, table, columns) for table, columns in _TABLES}
        again: list[float] = []

        def both_passes() -> float:
            _empty(connection)
            taken = seconds(lambda: _ingest(settings, first, days=0))
            again.append(seconds(lambda: _ingest(settings, second, days=1)))
            return taken

        taken = in_turns(
            {
                "ingest": both_passes,
                "copy": _copying(connection, rows, like="INCLUDING GENERATED"),
                "indexed": _copying(connection, rows, like="INCLUDING ALL"),
            },
            rounds=ROUNDS,
        )
    kept = sum(map(len, rows.values()))
    about = f"{OFFERS} offers with {len(rows['market_sightings'])} sightings"
    for name, act in (("ingest", "ingest"), ("copy", "COPY"), ("indexed", "COPY with the same indexes")):
        yield Figure(f"{act} of {about}", kept / taken[name], "rows/s", MACHINE)
    yield Figure(f"ingest of {about}", taken["ingest"] / taken["copy"], "×", "COPY of the same rows, no index")
    yield Figure(f"ingest of {about}", taken["ingest"] / taken["indexed"], "×", "COPY of the same rows, same indexes")
    share = median(again) / taken["ingest"]
    yield Figure(f"ingest again, {CHANGED:.0%} changed", share, "×", "the first ingest of the same offers")
    yield from _whole_pages(settings, [offer for page in second for offer in page][: OFFERS // 5])


def _whole_pages(settings: DatabaseSettings, offers: Sequence[SeenOffer]) -> Iterator[Figure]:
    """With the row of each page and its fill rates, as a worker keeps them; the bytes go to S3 before that."""
    small = [list(offers[start : start + SMALL_PAGE]) for start in range(0, len(offers), SMALL_PAGE)]
    days = iter(range(2, 100))
    taken = in_turns(
        {
            "ingest": lambda: seconds(lambda: _ingest(settings, small, days=next(days))),
            "keep": lambda: seconds(lambda: _keep(settings, small, days=next(days))),
        },
        rounds=ROUNDS,
    )
    about = f"pages of {SMALL_PAGE} known offers kept whole"
    yield Figure(about, len(small) / taken["keep"], "pages/s", MACHINE)
    yield Figure(about, taken["keep"] / taken["ingest"], "×", "ingest of their offers alone")


def _keep(settings: DatabaseSettings, offers: Sequence[list[SeenOffer]], *, days: int) -> None:
    fetched = Fetched(
        url="https://shop.example/", body=b"", content_type="text/html", fetched_at=AT + timedelta(days=days)
    )
    archived = Archived(MARKETPLACE, 1, fetched, b"")
    for page in offers:
        with Session(engine(settings)) as session, session.begin():
            keep_page(session, archived, OfferPage(offers=tuple(page)), task_id=None)


def _ingest(settings: DatabaseSettings, offers: Sequence[list[SeenOffer]], *, days: int) -> None:
    """A transaction per page, as an invocation has it."""
    for page in offers:
        with Session(engine(settings)) as session, session.begin():
            ingest(session, MARKETPLACE, page, at=AT + timedelta(days=days), task_id=None)


def _empty(connection: Connection[TupleRow]) -> None:
    connection.execute("TRUNCATE market_offers CASCADE")
    connection.commit()


def _rows(connection: Connection[TupleRow], table: str, columns: str) -> list[TupleRow]:
    """As text, which is how COPY wants them: the ceiling has nothing to convert."""
    wanted = ", ".join(f"{column}::text" for column in columns.split(", "))
    query = f"SELECT {wanted} FROM {table}"  # noqa: S608 - the names stand above
    return connection.execute(query.encode()).fetchall()


def _copying(connection: Connection[TupleRow], rows: dict[str, list[TupleRow]], *, like: str) -> Callable[[], float]:
    def copy() -> None:
        for table, columns in _TABLES:
            _copy(connection, f"copied_{table}", columns, rows[table])
        connection.commit()

    def measure() -> float:
        for table, _columns in _TABLES:
            connection.execute(f"DROP TABLE IF EXISTS copied_{table}".encode())
            connection.execute(f"CREATE TABLE copied_{table} (LIKE {table} {like})".encode())
        connection.commit()
        return seconds(copy)

    return measure


def _copy(connection: Connection[TupleRow], table: str, columns: str, rows: list[TupleRow]) -> None:
    statement = f"COPY {table} ({columns}) FROM STDIN"
    with connection.cursor() as cursor, cursor.copy(statement.encode()) as out:
        for row in rows:
            out.write_row(row)
