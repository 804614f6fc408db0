"""The database after the last step is the one that the models describe."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from functions.migrate_database.handler import handle
from wareloom.migrations.migrate import configuration
from wareloom.migrations.tables import metadata


def test_models_and_migrations_tell_the_same_story(joined: Connection) -> None:
    context = MigrationContext.configure(joined, opts={"compare_type": True, "compare_server_default": True})
    assert compare_metadata(context, metadata) == []


def test_a_model_that_nobody_migrated_is_seen(joined: Connection) -> None:
    joined.execute(text("ALTER TABLE market_offers DROP COLUMN rating"))
    context = MigrationContext.configure(joined)
    assert compare_metadata(context, metadata) != []


def test_there_is_one_way_forward() -> None:
    assert len(ScriptDirectory.from_config(configuration()).get_heads()) == 1


def test_a_second_deploy_finds_nothing_to_do(database: Engine) -> None:
    told = handle({}, None)
    with database.connect() as connection:
        assert told == {"was": told["is"], "is": MigrationContext.configure(connection).get_current_revision()}
    assert told["is"]
