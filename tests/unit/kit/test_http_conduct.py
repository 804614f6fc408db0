"""Pauses, back-off, turns and circuits, with time that passes only when somebody waits."""

import threading
from collections.abc import Generator
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from tests.support.haste import Passing
from wareloom.kit.errors import Blocked, NotFound, Rejected, Unavailable
from wareloom.kit.http.circuit import FAILURES, FIRST_OPEN, LONGEST_OPEN, Circuits
from wareloom.kit.http.conduct import Conduct, Manners
from wareloom.kit.http.pace import NotYet, Pace
from wareloom.kit.http.proxies import ProxyFailed

HOST = "shop.example"
SECOND = timedelta(seconds=1)
LONG = timedelta(minutes=1)


@pytest.fixture
def passing() -> Generator[Passing]:
    with Passing(datetime(2026, 6, 1, tzinfo=UTC)) as passing:
        yield passing


def conduct(passing: Passing, manners: Manners | None = None) -> Conduct:
    return Conduct(manners or Manners(), Random(7), passing.wait)  # noqa: S311 - the same waits in every run


def fail(one: Conduct, failure: Exception) -> None:
    with pytest.raises(type(failure)), one.turn(HOST, LONG, SECOND):
        raise failure


def test_after_an_answer_comes_the_pause(passing: Passing) -> None:
    one = conduct(passing)
    with one.turn(HOST, LONG, SECOND):
        one.answered(HOST, 2 * SECOND)
    with one.turn(HOST, LONG, SECOND):
        assert passing.waited == [2]


def test_failures_in_a_row_are_waited_out_ever_longer_and_by_chance(passing: Passing) -> None:
    waits: list[float] = []
    for seed in range(200):
        one = Conduct(Manners(pause=timedelta()), Random(seed), passing.wait)  # noqa: S311 - repeatable
        for _ in range(4):
            one.refused(HOST, Blocked("wall"), timedelta())
            waits.append(one.wait_for(HOST) / SECOND)
            passing.pass_by(one.wait_for(HOST))
    for place, most in enumerate((1, 2, 4, 8)):
        drawn = waits[place::4]
        assert max(drawn) <= most
        assert max(drawn) > most * 0.9
        assert min(drawn) < most * 0.1


def test_the_longest_wait_is_bounded_and_a_success_forgets(passing: Passing) -> None:
    one = conduct(passing, Manners(pause=timedelta(), longest=10 * SECOND))
    for _ in range(40):
        one.refused(HOST, Blocked("wall"), timedelta())
        assert one.wait_for(HOST) <= 10 * SECOND
        passing.pass_by(one.wait_for(HOST))
    one.answered(HOST, timedelta())
    one.refused(HOST, Blocked("wall"), timedelta())
    assert one.wait_for(HOST) <= SECOND


def test_what_the_host_asks_for_counts_before_our_own_guess(passing: Passing) -> None:
    one = conduct(passing)
    fail(one, Blocked("busy", retry_after=timedelta(minutes=7)))
    assert one.wait_for(HOST) == timedelta(minutes=7)


@pytest.mark.parametrize("failure", [NotFound("gone"), Rejected("film")])
def test_a_page_that_is_not_there_is_an_answer(passing: Passing, failure: Exception) -> None:
    one = conduct(passing)
    for _ in range(20):
        fail(one, failure)
        assert one.wait_for(HOST) == SECOND


def test_a_proxy_s_failure_is_not_the_host_s(passing: Passing) -> None:
    one = conduct(passing)
    for _ in range(20):
        fail(one, ProxyFailed("gone"))
    assert one.wait_for(HOST) == timedelta()


def down(one: Conduct, passing: Passing) -> None:
    for _ in range(FAILURES):
        fail(one, Unavailable("down"))
        passing.pass_by(one.wait_for(HOST))


def test_a_host_that_is_down_is_left_alone_and_then_asked_once(passing: Passing) -> None:
    one = conduct(passing)
    down(one, passing)
    with pytest.raises(NotYet, match="left alone") as refused:
        one.check(HOST)
    assert refused.value.retry_after
    assert timedelta() < refused.value.retry_after <= FIRST_OPEN * 1.25
    one.check("other.example")
    passing.pass_by(refused.value.retry_after)
    one.check(HOST)
    with one.turn(HOST, LONG, SECOND):
        with pytest.raises(NotYet):
            one.check(HOST)  # while the one who asks for everybody is at it
        one.answered(HOST, SECOND)
    one.check(HOST)
    fail(one, Unavailable("once is nothing"))
    one.check(HOST)


def test_a_host_that_is_still_down_is_left_alone_for_longer(passing: Passing) -> None:
    circuits = Circuits()
    for _ in range(FAILURES):
        circuits.failed(HOST)
    for times in (1, 2, 4, 8, 16, 30, 30):
        wait = min(LONGEST_OPEN, FIRST_OPEN * times)
        passing.pass_by(wait - SECOND)
        with pytest.raises(NotYet):
            circuits.check(HOST)
        passing.pass_by(SECOND)
        circuits.enter(HOST)
        circuits.failed(HOST)


def test_one_who_asked_for_everybody_and_never_came_back_is_replaced(passing: Passing) -> None:
    circuits = Circuits()
    circuits.trip(HOST)
    passing.pass_by(FIRST_OPEN)
    circuits.enter(HOST)
    with pytest.raises(NotYet):
        circuits.enter(HOST)
    passing.pass_by(FIRST_OPEN)
    circuits.enter(HOST)


def test_being_refused_is_not_being_down(passing: Passing) -> None:
    one = conduct(passing)
    for _ in range(FAILURES * 2):
        fail(one, Blocked("wall", retry_after=timedelta(seconds=1)))
        passing.pass_by(one.wait_for(HOST))
    one.check(HOST)


@pytest.mark.parametrize("at_once", [1, 3])
def test_a_host_is_asked_by_so_many_at_once_and_no_more(at_once: int) -> None:
    pace = Pace(at_once=at_once)
    inside, most, full, go_on = 0, 0, threading.Event(), threading.Event()
    counting = threading.Lock()

    def ask() -> None:
        nonlocal inside, most
        with pace.turn(HOST, LONG):
            with counting:
                inside += 1
                most = max(most, inside)
                if inside == at_once:
                    full.set()
            go_on.wait(10)
            with counting:
                inside -= 1

    threads = [threading.Thread(target=ask) for _ in range(at_once * 2)]
    for thread in threads:
        thread.start()
    assert full.wait(10)
    with pytest.raises(NotYet, match="being asked by others"), pace.turn(HOST, timedelta()):
        pass
    with pace.turn("other.example", timedelta()):
        pass
    go_on.set()
    for thread in threads:
        thread.join()
    assert most == at_once


def test_a_rest_is_never_made_shorter(passing: Passing) -> None:
    pace = Pace(passing.wait)
    pace.rest(HOST, timedelta(minutes=10))
    pace.rest(HOST, SECOND)
    assert pace.left(HOST) == timedelta(minutes=10)
