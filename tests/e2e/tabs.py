"""A tab of a real browser with the app in it."""

from collections.abc import Generator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, expect

from infra_cdk.local.waiting import until
from tests.e2e.conftest import PATIENCE_MS
from tests.support.factories import PASSWORD
from tests.support.visitor import Visitor


@contextmanager
def tab(browser: Browser, address: str, *, width: int = 1280) -> Generator[Page]:
    context = browser.new_context(base_url=address, viewport={"width": width, "height": 900})
    context.set_default_timeout(PATIENCE_MS)
    yield context.new_page()
    context.close()


@contextmanager
def tab_of(browser: Browser, address: str, who: Visitor, *, width: int = 1280) -> Generator[Page]:
    """One in which somebody is signed in."""
    with tab(browser, address, width=width) as page:
        sign_in(page, who.email)
        yield page


def sign_in(page: Page, email: str) -> None:
    page.goto("/")
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("link", name="Offers").first).to_be_visible()


def holds(page: Page, condition: str) -> None:
    """Asked from outside: the page's own policy lets nobody evaluate words in it."""
    until(lambda: bool(page.evaluate(condition)), within_s=30)
