"""Run the steps that this database has not had, one release at a time."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, text

from wareloom.kit import database
from wareloom.kit.settings import DatabaseSettings

_LOCK = 728_113
"""Two deploys at once take turns: any number that nobody else uses."""


def migrate() -> tuple[str | None, str | None]:
    """Returns the revision before and after. All steps are one transaction: a failed deploy leaves the old shape."""
    with database.engine(DatabaseSettings.from_env()).begin() as connection:
        return upgrade(connection)


def upgrade(connection: Connection) -> tuple[str | None, str | None]:
    from alembic import command
    from alembic.migration import MigrationContext

    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    connection.execute(text("SET LOCAL statement_timeout = 0"))
    was = MigrationContext.configure(connection).get_current_revision()
    command.upgrade(configuration(connection), "head")
    return was, MigrationContext.configure(connection).get_current_revision()


def configuration(connection: Connection | None = None) -> Any:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = connection
    return config
