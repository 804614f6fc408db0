"""Two matchers at once, and one that dies between its slices: these tests commit."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool

from tests.integration.matching.shelves import a_shelf, expected, groups, keep, put, waiting
from wareloom.kit.settings import DatabaseSettings
from wareloom.kit.work import Work
from wareloom.market.matching.match import match


@pytest.fixture
def elsewhere(emptied: Engine, postgres: DatabaseSettings) -> Engine:
    """The product's engine has one connection, for an environment does one thing at a time. These are several."""
    password = postgres.password.get_secret_value() if postgres.password else None
    return create_engine(emptied.url.set(password=password), poolclass=NullPool)


def a_slice(engine: Engine, most: int = 7) -> int:
    with Session(engine) as session, session.begin():
        return match(Work(session), most=most)["offers"]


def test_two_at_once_do_what_one_does(elsewhere: Engine) -> None:
    with Session(elsewhere) as session, session.begin():
        keep(session, *a_shelf())
    together = Barrier(2)

    def run(_number: int) -> int:
        done = 0
        together.wait(timeout=30)
        while _waiting(elsewhere):
            done += a_slice(elsewhere)
        return done

    with ThreadPoolExecutor(2) as pool:
        assert sum(pool.map(run, range(2))) == len(a_shelf())
    with Session(elsewhere) as session:
        assert groups(session) == set(expected())


def test_the_second_turns_away_while_the_first_is_at_it(elsewhere: Engine) -> None:
    with Session(elsewhere) as session, session.begin():
        keep(session, *a_shelf())
    with Session(elsewhere) as first, first.begin():
        assert match(Work(first), most=7)["offers"] == 7
        assert a_slice(elsewhere) == 0


def test_one_that_dies_loses_its_slice_and_no_other(elsewhere: Engine) -> None:
    with Session(elsewhere) as session, session.begin():
        keep(session, *a_shelf())
    assert a_slice(elsewhere, most=20) == 20
    with Session(elsewhere) as dying:
        dying.begin()
        assert match(Work(dying), most=20)["offers"] == 20
        dying.rollback()
    assert _waiting(elsewhere) == len(a_shelf()) - 20
    while a_slice(elsewhere):
        pass
    with Session(elsewhere) as session:
        assert groups(session) == set(expected())


def test_an_offer_that_changes_while_it_is_compared_waits_again(elsewhere: Engine) -> None:
    """Who tells it anew waits for the matcher's end, and leaves a word for the next one."""
    with Session(elsewhere) as session, session.begin():
        keep(session, *a_shelf()[:3])

    def tell_anew() -> None:
        with Session(elsewhere) as session, session.begin():
            keep(session, put("amazon", "Quite Another Thing Altogether", number=0))

    with ThreadPoolExecutor(1) as pool, Session(elsewhere) as matching, matching.begin():
        match(Work(matching))
        later = pool.submit(tell_anew)
        blocked = text("SELECT count(*) FROM pg_locks WHERE NOT granted")
        with Session(elsewhere) as watching:
            while not watching.scalar(blocked):
                assert not later.done()
        matching.commit()
        later.result(timeout=30)
    assert _waiting(elsewhere) == 1
    assert a_slice(elsewhere) == 1
    with Session(elsewhere) as session:
        assert [len(members) for members in groups(session)] == [2]


def _waiting(engine: Engine) -> int:
    with Session(engine) as session:
        return waiting(session)
