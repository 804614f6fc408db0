"""PostgreSQL through SQLAlchemy: one connection per environment, for an environment serves one request at a time."""

from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import Any

import orjson
from sqlalchemy import URL, Connection, Dialect, Engine, MetaData, create_engine, event
from sqlalchemy.orm import DeclarativeBase, Session

from wareloom.kit import secrets
from wareloom.kit.settings import DatabaseSettings

_test_connection: ContextVar[Connection | None] = ContextVar("test_connection", default=None)


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


def _dumps(value: Any) -> str:
    return orjson.dumps(value, option=orjson.OPT_NON_STR_KEYS).decode()


def engine(settings: DatabaseSettings) -> Engine:
    return _engine(tuple(sorted(settings.to_env().items())))


@lru_cache
def _engine(written: tuple[tuple[str, str], ...]) -> Engine:
    settings = DatabaseSettings.from_env(dict(written))
    address = URL.create(
        "postgresql+psycopg",
        host=settings.host,
        port=int(settings.port),
        database=settings.name,
        username=settings.user,
    )
    made = create_engine(
        address,
        pool_size=1,
        max_overflow=0,
        pool_pre_ping=True,
        pool_recycle=600,
        json_serializer=_dumps,
        json_deserializer=orjson.loads,
        connect_args={
            "connect_timeout": 5,
            "sslmode": "require" if settings.require_tls else "disable",
            "application_name": "wareloom",
            # A prepared statement, like a SET, would pin a proxy's connection to this environment. Time zone and
            # statement time-out are therefore defaults of the database, made by the migration.
            "prepare_threshold": None,
        },
    )
    event.listen(made, "do_connect", _sign_in(settings))
    return made


def _sign_in(settings: DatabaseSettings) -> Any:
    """The password is read when a connection is made, not when the engine is: the next one uses a rotated secret."""

    def connect(dialect: Dialect, _record: Any, arguments: list[Any], options: dict[str, Any]) -> Any:
        if settings.secret_id is None:
            password = settings.password.get_secret_value() if settings.password else None
            return dialect.connect(*arguments, **options, password=password)
        for fresh in (False, True):
            secret = secrets.read(settings.secret_id, fresh=fresh)
            options |= {"user": secret["username"], "password": secret["password"]}
            try:
                return dialect.connect(*arguments, **options)
            except dialect.loaded_dbapi.OperationalError:
                if fresh:  # it is not that the password has just been rotated
                    raise
        raise AssertionError("the second try returns or raises")

    return connect


def new_session() -> Session:
    connection = _test_connection.get()
    if connection is not None:
        return Session(connection, expire_on_commit=False, join_transaction_mode="create_savepoint")
    return Session(engine(DatabaseSettings.from_env()), expire_on_commit=False)


@contextmanager
def held(connection: Connection) -> Generator[None]:
    """Every session inside joins `connection`'s transaction, which a test then rolls back."""
    token = _test_connection.set(connection)
    try:
        yield
    finally:
        _test_connection.reset(token)
