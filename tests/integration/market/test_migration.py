"""The step that parts sightings by month takes every row along, there and back."""

from collections.abc import Generator
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, create_engine, text
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool

from wareloom.kit.settings import DatabaseSettings
from wareloom.market.months import make_months
from wareloom.migrations.migrate import configuration, upgrade

_NAME = "wareloom_of_old"
_OFFERS = """
    INSERT INTO market_offers (id, marketplace, external_id, title, tags, price, currency, details, first_seen_at,
        last_seen_at)
    SELECT gen_random_uuid(), 'sample', 'offer-' || number, 'An offer', '{}',
        CASE WHEN number <> 3 THEN number END, (ARRAY['USD', 'EUR', 'VND'])[number % 3 + 1], '{}', now(), now()
    FROM generate_series(1, 30) AS number
"""
_SIGHTINGS = """
    INSERT INTO market_sightings (offer_id, seen_at, price, currency, rating, reviews_count, task_id)
    SELECT id, moment, 9.50, 'USD', NULL, 5000000000, gen_random_uuid()
    FROM market_offers CROSS JOIN unnest(ARRAY['1999-01-01', '2019-12-31 23:59:59.999999', '2020-01-01', '2025-02-28',
        '2026-10-31 23:59:59.999999', '2026-11-01', '2033-03-03']::timestamp[]) AS moment
"""
_TODAY = """
    INSERT INTO market_sightings (offer_id, seen_at, price, currency, rating, reviews_count, task_id)
    SELECT id, now(), 9.50, 'USD', NULL, 5, NULL FROM market_offers
"""
_ROWS = (
    "SELECT offer_id, seen_at, price, currency, rating, reviews_count, task_id"
    " FROM market_sightings ORDER BY offer_id, seen_at"
)


@pytest.fixture
def of_old(database: Engine, postgres: DatabaseSettings) -> Generator[Connection]:
    """A database as the release before left it, with rows in it."""
    from alembic import command

    password = postgres.password.get_secret_value() if postgres.password else None
    here = database.url.set(password=password)
    server = create_engine(here, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {_NAME}"))
    old = create_engine(here.set(database=_NAME), poolclass=NullPool)
    try:
        with old.connect() as connection, connection.begin():
            command.upgrade(configuration(connection), "0002")
            for statement in (_OFFERS, _SIGHTINGS):
                connection.execute(text(statement))
            yield connection
    finally:
        with server.connect() as connection:
            connection.execute(text(f"DROP DATABASE {_NAME} WITH (FORCE)"))


def rows(connection: Connection, query: str = _ROWS) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in connection.execute(text(query))]


def test_every_sighting_goes_there_and_back_unchanged(of_old: Connection) -> None:
    from alembic import command

    before, columns = rows(of_old), _columns(of_old)
    upgrade(of_old)
    assert rows(of_old) == before
    assert len(before) == 30 * 7
    command.downgrade(configuration(of_old), "0002")
    assert (rows(of_old), _columns(of_old)) == (before, columns)
    upgrade(of_old)
    assert rows(of_old) == before


def test_each_row_lies_in_its_month_and_the_coming_months_are_there(of_old: Connection) -> None:
    upgrade(of_old)
    lying = "SELECT DISTINCT tableoid::regclass::text FROM market_sightings ORDER BY 1"
    assert [name for (name,) in rows(of_old, lying)] == [
        f"market_months.sightings_{month}"
        for month in ("2020_01", "2025_02", "2026_10", "2026_11", "2033_03", "before_2020")
    ]
    coming = """
        SELECT to_regclass('market_months.sightings_' || to_char(now() + ahead * interval '1 month', 'YYYY_MM'))
        FROM generate_series(0, 2) AS ahead
    """
    assert all(name for (name,) in rows(of_old, coming))


def test_prices_of_before_are_told_in_dollars_where_a_rate_is_known(of_old: Connection) -> None:
    upgrade(of_old)
    told = "SELECT currency, price, price_usd, rated_on::text FROM market_offers WHERE {} ORDER BY price"
    dollars, euros, dong = (rows(of_old, told.format(f"currency = '{name}'")) for name in ("USD", "EUR", "VND"))
    assert {(price, usd) for _, price, usd, _ in dollars} == {(price, price) for _, price, _, _ in dollars}
    assert dollars[0][0:2] == ("USD", 6)
    assert euros[0] == ("EUR", 1, Decimal("1.1172"), "2026-10-30")
    assert {(usd, day) for _, _, usd, day in dong} == {(None, None)}


def test_the_release_before_may_go_on_writing_while_this_one_is_deployed(of_old: Connection) -> None:
    upgrade(of_old)
    for statement in (_OFFERS.replace("'offer-'", "'more-'"), _TODAY):
        of_old.execute(text(statement))
    assert rows(of_old, "SELECT DISTINCT sponsored, category_path FROM market_offers") == [(False, [])]


def test_a_stock_comes_to_every_month_and_goes_again(of_old: Connection) -> None:
    from alembic import command

    command.upgrade(configuration(of_old), "0014")
    before, columns = rows(of_old), _columns(of_old)
    command.upgrade(configuration(of_old), "0015")
    assert rows(of_old, "SELECT count(*) FROM market_sightings WHERE stock IS NULL") == [(30 * 7,)]
    of_old.execute(text("UPDATE market_sightings SET stock = 5000000000"))
    with Session(of_old) as session:
        make_months(session, [datetime(2031, 5, 1, tzinfo=UTC)])
    lacking = """
        SELECT relname FROM pg_class WHERE relnamespace = 'market_months'::regnamespace AND relkind = 'r'
            AND NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = pg_class.oid AND attname = 'stock')
    """
    assert rows(of_old, lacking) == []
    command.downgrade(configuration(of_old), "0014")
    assert (rows(of_old), _columns(of_old)) == (before, columns)
    assert len(rows(of_old, lacking)) > 7


def _columns(connection: Connection) -> list[tuple[Any, ...]]:
    query = """
        SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns
        WHERE table_name LIKE 'market_%' ORDER BY 1, 2
    """
    return rows(connection, query)
