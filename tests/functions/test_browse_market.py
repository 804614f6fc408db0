"""A task that plain HTTP was turned away from goes on with a browser, where a function has one."""

import json
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Engine

from functions.browse_market.handler import handle
from infra_cdk.local.browser import find
from tests.support.cloud import Emulator
from tests.support.database import Overheard
from tests.support.factories import an_owner
from tests.support.grumpy import always, grumpy
from tests.support.shop_pages import listing, product
from tests.support.web import page
from tests.support.worker import Worker
from wareloom.kit.errors import Blocked, Failure, Unavailable
from wareloom.kit.http.robots import Disallowed
from wareloom.kit.outside import BrowserSettings
from wareloom.kit.settings import QueueSettings
from wareloom.kit.work import unit_of_work
from wareloom.market.models import Task
from wareloom.market.open import open_task
from wareloom.market.queue import BROWSER_QUEUE, QUEUE
from wareloom.market.settle import settle

QUEUES = QueueSettings(scrape_market="http://queues.test/plain", browse_market="http://queues.test/browser")


@pytest.fixture(autouse=True)
def house(cloud: Emulator, emptied: Engine) -> None:
    assert cloud
    assert emptied


@pytest.fixture
def with_browsers(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in QUEUES.to_env().items():
        monkeypatch.setenv(name, value)


def opened(marketplace: str, target: str, *, by_browser: bool = False) -> UUID:
    with unit_of_work() as work:
        owner = an_owner(work)
        task = open_task(work, tenant_id=owner.tenant_id, actor=owner.actor, marketplace=marketplace, target=target)
        task.by_browser = by_browser
        return task.id


def message(task_id: UUID) -> dict[str, Any]:
    return {"Records": [{"messageId": "m", "receiptHandle": "r", "body": json.dumps({"id": str(task_id)})}]}


def now(task_id: UUID) -> Task:
    with unit_of_work() as work:
        return work.session.get_one(Task, task_id)


def settled(task_id: UUID, failure: Failure) -> list[str]:
    """The queues that it sends to, which these tests only name."""
    with unit_of_work() as work:
        overheard = Overheard(work.session)
        settle(overheard, task_id, failure)
    return [queue for queue, _row_id, _delay in overheard.nudges]


@pytest.mark.usefixtures("with_browsers")
def test_who_is_turned_away_over_http_is_sent_on_and_stays_there() -> None:
    task_id = opened("etsy", "retro camping")
    assert settled(task_id, Blocked("Etsy wants a captcha.")) == [BROWSER_QUEUE]
    task = now(task_id)
    assert (task.by_browser, task.tries, task.status) == (True, 0, "running")
    assert settled(task_id, Blocked("Etsy wants a captcha.")) == []
    assert now(task_id).tries == 1, "the browser's own trouble is a try like any other"


@pytest.mark.usefixtures("with_browsers")
@pytest.mark.parametrize(
    ("marketplace", "failure"),
    [
        ("etsy", Disallowed("The robots.txt of www.etsy.com asks us not to read this.")),
        ("etsy", Blocked("busy", retry_after=timedelta(minutes=5))),
        ("etsy", Unavailable("It timed out.")),
        ("sample", Blocked("no")),
    ],
)
def test_a_browser_is_not_sent_where_it_may_not_be_or_would_not_help(marketplace: str, failure: Failure) -> None:
    task_id = opened(marketplace, "everything")
    settled(task_id, failure)
    assert not now(task_id).by_browser


def test_where_no_function_has_a_browser_nothing_is_sent_on() -> None:
    task_id = opened("etsy", "retro camping")
    settled(task_id, Blocked("Etsy wants a captcha."))
    task = now(task_id)
    assert (task.by_browser, task.tries) == (False, 1)


def test_the_function_collects_with_a_real_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    program = find()
    assert program, "no browser is installed"
    for name, value in BrowserSettings(program=program).to_env().items():
        monkeypatch.setenv(name, value)
    with grumpy() as shop:
        told = page(listing(product(title="A mug"), product(title="A tee")), kind="application/json")
        shop.put("/products.json?limit=250&page=1", always(told))
        task_id = opened("shopify", shop.web.address.removeprefix("http://"), by_browser=True)
        assert Worker("browse_market", message(task_id)).answer() == {"batchItemFailures": []}
        agents = {visit.agent for visit in shop.visits("/products.json?limit=250&page=1")}
    assert (now(task_id).status, now(task_id).reason) == ("succeeded", None)
    assert any("Chrome/" in agent for agent in agents)


def test_a_message_of_a_task_that_has_ended_is_done_with() -> None:
    task_id = opened("sample", "everything")
    with unit_of_work() as work:
        work.session.get_one(Task, task_id).status = "cancelled"
    assert handle(message(task_id), None) == {"batchItemFailures": []}
    assert QUEUE != BROWSER_QUEUE
