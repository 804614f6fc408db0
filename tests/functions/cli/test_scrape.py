"""A collection started from a terminal, and followed while a real worker reads its pages."""

import json
import signal
import subprocess
from datetime import timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest

from functions.scrape_market.handler import handle as work_on
from tests.support.api import Api
from tests.support.command import Command
from wareloom.kit import clock
from wareloom.kit.errors import Rejected
from wareloom.kit.settings import SampleSettings
from wareloom.kit.work import unit_of_work
from wareloom.market.settle import settle

PAGES = 3


@pytest.fixture(autouse=True)
def small_market(wareloom: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """A few pages of a young market, for what is collected here is told at once."""
    assert wareloom
    market = SampleSettings(offers=(PAGES - 1) * 100 + 40, first_day=clock.now().date() - timedelta(days=20))
    for name, value in market.to_env().items():
        monkeypatch.setenv(name, value)


def worked(task_id: str) -> None:
    """One page, as the queue would have it read."""
    message = {"messageId": "m", "receiptHandle": "r", "body": json.dumps({"id": task_id})}
    assert work_on({"Records": [message]}, SimpleNamespace()) == {"batchItemFailures": []}


def open_task(wareloom: Command) -> dict[str, Any]:
    (task,) = wareloom("tasks", "--json").json
    return task


def told(process: subprocess.Popen[bytes]) -> str:
    """The next line that the command says about its work."""
    assert process.stderr
    return process.stderr.readline().decode().rstrip()


def test_scrape_follows_its_task_page_by_page_to_the_end(wareloom: Command) -> None:
    process = wareloom.start("scrape", "sample", "everything", "--json")
    assert told(process) == "Waiting for its turn"
    task_id = open_task(wareloom)["id"]
    for done in range(1, PAGES + 1):
        worked(task_id)
        assert told(process).startswith(f"{done} of {PAGES} pages, ")
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0
    assert err.decode().startswith("Collected: 3 of 3 pages, ")
    task = json.loads(out)
    assert (task["status"], task["pages_done"]) == ("succeeded", PAGES)
    assert task["offers_new"] == len(wareloom("offers", "--all", "--json").json)


def test_a_failed_collection_is_status_1_with_its_reason(wareloom: Command) -> None:
    process = wareloom.start("scrape", "sample", "everything")
    assert told(process) == "Waiting for its turn"
    task_id = open_task(wareloom)["id"]
    with unit_of_work() as work:
        settle(work, UUID(task_id), Rejected("This page is no market."))
    _, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "failed: This page is no market. " in err.decode()
    assert f"wareloom tasks retry {task_id}" in err.decode()
    again = wareloom("tasks", "retry", task_id)
    assert (again.status, open_task(wareloom)["status"]) == (0, "queued")


def test_control_c_leaves_the_collection_running_and_says_how_to_end_it(wareloom: Command) -> None:
    process = wareloom.start("scrape", "sample", "everything")
    assert told(process) == "Waiting for its turn"
    task_id = open_task(wareloom)["id"]
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert f"wareloom tasks cancel {task_id}" in err.decode()
    assert "Traceback" not in err.decode()
    assert open_task(wareloom)["status"] == "queued"
    assert wareloom("tasks", "cancel", task_id).status == 0
    followed = wareloom("tasks", "follow", task_id)
    assert followed.status == 1
    assert "has been cancelled" in followed.err


def test_a_terminal_sees_a_bar(wareloom: Command) -> None:
    started = wareloom("scrape", "sample", "everything", "--no-follow", "--json").json
    for _ in range(PAGES):
        worked(started["id"])
    ran = wareloom("tasks", "follow", started["id"], FORCE_COLOR="1", TERM="xterm", COLUMNS="120")
    assert ran.status == 0
    assert f"{PAGES}/{PAGES}" in ran.err
    assert "━" in ran.err


def test_no_follow_starts_and_leaves(wareloom: Command) -> None:
    ran = wareloom("scrape", "sample", "everything", "--no-follow", "--watch")
    assert ran.status == 0
    task = open_task(wareloom)
    assert task["id"] in ran.err
    assert wareloom("scrape", "sample", "everything", "--no-follow").status == 1, "it is being collected already"
    shown = dict(line.split("\t") for line in wareloom("tasks", "show", task["id"]).out.splitlines())
    assert (shown["status"], shown["target"]) == ("queued", "everything")


def test_watching_makes_a_watch(wareloom: Command, owner: Api) -> None:
    wareloom("scrape", "sample", "everything", "--no-follow", "--watch")
    (watch,) = owner.get("/watches").json["items"]
    assert (watch["marketplace"], watch["target"]) == ("sample", "everything")


@pytest.mark.parametrize("asked", [["bazaar", "everything"], ["sample", "no such niche at all"]])
def test_what_cannot_be_collected_is_status_2_and_opens_nothing(wareloom: Command, asked: list[str]) -> None:
    ran = wareloom("scrape", *asked)
    assert (ran.status, ran.out) == (2, "")
    assert wareloom("tasks", "--json").json == []
