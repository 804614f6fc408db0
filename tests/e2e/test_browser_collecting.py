"""What a person sees of collecting, in a real browser: a task to its pages, a watch, a source with its budget."""

import re
from collections.abc import Generator

import pytest
from playwright.sync_api import Browser, Page, expect

from infra_cdk.local.waiting import until
from tests.e2e.tabs import tab_of
from tests.support.engine import LocalCloud
from tests.support.visitor import Visitor


@pytest.fixture
def page(browser: Browser, with_site: LocalCloud, owner: Visitor) -> Generator[Page]:
    with tab_of(browser, with_site.address, owner) as page:
        page.goto("/tasks")
        expect(page.get_by_role("heading", name="Tasks")).to_be_visible()
        yield page


def choose_sample(page: Page) -> None:
    form = page.get_by_role("form", name="Start a collection")
    form.get_by_label("Marketplace").click()
    page.get_by_role("option", name=re.compile("Sample")).click()
    page.get_by_role("textbox", name=re.compile("niche", re.IGNORECASE)).fill("everything")


def test_a_task_with_a_limit_leads_to_each_page_and_its_provenance(page: Page, owner: Visitor) -> None:
    choose_sample(page)
    page.get_by_role("button", name=re.compile("Priority and limits")).click()
    page.get_by_text("High", exact=True).click()
    page.get_by_label("Pages at most").fill("3")
    page.get_by_role("button", name="Start collection").click()

    row = page.get_by_test_id("task").first
    expect(row.get_by_text("High priority")).to_be_visible()
    expect(row.get_by_text("Succeeded")).to_be_visible()
    row.get_by_role("link", name="everything").click()
    expect(page.get_by_test_id("page")).to_have_count(3)
    page.get_by_test_id("page").first.get_by_role("link").click()
    expect(page.get_by_role("heading", name="Provenance")).to_be_visible()
    expect(page.get_by_text(re.compile("^[0-9a-f]{64}$"))).to_be_visible()
    (task,) = owner.get("/tasks")["items"]
    assert (task["priority"], task["max_pages"], task["pages_done"]) == ("high", 3, 3)


def test_a_watch_is_started_changed_paused_and_its_end_taken_back(page: Page, owner: Visitor) -> None:
    choose_sample(page)
    page.get_by_text("Keep watching").click()
    page.get_by_role("button", name="Start watching").click()
    expect(page.get_by_text(re.compile("is watched"))).to_be_visible()

    page.get_by_role("link", name="Watches").first.click()
    page.get_by_role("button", name="Change everything").click()
    page.get_by_text("Always the same").click()
    page.get_by_label("How many").fill("12")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Somebody chose every 12 hours.")).to_be_visible()
    page.get_by_role("button", name="Pause everything").click()
    expect(page.get_by_role("button", name="Resume everything")).to_be_visible()
    page.get_by_role("button", name="Stop watching everything").click()
    expect(page.get_by_text("Nothing is watched yet")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name="Resume everything")).to_be_visible()
    expect(page.get_by_test_id("watch").get_by_text(re.compile("^Paused"))).to_be_visible()
    until(lambda: owner.get("/watches")["items"][0]["paused_at"] is not None, within_s=30)
    (watch,) = owner.get("/watches")["items"]
    assert watch["every_minutes"] == 720


def test_a_source_tells_its_pages_takes_a_limit_and_is_read_again(page: Page, owner: Visitor) -> None:
    owner.task_at_its_end(owner.start())
    page.get_by_role("link", name="Sources").first.click()
    page.get_by_role("link", name="Sample market").click()
    page.get_by_role("button", name=re.compile("^Read: ")).click()
    expect(page.get_by_role("list", name="Last pages: Read").get_by_role("listitem")).to_have_count(5)
    expect(page.get_by_role("table", name="On lists").get_by_text("Price", exact=True)).to_be_visible()

    page.get_by_label("Pages a day at most").fill("500")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text(re.compile("of 500$"))).to_be_visible()
    assert owner.get("/marketplaces/sample/budget")["pages_per_day"] == 500

    page.get_by_role("button", name="Read again").click()
    expect(page.get_by_text(re.compile(r"^Done\. \d+ pages"))).to_be_visible()
    assert owner.get("/audit?act=marketplace.reparse")["items"]


def test_the_screens_of_collecting_fit_a_phone(page: Page, owner: Visitor) -> None:
    task_id = owner.start()
    owner.post("/watches", {"marketplace": "sample", "target": "everything"})
    owner.task_at_its_end(task_id)
    page.set_viewport_size({"width": 390, "height": 844})
    for path in ("/tasks", f"/tasks/{task_id}", "/watches", "/sources", "/sources/sample"):
        page.goto(path)
        expect(page.get_by_role("heading", level=2).first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path
