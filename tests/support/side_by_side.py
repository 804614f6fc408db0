"""Workers in threads, each committing on a connection of its own, all beginning together. Needs `emptied`."""

from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier
from typing import TypeVar

from sqlalchemy import Engine, create_engine
from sqlalchemy.pool import NullPool

from wareloom.kit import database
from wareloom.kit.settings import DatabaseSettings

Result = TypeVar("Result")


def workers(emptied: Engine, postgres: DatabaseSettings) -> Engine:
    """The product's engine has one connection, for an environment does one thing at a time. These are several."""
    password = postgres.password.get_secret_value() if postgres.password else None
    return create_engine(emptied.url.set(password=password), poolclass=NullPool)


@contextmanager
def a_worker(engine: Engine) -> Generator[None]:
    """Every unit of work of this thread commits on a connection of its own."""
    with engine.connect() as connection, database.held(connection):
        yield


def side_by_side(engine: Engine, *acts: Callable[[], Result]) -> list[Result]:
    together = Barrier(len(acts))

    def work(act: Callable[[], Result]) -> Result:
        with a_worker(engine):
            together.wait(timeout=30)
            return act()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(work, acts, timeout=60))
