"""What a message's failure means, message by message. The verb is the test's; the queue and the rows are real."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Engine, func, select

from tests.support.cloud import QUEUE, Emulator
from wareloom.accounts.models import Tenant
from wareloom.edge.batch import Fault, batch
from wareloom.kit import clock
from wareloom.kit.errors import Blocked, Conflict, Failure, NotFound, Rejected, Unavailable
from wareloom.kit.ids import new_id
from wareloom.kit.queues import Nudge, send
from wareloom.kit.settings import DatabaseSettings, QueueSettings
from wareloom.kit.work import Work

pytestmark = pytest.mark.usefixtures("emptied")
Fails = dict[UUID, Exception]


@dataclass
class Verb:
    """Keeps a row named after the id, then fails where it is told to."""

    fails: Fails = field(default_factory=Fails)
    wait: timedelta | None = None
    settled: list[tuple[UUID, str]] = field(default_factory=list[tuple[UUID, str]])

    def act(self, work: Work, row_id: UUID) -> None:
        work.session.add(Tenant(id=row_id, name="kept", created_at=clock.now()))
        work.session.flush()
        if row_id in self.fails:
            raise self.fails[row_id]

    def settle(self, work: Work, row_id: UUID, failure: Failure) -> timedelta | None:
        work.session.add(Tenant(id=new_id(), name=f"settled: {failure.kind}", created_at=clock.now()))
        self.settled.append((row_id, failure.kind))
        return self.wait

    def take(self, messages: list[dict[str, Any]]) -> list[str]:
        """The ids of the messages that are to come back."""
        records = [
            {"messageId": one["MessageId"], "body": one["Body"], "receiptHandle": one["ReceiptHandle"]}
            for one in messages
        ]
        told = batch(self.act, queue=QUEUE, settle=self.settle)({"Records": records}, None)
        return [one["itemIdentifier"] for one in told["batchItemFailures"]]


@pytest.fixture
def received(cloud: Emulator) -> Callable[[int], list[dict[str, Any]]]:
    """Messages as the poller has them: received, and hidden from everybody else."""

    def receive(count: int) -> list[dict[str, Any]]:
        send([Nudge(QUEUE, new_id()) for _ in range(count)])
        return poll(cloud)

    return receive


def poll(cloud: Emulator) -> list[dict[str, Any]]:
    address = QueueSettings.from_env().address(QUEUE)
    found: list[dict[str, Any]] = (
        cloud.client("sqs").receive_message(QueueUrl=address, MaxNumberOfMessages=10).get("Messages", [])
    )
    return found


def row(message: dict[str, Any]) -> UUID:
    return UUID(json.loads(message["Body"])["id"])


def names(database: Engine) -> list[str]:
    with database.connect() as connection:
        return sorted(connection.scalars(select(Tenant.name)))


Received = Callable[[int], list[dict[str, Any]]]


def test_each_message_is_done_in_a_transaction_of_its_own(received: Received, database: Engine) -> None:
    messages, verb = received(3), Verb(wait=timedelta(minutes=1))
    verb.fails[row(messages[1])] = Unavailable("Later.")
    assert verb.take(messages) == [messages[1]["MessageId"]]
    assert names(database) == ["kept", "kept", "settled: unavailable"]


@pytest.mark.parametrize("kind", [NotFound, Rejected], ids=lambda kind: kind.__name__)
def test_what_will_never_work_is_dropped_with_its_reason_on_the_row(
    received: Received, database: Engine, kind: type[Failure]
) -> None:
    messages, verb = received(1), Verb(wait=None)
    verb.fails[row(messages[0])] = kind("No.")
    assert verb.take(messages) == []
    assert names(database) == [f"settled: {kind.kind}"]


def test_what_somebody_did_already_is_a_success_that_nobody_need_settle(received: Received, database: Engine) -> None:
    messages, verb = received(1), Verb()
    verb.fails[row(messages[0])] = Conflict("Done already.")
    assert (verb.take(messages), verb.settled, names(database)) == ([], [], [])


@pytest.mark.parametrize("failure", [Unavailable("Later."), Blocked("Go away.")], ids=repr)
def test_what_may_work_later_comes_back_and_not_before_its_time(
    received: Received, cloud: Emulator, failure: Exception
) -> None:
    messages, verb = received(2), Verb(wait=timedelta(minutes=5))
    verb.fails[row(messages[0])] = failure
    assert verb.take(messages) == [messages[0]["MessageId"]]
    assert poll(cloud) == []


def test_what_need_not_wait_is_back_at_once(received: Received, cloud: Emulator) -> None:
    messages, verb = received(1), Verb(wait=timedelta())
    verb.fails[row(messages[0])] = Unavailable("Now, perhaps.")
    verb.take(messages)
    assert [one["MessageId"] for one in poll(cloud)] == [messages[0]["MessageId"]]


def test_a_bug_is_told_as_ours_without_its_details_and_fails_the_call(
    received: Received, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[Failure] = []
    messages, verb = received(1), Verb(wait=timedelta())
    verb.fails[row(messages[0])] = KeyError("internal detail")

    def settle(_work: Work, _row_id: UUID, failure: Failure) -> None:
        told.append(failure)

    record = {"messageId": "1", "body": messages[0]["Body"], "receiptHandle": messages[0]["ReceiptHandle"]}
    with pytest.raises(KeyError, match="internal detail"):
        batch(verb.act, queue=QUEUE, settle=settle)({"Records": [record]}, None)
    assert isinstance(told[0], Fault)
    assert "internal detail" not in told[0].reason
    assert "internal detail" in caplog.text


def test_a_bug_comes_back_not_before_its_time_and_leaves_its_reason(
    received: Received, cloud: Emulator, database: Engine
) -> None:
    messages, verb = received(1), Verb(wait=timedelta(minutes=5))
    verb.fails[row(messages[0])] = ZeroDivisionError("a bug")
    with pytest.raises(ZeroDivisionError):
        verb.take(messages)
    assert (names(database), poll(cloud)) == (["settled: fault"], [])


@pytest.mark.parametrize("body", ["", "{", "[]", '"id"', "{}", '{"id": 7}', '{"id": "no id"}'])
def test_a_message_that_nobody_of_ours_wrote_fails_the_call(received: Received, body: str) -> None:
    messages = received(1)
    with pytest.raises((ValueError, KeyError, TypeError, AttributeError)):
        Verb().take([{**messages[0], "Body": body}])


def test_when_the_database_is_away_every_message_comes_back(
    received: Received, database: Engine, monkeypatch: pytest.MonkeyPatch, postgres: DatabaseSettings
) -> None:
    messages, verb = received(2), Verb(wait=timedelta())
    for name, value in postgres.model_copy(update={"port": 1}).to_env().items():
        monkeypatch.setenv(name, value)
    assert verb.take(messages) == [one["MessageId"] for one in messages]
    assert names(database) == []


def test_a_settled_row_stands_when_the_work_it_ends_does_not(received: Received, database: Engine) -> None:
    messages, verb = received(1), Verb(wait=timedelta(minutes=1))
    verb.fails[row(messages[0])] = Unavailable("Later.")
    verb.take(messages)
    with database.connect() as connection:
        assert connection.scalar(select(func.count()).where(Tenant.id == row(messages[0]))) == 0
    assert names(database) == ["settled: unavailable"]
