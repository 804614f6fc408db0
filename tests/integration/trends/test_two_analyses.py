"""What must hold when several analyses, and several deliveries of one step, run at once: these tests commit."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import Engine, create_engine, func, select, text
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool

from tests.integration.trends.market import NOON, furnish
from wareloom.kit.settings import DatabaseSettings
from wareloom.kit.work import Work
from wareloom.trends.analyse import analyse
from wareloom.trends.models import Evidence, Point, Trend


@pytest.fixture
def elsewhere(emptied: Engine, postgres: DatabaseSettings) -> Engine:
    """The product's engine has one connection, for an environment does one thing at a time. These are several."""
    password = postgres.password.get_secret_value() if postgres.password else None
    return create_engine(emptied.url.set(password=password), poolclass=NullPool)


def test_two_analyses_at_once_take_turns(emptied: Engine, elsewhere: Engine) -> None:
    with Session(emptied) as session, session.begin():
        furnish(session)
    together = Barrier(2)

    def run(number: int) -> int:
        with Session(elsewhere) as session, session.begin():
            session.execute(text("SELECT 1"))
            together.wait(timeout=30)
            return analyse(Work(session), at=NOON + timedelta(minutes=number))

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(run, range(2))) == [2, 2]
    with Session(emptied) as session:
        counts = [session.scalar(select(func.count()).select_from(table)) for table in (Trend, Point, Evidence)]
    assert counts == [2, 2, 14]


def test_the_second_analysis_waits_for_the_first(emptied: Engine, elsewhere: Engine) -> None:
    with Session(emptied) as session, session.begin():
        furnish(session)
    with ThreadPoolExecutor(1) as pool, Session(elsewhere) as first, first.begin():
        analyse(Work(first), at=NOON)

        def second() -> int:
            with Session(elsewhere) as session, session.begin():
                return analyse(Work(session), at=NOON + timedelta(minutes=1))

        later = pool.submit(second)
        waiting = text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
        with Session(elsewhere) as watching:
            while not watching.scalar(waiting):
                assert not later.done()
        first.commit()
        assert later.result(timeout=30) == 2
    with Session(emptied) as session:
        assert session.scalar(select(func.count()).select_from(Evidence)) == 14
