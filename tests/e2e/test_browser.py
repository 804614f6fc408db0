"""What a person does, in a real browser, against the whole cloud."""

import re
from collections.abc import Generator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.tabs import sign_in, tab
from tests.support.engine import LocalCloud
from tests.support.visitor import Visitor


@pytest.fixture
def page(browser: Browser, with_site: LocalCloud) -> Generator[Page]:
    with tab(browser, with_site.address) as page:
        yield page


def test_a_person_starts_a_task_watches_it_and_opens_an_offer(page: Page, owner: Visitor) -> None:
    heard: list[str] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: heard.append(str(frame))))
    sign_in(page, owner.email)
    page.get_by_role("link", name="Tasks").first.click()
    page.evaluate("window.neverReloaded = true")
    page.get_by_role("form", name="Start a collection").get_by_label("Marketplace").click()
    page.get_by_role("option", name=re.compile("Sample")).click()
    page.get_by_role("textbox", name=re.compile("niche", re.IGNORECASE)).fill("everything")
    page.get_by_role("button", name="Start collection").click()

    bar = page.get_by_role("progressbar").first
    expect(bar).to_be_attached()
    first = re.compile(r"^[1-9]")
    expect(bar).to_have_attribute("aria-valuenow", first)
    seen = bar.get_attribute("aria-valuenow") or ""
    expect(bar).not_to_have_attribute("aria-valuenow", seen)
    expect(page.get_by_text("Succeeded").first).to_be_visible()
    assert page.evaluate("window.neverReloaded") is True
    assert any("TaskProgressed" in frame for frame in heard), "the socket said so; nobody had to ask"

    page.get_by_role("link", name="Offers").first.click()
    page.locator('a[href^="/offers/"]').first.click()
    expect(page.get_by_role("heading", name="Price history")).to_be_visible()
    assert page.evaluate("window.neverReloaded") is True


def test_a_session_survives_a_reload_and_ends_with_sign_out(page: Page, owner: Visitor) -> None:
    sign_in(page, owner.email)
    page.goto("/offers")
    expect(page.get_by_role("heading", name="Offers", exact=True)).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Offers", exact=True)).to_be_visible()
    readable = page.evaluate("document.cookie")
    assert re.fullmatch(r"wareloom_renewed=[0-9a-f]{12}", readable), "no script can read the session"
    assert page.evaluate("Object.values(localStorage).join()").find("eyJ") == -1, "no token is kept where scripts live"
    page.get_by_role("button", name=re.compile("Ada")).first.click()
    page.get_by_role("menuitem", name="Sign out").click()
    expect(page.get_by_label("Email")).to_be_visible()
    page.goto("/offers")
    expect(page.get_by_label("Email")).to_be_visible()


def test_an_impatient_reload_does_not_end_the_session(page: Page, owner: Visitor) -> None:
    sign_in(page, owner.email)
    for _ in range(6):
        with page.expect_request("**/auth/refresh"):
            page.goto("/offers", wait_until="commit")
    expect(page.get_by_role("heading", name="Offers", exact=True)).to_be_visible()
    assert owner.get("/audit?act=session.end")["items"] == []


def test_a_wrong_password_is_answered_in_words(page: Page, owner: Visitor) -> None:
    page.goto("/")
    page.get_by_label("Email").fill(owner.email)
    page.get_by_label("Password", exact=True).fill("not the password")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_text("The e-mail address or the password is wrong.")).to_be_visible()


def test_the_app_says_when_it_is_offline_and_recovers(page: Page, owner: Visitor) -> None:
    sign_in(page, owner.email)
    expect(page.get_by_text("Live", exact=True).first).to_be_visible()
    page.context.set_offline(True)
    expect(page.get_by_text(re.compile("offline", re.IGNORECASE)).first).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_text("Live", exact=True).first).to_be_visible()


@pytest.mark.parametrize("width", [390, 1440])
def test_no_screen_is_wider_than_its_window(page: Page, owner: Visitor, width: int) -> None:
    sign_in(page, owner.email)
    page.set_viewport_size({"width": width, "height": 844})
    for path in ("/", "/offers", "/tasks", "/settings", "/audit"):
        page.goto(path)
        expect(page.get_by_role("heading").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path
