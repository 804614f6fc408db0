"""When a session has been somebody for long enough."""

from collections.abc import Generator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from tests.support.haste import Passing
from wareloom.kit.errors import Blocked, Failure, NotFound, Unavailable
from wareloom.kit.http.pace import NotYet
from wareloom.kit.http.proxies import Proxy, ProxyFailed, Way, Ways, straight
from wareloom.kit.http.robots import Disallowed
from wareloom.kit.http.sessions import LONGEST_LIFE, MOST_USES, Sessions
from wareloom.kit.http.visiting import visiting

HOST = "shop.example"


class Line:
    def __init__(self) -> None:
        self.closed = False

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def passing() -> Generator[Passing]:
    with Passing(datetime(2026, 6, 1, tzinfo=UTC)) as passing:
        yield passing


@pytest.fixture
def sessions() -> Sessions[Line]:
    return Sessions(lambda _host, _way: Line())


@pytest.fixture
def ways() -> Ways:
    return straight(Random(7))  # noqa: S311 - one way: there is nothing to choose


def used(sessions: Sessions[Line], ways: Ways, *, fails: Exception | None = None, host: str = HOST) -> Line:
    lines: list[Line] = []
    with suppress(Failure), visiting(sessions, ways, host) as line:
        lines.append(line)
        if fails:
            raise fails
    return lines[0]


def test_a_session_is_used_fifty_times(passing: Passing, sessions: Sessions[Line], ways: Ways) -> None:
    lines = [used(sessions, ways) for _ in range(MOST_USES + 1)]
    assert len(set(lines[:MOST_USES])) == 1
    assert lines[MOST_USES] is not lines[0]
    assert lines[0].closed
    assert not lines[-1].closed
    assert passing.waited == []


def test_a_session_lives_fifty_minutes(passing: Passing, sessions: Sessions[Line], ways: Ways) -> None:
    first = used(sessions, ways)
    passing.pass_by(LONGEST_LIFE - timedelta(seconds=1))
    assert used(sessions, ways) is first
    passing.pass_by(timedelta(seconds=1))
    assert used(sessions, ways) is not first


def test_three_failures_end_a_session(sessions: Sessions[Line], ways: Ways) -> None:
    lines = [used(sessions, ways, fails=Unavailable("down")) for _ in range(4)]
    assert len(set(lines[:3])) == 1
    assert lines[3] is not lines[0]


def test_successes_make_up_for_failures(sessions: Sessions[Line], ways: Ways) -> None:
    first = used(sessions, ways)
    for _ in range(6):
        assert used(sessions, ways, fails=Unavailable("down")) is first
        assert used(sessions, ways) is first
        assert used(sessions, ways) is first


@pytest.mark.parametrize("fails", [Blocked("wall"), ProxyFailed("gone")])
def test_who_was_turned_away_is_gone_at_once(sessions: Sessions[Line], ways: Ways, fails: Exception) -> None:
    first = used(sessions, ways, fails=fails)
    assert first.closed


@pytest.mark.parametrize("fails", [Disallowed("robots"), NotYet("pause"), NotFound("gone")])
def test_what_says_nothing_about_the_visitor_is_not_held_against_it(
    sessions: Sessions[Line], ways: Ways, fails: Exception
) -> None:
    assert len({used(sessions, ways, fails=fails) for _ in range(20)}) == 1


def test_two_at_once_are_two_people(sessions: Sessions[Line], ways: Ways) -> None:
    with visiting(sessions, ways, HOST) as one, visiting(sessions, ways, HOST) as other:
        assert one is not other
    assert {used(sessions, ways), used(sessions, ways)} <= {one, other}


def test_each_host_and_each_tier_has_its_own(sessions: Sessions[Line], ways: Ways) -> None:
    first = used(sessions, ways)
    assert used(sessions, ways, host="other.example") is not first
    dearer = Way(1, Proxy("http", "proxy.example", 8080, "proxy 1"))
    with sessions.lent(HOST, dearer) as session:
        assert session.line is not first


def test_a_session_whose_proxy_rests_is_not_used(sessions: Sessions[Line]) -> None:
    way = Way(0, Proxy("http", "proxy.example", 8080, "proxy 1"))
    with sessions.lent(HOST, way) as first:
        pass
    way.broke()
    with sessions.lent(HOST, way) as second:
        assert second is not first


def test_closing_closes_all(sessions: Sessions[Line], ways: Ways) -> None:
    line = used(sessions, ways)
    sessions.close()
    assert line.closed
