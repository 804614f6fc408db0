"""Run the steps that this database has not had, one release at a time."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, text

from wareloom.kit import database
from wareloom.kit.settings import DatabaseSettings

_LOCK = 728_113
"""Two deploys at once take turns: any number that nobody else uses."""

_STATEMENT_SECONDS = 25
"""Shorter than API Gateway's patience: a query that nobody waits for any more must not go on."""


def migrate() -> tuple[str | None, str | None]:
    """Returns the revision before and after. All steps are one transaction: a failed deploy leaves the old shape."""
    with database.engine(DatabaseSettings.from_env()).begin() as connection:
        return upgrade(connection)


def upgrade(connection: Connection) -> tuple[str | None, str | None]:
    from alembic import command
    from alembic.migration import MigrationContext

    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    connection.execute(text("SET LOCAL statement_timeout = 0"))
    _set_defaults(connection)
    was = MigrationContext.configure(connection).get_current_revision()
    command.upgrade(configuration(connection), "head")
    return was, MigrationContext.configure(connection).get_current_revision()


def _set_defaults(connection: Connection) -> None:
    """For every session of ours from now on: set once here, because a SET per connection would pin a proxy's."""
    name = connection.dialect.identifier_preparer.quote(connection.scalar(text("SELECT current_database()")) or "")
    for default in ("timezone = 'UTC'", f"statement_timeout = '{_STATEMENT_SECONDS}s'"):
        connection.execute(text(f"ALTER ROLE CURRENT_USER IN DATABASE {name} SET {default}"))


def configuration(connection: Connection | None = None) -> Any:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = connection
    return config
