"""One transaction, and what is said once it has committed: nothing before, nothing without."""

from collections.abc import Callable, Generator
from typing import Any

import pytest
from sqlalchemy import Engine, func, select, text
from sqlalchemy.exc import IntegrityError

from tests.support.cloud import QUEUE, Emulator
from tests.unit.kit.refusing import Asked, far_end
from wareloom.accounts.models import Tenant
from wareloom.kit import clock
from wareloom.kit.errors import Conflict, Unavailable
from wareloom.kit.ids import new_id
from wareloom.kit.settings import DatabaseSettings
from wareloom.kit.work import Work, unit_of_work
from wareloom.market.events import TaskOpened

pytestmark = pytest.mark.usefixtures("cloud", "emptied")


def take_all(_operation: str, said: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    done = [{"Id": entry.get("Id", "0"), "MessageId": "1", "MD5OfMessageBody": "0"} for entry in said["Entries"]]
    return 200, {"Successful": done, "FailedEntryCount": 0, "Entries": []}


def take_none(_operation: str, _said: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    return 400, {"__type": "InternalFailure", "message": "not today"}


@pytest.fixture
def asked(cloud: Emulator, monkeypatch: pytest.MonkeyPatch) -> Generator[Asked]:
    assert cloud
    with far_end(monkeypatch, take_all) as heard:
        yield heard


def say_something(work: Work) -> None:
    tenant = Tenant(id=new_id(), name="Paper Fox Prints", created_at=clock.now())
    work.session.add(tenant)
    work.session.flush()
    work.enqueue(QUEUE, tenant.id)
    work.announce(TaskOpened(tenant_id=tenant.id, task_id=tenant.id))


def kept(postgres: Engine) -> int | None:
    """As somebody else sees it: over another connection."""
    with postgres.connect() as other:
        return other.scalar(select(func.count()).select_from(Tenant))


def test_messages_leave_only_after_the_rows_are_committed(asked: Asked, database: Engine) -> None:
    with unit_of_work() as work:
        say_something(work)
        assert asked == []
    assert kept(database) == 1
    assert [operation for operation, _said in asked] == ["SendMessageBatch", "PutEvents"]


def work_and_then(then: Callable[[Work], object]) -> None:
    with unit_of_work() as work:
        say_something(work)
        then(work)


def fail(failure: Exception) -> Callable[[Work], object]:
    def then(_work: Work) -> None:
        raise failure

    return then


def execute(*statements: str) -> Callable[[Work], object]:
    return lambda work: [work.session.execute(text(statement)) for statement in statements]


LATE = "CREATE TEMPORARY TABLE late (x int UNIQUE DEFERRABLE INITIALLY DEFERRED)"


@pytest.mark.parametrize(
    ("then", "raised"),
    [
        pytest.param(fail(Conflict("Somebody was first.")), Conflict, id="a failure"),
        pytest.param(fail(ZeroDivisionError("a bug")), ZeroDivisionError, id="a bug"),
        pytest.param(execute("SELECT pg_terminate_backend(pg_backend_pid())"), Unavailable, id="a broken connection"),
        pytest.param(execute(LATE, "INSERT INTO late VALUES (1), (1)"), IntegrityError, id="a refused commit"),
    ],
)
def test_nothing_is_kept_or_said_when_the_work_fails(
    asked: Asked, database: Engine, then: Callable[[Work], object], raised: type[Exception]
) -> None:
    with pytest.raises(raised):
        work_and_then(then)
    assert (kept(database), asked) == (0, [])


def test_rows_stand_and_the_trouble_is_logged_when_nothing_can_be_said(
    database: Engine, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with far_end(monkeypatch, take_none) as asked, unit_of_work() as work:
        say_something(work)
    assert kept(database) == 1
    assert {operation for operation, _said in asked} == {"SendMessageBatch", "PutEvents"}
    assert caplog.text.count("committed, but 1 messages were not sent") == 2


def test_work_that_says_nothing_asks_nobody(asked: Asked) -> None:
    with unit_of_work() as work:
        work.session.execute(select(Tenant))
    assert asked == []


def test_a_database_that_is_away_is_unavailable_and_not_a_fault(
    monkeypatch: pytest.MonkeyPatch, postgres: DatabaseSettings
) -> None:
    for name, value in postgres.model_copy(update={"port": 1}).to_env().items():
        monkeypatch.setenv(name, value)
    with pytest.raises(Unavailable, match="does not answer"), unit_of_work() as work:
        work.session.execute(select(Tenant))
