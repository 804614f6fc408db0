"""Recordings in a real browser: handed in part by part, heard, played, searched and put right."""

import re
from collections.abc import Generator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.tabs import holds, tab_of
from tests.support.engine import LocalCloud
from tests.support.real_data import DATA
from tests.support.visitor import Visitor

SPOKEN = "librivox/austen-0870.wav"


@pytest.fixture
def page(browser: Browser, with_site: LocalCloud, owner: Visitor) -> Generator[Page]:
    with tab_of(browser, with_site.address, owner) as page:
        page.get_by_role("link", name="Recordings").first.click()
        page.evaluate("window.neverReloaded = true")
        yield page


def hand_in(page: Page, name: str, content: bytes) -> None:
    chooser = page.get_by_label("Drop recordings here, or choose them")
    chooser.set_input_files({"name": name, "mimeType": "audio/wav", "buffer": content})


@pytest.mark.real_data(f"audio/{SPOKEN}")
def test_what_is_said_in_a_file_arrives_by_itself_and_plays_from_where_one_clicks(page: Page) -> None:
    hand_in(page, "austen.wav", (DATA / "audio" / SPOKEN).read_bytes())
    row = page.get_by_test_id("recording")
    expect(row.get_by_text("Heard", exact=True)).to_be_visible()
    page.get_by_role("link", name="austen.wav").click()
    segments = page.get_by_test_id("segment")
    expect(segments.first).to_be_visible()
    assert page.evaluate("window.neverReloaded") is True

    holds(page, "document.querySelector('audio')?.readyState >= 1")
    last = segments.last
    last.get_by_role("button", name=re.compile(r"^\d+:\d\d")).click()
    expect(last).to_have_attribute("aria-current", "true")
    holds(page, "document.querySelector('audio')?.currentTime > 0 || !document.querySelector('audio')?.paused")

    last.get_by_role("button", name=re.compile("^Put right")).click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("as everybody truly knows")
    page.keyboard.press("Enter")
    expect(last.get_by_text(re.compile("^Put right by you"))).to_be_visible()

    page.get_by_role("link", name="All recordings").click()
    page.get_by_role("searchbox", name="Find what was said").fill("everybody knows")
    hit = page.get_by_test_id("hit")
    expect(hit).to_have_count(1)
    hit.get_by_role("link", name="austen.wav").click()
    expect(page.locator("mark").first).to_be_visible()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Export").click()
        page.get_by_role("menuitem", name=re.compile("^SRT")).click()
    assert "as everybody truly knows" in saved.value.path().read_text(encoding="utf-8")


def test_a_file_in_which_nothing_can_be_heard_says_why_and_is_deleted(page: Page, owner: Visitor) -> None:
    hand_in(page, "nothing.wav", b"no sound at all, only words that say they are one")
    row = page.get_by_test_id("recording")
    expect(row.get_by_text("Failed", exact=True)).to_be_visible()
    reason = owner.get("/recordings")["items"][0]["reason"]
    expect(row.get_by_text(reason)).to_be_visible()
    row.get_by_role("button", name="Delete nothing.wav").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete recording").click()
    expect(page.get_by_text("No recordings yet")).to_be_visible()
    assert page.evaluate("window.neverReloaded") is True


def test_an_upload_that_a_reload_cut_off_goes_on_with_the_parts_that_are_left(page: Page, owner: Visitor) -> None:
    content = bytes(17 * 1024**2)
    page.route(re.compile("partNumber=2"), lambda route: route.abort())
    hand_in(page, "long.wav", content)
    expect(page.get_by_test_id("upload").get_by_text("Waiting for the connection")).to_be_visible()
    page.unroute(re.compile("partNumber=2"))
    page.reload()
    row = page.get_by_test_id("recording")
    expect(row.get_by_text("Waits for its file")).to_be_visible()
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if request.method == "PUT" else None)
    page.get_by_label("The same file for long.wav").set_input_files(
        {"name": "long.wav", "mimeType": "audio/wav", "buffer": content}
    )
    expect(row.get_by_text("Waits for its file")).to_have_count(0)
    assert [found[1] for url in sent if (found := re.search(r"partNumber=(\d+)", url))] == ["2"]
    assert owner.get("/recordings")["items"][0]["size"] == len(content)
