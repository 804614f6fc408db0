"""A database of its own for the bench, migrated, in a folder that is gone afterwards."""

import os
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from psycopg import Connection, connect
from psycopg.rows import TupleRow
from pydantic import SecretStr

from infra_cdk.local.postgres import Postgres
from tests.support.ports import free_port
from wareloom.kit import database
from wareloom.kit.settings import BusSettings, DatabaseSettings, TokenSettings
from wareloom.migrations.migrate import migrate


@contextmanager
def furnished() -> Generator[DatabaseSettings]:
    """The environment of a function, with a real PostgreSQL and nothing else behind it."""
    with tempfile.TemporaryDirectory(prefix="wareloom-bench-") as folder:
        Path(folder).chmod(0o755)
        server = Postgres(Path(folder) / "data", free_port(), durable=False)
        server.start()
        settings = DatabaseSettings(port=server.port, password=SecretStr(server.password))
        for one in (settings, BusSettings(name="none"), TokenSettings(secret_id="none")):
            os.environ.update(one.to_env())
        try:
            migrate()
            yield settings
        finally:
            database.engine(settings).dispose()
            server.stop()


def plain(settings: DatabaseSettings) -> Connection[TupleRow]:
    """psycopg alone, as the other side of each comparison has it."""
    password = settings.password.get_secret_value() if settings.password else ""
    return connect(
        host=settings.host, port=int(settings.port), user=settings.user, password=password, dbname=settings.name
    )
