"""A real PostgreSQL, started once per test process, migrated once, rolled back after each test."""

from collections.abc import Generator
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from pydantic import SecretStr
from sqlalchemy import Connection, Engine, text
from sqlalchemy.orm import Session

from infra_cdk.local.postgres import Postgres
from tests.support.ports import free_port
from wareloom.kit import database as kit_database
from wareloom.kit import machines
from wareloom.kit.events import Event
from wareloom.kit.settings import DatabaseSettings
from wareloom.kit.work import Work
from wareloom.migrations.migrate import upgrade


@pytest.fixture(scope="session")
def postgres() -> Generator[DatabaseSettings]:
    # Not pytest's own folder: when tests run as root, PostgreSQL runs as somebody who may not enter that.
    with TemporaryDirectory(prefix="wareloom-") as folder:
        Path(folder).chmod(0o711)
        server = Postgres(Path(folder) / "data", free_port(), durable=False)
        server.start()
        yield from _migrated(server)


def _migrated(server: Postgres) -> Generator[DatabaseSettings]:
    settings = DatabaseSettings(
        host="127.0.0.1", port=server.port, user="wareloom", password=SecretStr(server.password), name="wareloom"
    )
    try:
        with kit_database.engine(settings).begin() as connection:
            upgrade(connection)
        kit_database.engine(settings).dispose()  # it was made before the migration said what sessions begin with
        yield settings
    finally:
        kit_database.engine(settings).dispose()
        server.stop()


@pytest.fixture
def database(postgres: DatabaseSettings, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """The environment of a function that may reach the database. What a test commits stays: `emptied` cleans up."""
    for name, value in postgres.to_env().items():
        monkeypatch.setenv(name, value)
    return kit_database.engine(postgres)


@pytest.fixture
def emptied(database: Engine) -> Generator[Engine]:
    """For tests that must commit: every table is empty again afterwards."""
    yield database
    with database.begin() as connection:
        empty(connection)


def empty(connection: Connection) -> None:
    tables = ", ".join(kit_database.Base.metadata.tables)
    connection.execute(text("SET LOCAL session_replication_role = replica"))  # the audit trail refuses to be emptied
    connection.execute(text(f"TRUNCATE {tables} CASCADE"))


@pytest.fixture
def joined(database: Engine) -> Generator[Connection]:
    """Every unit of work inside the test joins one transaction, which is rolled back at its end."""
    with database.connect() as connection:
        transaction = connection.begin()
        with kit_database.held(connection):
            yield connection
        transaction.rollback()


class Overheard(Work):
    """A unit of work whose messages can be looked at; the test decides when, if ever, they are sent."""

    @property
    def events(self) -> list[str]:
        return [type(event).__name__ for event in self._events]

    @property
    def announced(self) -> list[Event]:
        return self._events

    @property
    def asked(self) -> list[machines.Message]:
        return self._machines

    @property
    def nudges(self) -> list[tuple[str, str, timedelta]]:
        return [(nudge.queue, str(nudge.id), nudge.delay) for nudge in self._nudges]


@pytest.fixture
def work(joined: Connection) -> Generator[Overheard]:
    session = Session(joined, expire_on_commit=False, join_transaction_mode="create_savepoint")
    with session, session.begin():
        yield Overheard(session)
