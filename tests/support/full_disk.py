"""A database that takes every row and keeps none: its disk is full, which it finds out as the transaction commits."""

from collections.abc import Generator
from contextlib import contextmanager

from sqlalchemy import Engine, text

_REFUSE = """
CREATE FUNCTION refuse_to_keep() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$;
CREATE CONSTRAINT TRIGGER refuse AFTER INSERT OR UPDATE ON {table}
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_to_keep();
"""


@contextmanager
def full_disk(engine: Engine, table: str) -> Generator[None]:
    with engine.begin() as connection:
        connection.execute(text(_REFUSE.format(table=table)))
    try:
        yield
    finally:
        with engine.begin() as connection:
            connection.execute(text("DROP FUNCTION refuse_to_keep CASCADE"))
