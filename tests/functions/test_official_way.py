"""Collections over a marketplace's own API, from the asking to the end, and what they never leave behind: the key."""

import json
import logging
from collections.abc import Generator
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from functions.schedule_market.handler import handle as schedule
from functions.scrape_market.handler import handle
from tests.support.api import signed_in
from tests.support.cloud import Emulator
from tests.support.etsy_vendor import KEY, EtsyVendor
from tests.support.factories import an_owner
from tests.support.market_secret import MARKET, keep_keys, lose_keys
from tests.support.vendor import Reply, playing
from wareloom.audit.models import AuditEntry
from wareloom.kit import aws
from wareloom.kit.database import Base
from wareloom.kit.outside import MarketKeySettings
from wareloom.kit.work import unit_of_work
from wareloom.market.archive import bring_back
from wareloom.market.collect import collect
from wareloom.market.models import Offer, RawPage, Task
from wareloom.market.open import open_task
from wareloom.market.page import Fetched, PageRequest

PAGES, API = (
    "https://www.etsy.com/search?q=fen+mug",
    "https://openapi.etsy.com/v3/application/listings/active?keywords=",
)


@pytest.fixture
def vendor(cloud: Emulator, emptied: Engine, monkeypatch: pytest.MonkeyPatch) -> Generator[EtsyVendor]:
    assert emptied
    lose_keys(cloud)
    with playing(EtsyVendor(listings=130)) as vendor:
        for name, value in MarketKeySettings(secret_id=MARKET, etsy_url=vendor.address).to_env().items():
            monkeypatch.setenv(name, value)
        yield vendor
    lose_keys(cloud)


def opened() -> UUID:
    with unit_of_work() as work:
        owner = an_owner(work)
        return open_task(work, tenant_id=owner.tenant_id, actor=owner.actor, marketplace="etsy", target="fen mug").id


def deliver(task_id: UUID) -> list[str]:
    record = {"messageId": "m", "receiptHandle": "r", "body": json.dumps({"id": str(task_id)})}
    return [failed["itemIdentifier"] for failed in handle({"Records": [record]}, None)["batchItemFailures"]]


def now(task_id: UUID) -> Task:
    with unit_of_work() as work:
        return work.session.get_one(Task, task_id)


def asks(task: Task) -> str:
    assert task.next_page
    return task.next_page["url"]


def pages_of(task_id: UUID) -> list[RawPage]:
    with unit_of_work() as work:
        query = select(RawPage).where(RawPage.task_id == task_id).order_by(RawPage.id)
        return list(work.session.scalars(query))


def keyed(cloud: Emulator, key: str = KEY) -> None:
    keep_keys(cloud, {"etsy": {"key": key}})


def test_with_a_key_a_collection_asks_the_api_to_the_end(cloud: Emulator, vendor: EtsyVendor) -> None:
    keyed(cloud)
    task_id = opened()
    assert asks(now(task_id)).startswith(API)
    assert deliver(task_id) == []
    assert deliver(task_id) == []
    task = now(task_id)
    assert (task.status, task.pages_done, task.offers_new) == ("succeeded", 2, 130)
    assert [page.offers_found for page in pages_of(task_id)] == [100, 30]
    with unit_of_work() as work:
        offer = work.session.scalars(select(Offer).limit(1)).one()
        assert (offer.seller, str(offer.price)) == ("FenPottery", "21.50")
    assert len(vendor.asked) == 4


def test_without_a_key_pages_are_asked_for_and_nothing_else(vendor: EtsyVendor) -> None:
    assert asks(now(opened())) == PAGES
    assert not vendor.asked


def test_the_schedule_chooses_the_same_way(cloud: Emulator, vendor: EtsyVendor) -> None:
    assert vendor
    keyed(cloud)
    api = signed_in()
    api.post("/watches", {"marketplace": "etsy", "target": "fen mug"})
    assert schedule({"marketplace": "etsy"}, None)["opened"] == 1
    with unit_of_work() as work:
        assert asks(work.session.scalars(select(Task)).one()).startswith(API)


class Pages:
    """Etsy's pages, brought by hand: this machine reaches no shop."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def fetch(self, request: PageRequest) -> Fetched:
        self.asked.append(request.url)
        raise SystemExit(request.url)


def test_a_refused_key_leads_to_the_pages_and_says_so(cloud: Emulator, vendor: EtsyVendor) -> None:
    keyed(cloud)
    task_id = opened()
    vendor.key = "another:one"
    assert deliver(task_id) == []
    task = now(task_id)
    assert (task.status, task.tries, asks(task)) == ("running", 0, PAGES)
    assert task.reason
    assert "Etsy does not accept our key (403)" in task.reason
    assert "pages are read instead" in task.reason
    (page,) = pages_of(task_id)
    assert (page.outcome, page.sha256) == ("blocked", None)
    assert page.url.startswith(API)
    with unit_of_work() as work:
        query = select(AuditEntry).where(AuditEntry.act == "task.fall_back")
        entry = work.session.scalars(query).one()
        assert entry.facts["to"] == "pages"
        assert "our key" in entry.facts["reason"]
    fetcher = Pages()
    with pytest.raises(SystemExit), unit_of_work() as work:
        collect(work, task_id, fetcher=fetcher)
    assert fetcher.asked == [PAGES]


def test_a_key_that_went_away_in_between_leads_to_the_pages_too(cloud: Emulator, vendor: EtsyVendor) -> None:
    keyed(cloud)
    task_id = opened()
    assert deliver(task_id) == []
    lose_keys(cloud)
    assert deliver(task_id) == []
    task = now(task_id)
    assert (asks(task), task.pages_done) == (PAGES, 1)
    assert len(vendor.asked) == 2


def test_a_collection_that_began_with_pages_goes_on_with_them(cloud: Emulator, vendor: EtsyVendor) -> None:
    task_id = opened()
    keyed(cloud)
    fetcher = Pages()
    with pytest.raises(SystemExit), unit_of_work() as work:
        collect(work, task_id, fetcher=fetcher)
    assert fetcher.asked == [PAGES]
    assert not vendor.asked


def test_a_vendor_in_trouble_is_waited_for_and_not_gone_around(cloud: Emulator, vendor: EtsyVendor) -> None:
    keyed(cloud)
    task_id = opened()
    vendor.moods = [Reply({"error": "busy"}, 429, {"Retry-After": "120"})]
    queue = cloud.client("sqs")
    address = queue.get_queue_url(QueueName="scrape_market")["QueueUrl"]
    (got,) = queue.receive_message(QueueUrl=address)["Messages"]
    record = {"messageId": got["MessageId"], "receiptHandle": got["ReceiptHandle"], "body": got["Body"]}
    assert handle({"Records": [record]}, None)["batchItemFailures"]
    task = now(task_id)
    assert (task.status, task.tries) == ("running", 1)
    assert asks(task).startswith(API)
    assert task.retry_at
    assert (task.retry_at - task.updated_at).total_seconds() == 120


def test_the_key_is_left_nowhere(
    cloud: Emulator,
    vendor: EtsyVendor,
    emptied: Engine,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    told = list[Any]()

    def hear(params: dict[str, Any], **_facts: Any) -> None:
        told.append(params["body"])

    aws.events().meta.events.register("before-call.events.PutEvents", hear)
    keyed(cloud)
    with caplog.at_level(logging.DEBUG):
        done = opened()
        deliver(done)
        deliver(done)
        turned_back = opened()
        vendor.key = "another:one"
        deliver(turned_back)
        said = signed_in().get("/marketplaces").text
    with Session(emptied) as session:
        rows = [str(row) for table in Base.metadata.sorted_tables for row in session.execute(select(table))]
    bodies = [bring_back(page).decode() for page in pages_of(done)]
    assert len(rows) > 130
    assert told
    assert bodies
    left = "".join([*rows, *map(str, told), *bodies, said, caplog.text, *capfd.readouterr()])
    assert [sent.headers["x-api-key"] for sent in vendor.asked] == [KEY] * 5
    assert not [part for part in (KEY, *KEY.split(":")) if part in left]


def test_the_api_says_which_way_is_in_use(cloud: Emulator, vendor: EtsyVendor) -> None:
    assert vendor
    keyed(cloud)
    items = signed_in().get("/marketplaces").json["items"]
    assert {one["name"]: one["official"] for one in items} == {
        "amazon": "not configured",
        "etsy": "configured",
        "shopify": "not configured",
        "shopee": "not available",
        "tiktok": "not available",
        "sample": "not available",
    }
