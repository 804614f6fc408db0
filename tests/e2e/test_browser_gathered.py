"""What a workspace gathers around the market: collections, imports, saved pages, and its word on pairs."""

import re
from collections.abc import Generator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.tabs import tab_of
from tests.support.engine import LocalCloud
from tests.support.visitor import Visitor

DATASET = """\
Product;Preis;Currency;Where
Cat mug;12,50;EUR;sample
Dog mug;twelve;EUR;sample
Tea mug;9,90;EUR;sample
"""


@pytest.fixture
def stocked(owner: Visitor) -> Visitor:
    """Their market has offers."""
    owner.task_that_has(owner.start(), pages=1, within_s=120)
    return owner


@pytest.fixture
def page(browser: Browser, with_site: LocalCloud, owner: Visitor) -> Generator[Page]:
    with tab_of(browser, with_site.address, owner) as page:
        yield page


def hand_in(page: Page, name: str, content: str) -> None:
    page.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "text/plain", "buffer": content.encode()}
    )


def test_a_person_gathers_offers_notes_one_and_takes_back_what_they_did(stocked: Visitor, page: Page) -> None:
    page.get_by_role("link", name="Collections").first.click()
    page.get_by_role("button", name="New collection").first.click()
    form = page.get_by_role("form", name="Make collection")
    form.get_by_label("Name").fill("Rivals")
    form.get_by_role("button", name="Make collection").click()
    expect(page.get_by_role("heading", name="Rivals")).to_be_visible()

    word = stocked.get("/offers?limit=1")["items"][0]["title"].split()[0]
    page.get_by_role("button", name="Add by filter").first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("searchbox", name="Offers to add").fill(word)
    expect(dialog.get_by_text("These fit")).to_be_visible()
    dialog.get_by_role("button", name="Add all that fit").click()
    rows = page.get_by_test_id("collected")
    expect(rows.first).to_be_visible()

    rows.first.get_by_role("button", name=re.compile("Write a note")).click()
    page.keyboard.type("Watch it")
    page.keyboard.press("Enter")
    expect(rows.first.get_by_text("Watch it")).to_be_visible()
    rows.first.get_by_role("button", name=re.compile("^Remove ")).click()
    expect(page.get_by_text("Watch it")).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Watch it")).to_be_visible()

    page.get_by_role("button", name="More for Rivals").click()
    page.get_by_role("menuitem", name="Archive").click()
    expect(page.get_by_text("This collection is archived")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("This collection is archived")).to_have_count(0)


def test_a_collection_that_a_program_changes_is_seen_changed(page: Page, owner: Visitor) -> None:
    made = owner.post("/collections", {"name": "Shelf"})
    page.goto(f"/collections/{made['id']}")
    expect(page.get_by_text("Live", exact=True).first).to_be_visible()
    status, _ = owner.ask("PATCH", f"/collections/{made['id']}", {"name": "Renamed"})
    assert status == 200
    expect(page.get_by_role("heading", name="Renamed")).to_be_visible()


def test_a_dataset_is_put_right_imported_and_taken_back(page: Page) -> None:
    page.get_by_role("link", name="Imports").first.click()
    hand_in(page, "mugs.csv", DATASET)
    expect(page.get_by_role("heading", name="mugs.csv")).to_be_visible()
    expect(page.get_by_text("It cannot be started yet")).to_be_visible()
    page.get_by_role("combobox", name="Marketplace").click()
    page.get_by_role("option", name="Where", exact=True).click()
    page.get_by_role("combobox", name="External id").click()
    page.get_by_role("option", name="Product", exact=True).click()
    page.get_by_role("combobox", name="Title").click()
    page.get_by_role("option", name="The same for every row").click()
    page.get_by_label("Title for every row").fill("A mug")
    expect(page.get_by_text("It cannot be started yet")).to_have_count(0)
    expect(page.get_by_text(re.compile("Price is no price"))).to_be_visible()

    page.get_by_role("button", name="Try it out").click()
    expect(page.get_by_text("It was only tried out")).to_be_visible()
    page.get_by_role("button", name="Start import").click()
    expect(page.get_by_text("Succeeded").first).to_be_visible()
    expect(page.get_by_test_id("bad-row")).to_have_count(1)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Download CSV").click()
    assert "twelve" in saved.value.path().read_text(encoding="utf-8")
    page.get_by_role("link", name="See its offers").click()
    expect(page.get_by_test_id("claim")).to_have_count(2)

    page.go_back()
    page.get_by_role("button", name="Take back").click()
    page.get_by_role("dialog").get_by_role("button", name="Take it back").click()
    expect(page.get_by_text("Taken back").first).to_be_visible()


def test_a_page_that_cannot_be_read_says_so_while_one_looks(page: Page) -> None:
    page.goto("/submitted-pages")
    expect(page.get_by_text("Live", exact=True).first).to_be_visible()
    page.get_by_label("Address of the page").fill("https://www.etsy.com/search?q=mug")
    hand_in(page, "mugs.html", "<html><p>Not what was meant</p></html>")
    page.get_by_role("button", name="Hand it in").click()
    row = page.get_by_test_id("submitted").first
    expect(row).to_have_attribute("data-outcome", re.compile("blocked|rejected|empty"))


@pytest.mark.parametrize("width", [390, 1440])
def test_no_screen_is_wider_than_its_window(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    for path in ("/collections", "/imports", "/submitted-pages", "/claims", "/listed-terms", "/matches"):
        page.goto(path)
        expect(page.get_by_role("heading").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path
