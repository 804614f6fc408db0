"""Messages that come twice, at once, late or never, and workers that die: one row, and the task goes on."""

import json
from typing import Any
from uuid import UUID

import psycopg
import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from functions.scrape_market.handler import handle
from functions.sweep_unfinished.handler import handle as sweep
from tests.support.cloud import Emulator
from tests.support.factories import an_owner
from wareloom.accounts.identity import Identity
from wareloom.kit.ids import new_id
from wareloom.kit.settings import DatabaseSettings, SampleSettings
from wareloom.kit.work import unit_of_work
from wareloom.market.archive import bring_back
from wareloom.market.collect import collect
from wareloom.market.fetchers.simulation import SimulationFetcher
from wareloom.market.models import Offer, RawPage, Sighting, Task
from wareloom.market.open import open_task
from wareloom.market.page import Fetched, PageRequest

OFFERS = 250


@pytest.fixture
def queue(cloud: Emulator, emptied: Engine, monkeypatch: pytest.MonkeyPatch) -> "Queue":
    assert emptied
    for name, value in SampleSettings(offers=OFFERS).to_env().items():
        monkeypatch.setenv(name, value)
    return Queue(cloud)


class Queue:
    """The real queue, read as Lambda's poller reads it."""

    def __init__(self, cloud: Emulator) -> None:
        self.client = cloud.client("sqs")
        self.address = self.client.get_queue_url(QueueName="scrape_market")["QueueUrl"]

    def receive(self) -> list[dict[str, Any]]:
        answer = self.client.receive_message(QueueUrl=self.address, MaxNumberOfMessages=10, WaitTimeSeconds=0)
        return [
            {"messageId": got["MessageId"], "receiptHandle": got["ReceiptHandle"], "body": got["Body"]}
            for got in answer.get("Messages", [])
        ]

    def acknowledge(self, records: list[dict[str, Any]]) -> None:
        for record in records:
            self.client.delete_message(QueueUrl=self.address, ReceiptHandle=record["receiptHandle"])

    def hidden(self) -> int:
        wanted = ["ApproximateNumberOfMessagesNotVisible"]
        answer = self.client.get_queue_attributes(QueueUrl=self.address, AttributeNames=wanted)
        return int(answer["Attributes"][wanted[0]])


def opened(target: str = "everything", marketplace: str = "sample") -> tuple[Identity, UUID]:
    with unit_of_work() as work:
        owner = an_owner(work)
        task = open_task(work, tenant_id=owner.tenant_id, actor=owner.actor, marketplace=marketplace, target=target)
        return owner, task.id


def deliver(*records: dict[str, Any]) -> list[str]:
    answer = handle({"Records": list(records)}, None)
    return [failed["itemIdentifier"] for failed in answer["batchItemFailures"]]


def now(task_id: UUID) -> Task:
    with unit_of_work() as work:
        return work.session.get_one(Task, task_id)


def conninfo() -> str:
    """For a connection beside the one of the function under test."""
    settings = DatabaseSettings.from_env()
    password = settings.password.get_secret_value() if settings.password else ""
    return f"host={settings.host} port={settings.port} user={settings.user} password={password} dbname={settings.name}"


def counted(emptied: Engine) -> tuple[int, int]:
    """Offers, and sightings that repeat another one of the same offer and moment."""
    with Session(emptied) as session:
        offers = session.scalar(select(func.count()).select_from(Offer)) or 0
        twice = select(Sighting.offer_id).group_by(Sighting.offer_id, Sighting.seen_at).having(func.count() > 1)
        return offers, len(session.scalars(twice).all())


def run_to_the_end(queue: Queue, task_id: UUID, *, times: int = 1) -> int:
    """Deliver every message `times` times until the queue is empty. Returns how many there were."""
    messages = 0
    while records := queue.receive():
        for record in records:
            messages += 1
            for _ in range(times):
                assert deliver(record) == []
        queue.acknowledge(records)
    assert now(task_id).status == "succeeded"
    return messages


def test_a_collection_goes_page_by_page_to_its_end(queue: Queue, emptied: Engine) -> None:
    _owner, task_id = opened()
    messages = run_to_the_end(queue, task_id)
    task = now(task_id)
    assert (task.pages_done, task.pages_total) == (messages, messages)
    assert messages > 1
    assert counted(emptied) == (task.offers_seen, 0)
    assert task.offers_new == task.offers_seen


def test_every_message_delivered_twice_makes_the_same_rows(queue: Queue, emptied: Engine) -> None:
    _owner, task_id = opened()
    run_to_the_end(queue, task_id, times=2)
    task = now(task_id)
    assert task.pages_done == task.pages_total
    assert counted(emptied) == (task.offers_seen, 0)


def test_a_worker_that_dies_after_its_commit_is_followed_by_one_that_goes_on(queue: Queue) -> None:
    _owner, task_id = opened()
    (record,) = queue.receive()
    with unit_of_work() as work:
        collect(work, task_id)  # committed; the worker dies before it could acknowledge
    assert deliver(record) == []
    assert now(task_id).pages_done == 2


class Dying:
    """A worker whose process ends while the page is on its way."""

    def fetch(self, request: PageRequest) -> Fetched:
        raise SystemExit(f"killed while reading {request.url}")


def test_a_worker_that_dies_before_its_commit_leaves_nothing_behind(queue: Queue, emptied: Engine) -> None:
    _owner, task_id = opened()
    with pytest.raises(SystemExit), unit_of_work() as work:
        collect(work, task_id, fetcher=Dying())
    assert now(task_id).pages_done == 0
    assert counted(emptied) == (0, 0)
    run_to_the_end(queue, task_id)


def test_a_second_worker_on_the_same_task_turns_away(queue: Queue) -> None:
    _owner, task_id = opened()
    (record,) = queue.receive()
    address = conninfo()
    with psycopg.connect(address) as other:
        other.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"task:{task_id}"])
        assert deliver(record) == []
        assert now(task_id).pages_done == 0


def test_the_sweep_finds_a_task_whose_message_was_lost(queue: Queue) -> None:
    _owner, task_id = opened()
    queue.acknowledge(queue.receive())
    assert queue.receive() == []
    assert sweep({"at_once": True}, None)["tasks"] == 1
    run_to_the_end(queue, task_id)


def test_a_shop_that_cannot_be_reached_is_tried_again_later(queue: Queue) -> None:
    _owner, task_id = opened("127.0.0.1:9", "shopify")
    (record,) = queue.receive()
    assert deliver(record) == [record["messageId"]]
    task = now(task_id)
    assert (task.status, task.tries) == ("running", 1)
    assert task.reason
    assert task.retry_at is not None
    assert queue.receive() == []
    assert queue.hidden() == 1


def test_a_target_that_we_may_not_reach_ends_the_task(queue: Queue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARELOOM_HTTP_ALLOW_PRIVATE", "false")
    _owner, task_id = opened("127.0.0.1:9", "shopify")
    (record,) = queue.receive()
    assert deliver(record) == []
    assert now(task_id).status == "failed"


def test_a_task_cancelled_while_its_page_is_on_the_way_keeps_the_page_and_stops(queue: Queue, emptied: Engine) -> None:
    _owner, task_id = opened()

    address = conninfo()

    class Cancelled(SimulationFetcher):
        """Somebody presses “cancel” while the page is on its way."""

        def fetch(self, request: PageRequest) -> Fetched:
            with psycopg.connect(address) as other:
                other.execute("UPDATE market_tasks SET status = 'cancelled' WHERE id = %s", [task_id])
            return super().fetch(request)

    with unit_of_work() as work:
        collect(work, task_id, fetcher=Cancelled(SampleSettings.from_env()))
    task = now(task_id)
    assert (task.status, task.pages_done) == ("cancelled", 1)
    assert counted(emptied)[0] == task.offers_seen > 0
    (record,) = queue.receive()
    assert deliver(record) == []
    assert now(task_id).pages_done == 1


def test_the_raw_page_is_kept_where_its_numbers_came_from(queue: Queue) -> None:
    _owner, task_id = opened()
    run_to_the_end(queue, task_id)
    task = now(task_id)
    with unit_of_work() as work:
        pages = work.session.scalars(select(RawPage).where(RawPage.task_id == task_id)).all()
    assert (len(pages), sum(page.offers_found for page in pages)) == (task.pages_done, task.offers_seen)
    assert all(json.loads(bring_back(page)) for page in pages)


def test_a_message_about_nobody_is_dropped(queue: Queue) -> None:
    assert queue
    assert deliver({"messageId": "m", "receiptHandle": "r", "body": json.dumps({"id": str(new_id())})}) == []


@pytest.mark.parametrize("body", ["", "[]", '{"id": 7}', '{"task": "x"}'])
def test_a_message_that_is_not_ours_is_left_for_the_dead_letter_queue(queue: Queue, body: str) -> None:
    assert queue
    with pytest.raises((ValueError, KeyError, TypeError, AttributeError)):
        deliver({"messageId": "m", "receiptHandle": "r", "body": body})
