"""Offers in a real browser: narrowed, chosen, gathered, exported, and one of them followed back to its page."""

import re
from collections.abc import Generator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.river import Seller
from tests.e2e.tabs import tab_of
from tests.support.engine import LocalCloud


@pytest.fixture(scope="module")
def seller(cloud: LocalCloud) -> Seller:
    return Seller(cloud.address).register().collect("retro camping")


@pytest.fixture
def page(browser: Browser, with_site: LocalCloud, seller: Seller) -> Generator[Page]:
    with tab_of(browser, with_site.address, seller, width=1440) as page:
        yield page


def test_offers_are_narrowed_gathered_and_exported(page: Page, seller: Seller) -> None:
    page.goto("/offers?max_price_usd=200&sort=price_usd")
    expect(page.locator("[data-offer]").first).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^Remove filter Price in USD"))).to_be_visible()

    page.locator("tbody").get_by_role("checkbox").nth(0).check()
    page.locator("tbody").get_by_role("checkbox").nth(2).click(modifiers=["Shift"])
    expect(page.get_by_text("3 selected")).to_be_visible()
    page.get_by_role("button", name="Add to collection").click()
    page.get_by_role("button", name="New collection").click()
    page.get_by_label("Name", exact=True).fill("Camping")
    page.get_by_role("button", name="Make it and add").click()
    expect(page.get_by_text("3 offers added to “Camping”.")).to_be_visible()
    (made,) = seller.get("/collections")["items"]
    assert (made["name"], made["offers_count"]) == ("Camping", 3)

    page.get_by_role("button", name="Export", exact=True).click()
    page.get_by_role("form", name="Export").get_by_role("button", name="Export", exact=True).click()
    with page.expect_download() as fetched:
        page.get_by_role("button", name="Download").click()
    begins = fetched.value.path().read_bytes()[:20]
    assert begins.startswith("\ufeffid,marketplace".encode())
    page.get_by_role("link", name="All exports").click()
    expect(page.get_by_test_id("export").get_by_text("Ready")).to_be_visible()
    page.get_by_role("button", name="Delete the export").click()
    page.get_by_role("button", name="Delete export").click()
    expect(page.get_by_text("No exports yet")).to_be_visible()


def test_a_number_is_followed_back_and_two_offers_are_said_to_be_one(page: Page, seller: Seller) -> None:
    one, other = (row["id"] for row in seller.get("/offers?limit=2")["items"])
    seller.ask("PUT", f"/matches/{one}/{other}", {"verdict": "same"})
    page.goto(f"/offers/{one}")
    moment = page.get_by_role("slider", name="Moment of the history")
    moment.focus()
    now = moment.get_attribute("aria-valuetext") or ""
    page.keyboard.press("Home")
    expect(moment).not_to_have_attribute("aria-valuetext", now)

    page.get_by_role("button", name=re.compile("^Price .*where this comes from$")).click()
    source = page.get_by_role("dialog", name="Where this comes from")
    expect(source.get_by_text("SHA-256 of its bytes").first).to_be_visible()
    expect(source.get_by_role("link", name=re.compile("^task ")).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(source).to_be_hidden()

    expect(page.get_by_text(re.compile("^1 offer elsewhere"))).to_be_visible()
    page.get_by_role("button", name=re.compile("^Take back")).click()
    expect(page.get_by_text("Found nowhere else yet.")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text(re.compile("^1 offer elsewhere"))).to_be_visible()


@pytest.mark.parametrize("width", [390, 1440])
def test_no_screen_of_offers_is_wider_than_its_window(page: Page, seller: Seller, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    offer = seller.get("/offers?limit=1")["items"][0]["id"]
    for path in ("/offers?seller=nobody&min_rating=4&max_price_usd=20", "/offers", f"/offers/{offer}", "/exports"):
        page.goto(path)
        expect(page.get_by_role("heading").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path
