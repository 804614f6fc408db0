"""Every screen that the router knows fits a phone and a desk, and none makes the browser complain."""

import re
from collections.abc import Generator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from infra_cdk.local.waiting import until
from tests.e2e.tabs import tab_of
from tests.support.engine import LocalCloud
from tests.support.visitor import Visitor

ROUTES = Path(__file__).parents[2] / "frontend" / "src" / "routes"
ROUTE = re.compile(r"getParentRoute: \(\) => (\w+),\s+path: '(/[^']*)'")
OUTSIDE = {"/sign-in", "/sign-up"}
"""Whoever is signed in is led on from there."""
UNKNOWN = "00000000-0000-7000-8000-000000000000"
FITS = "document.documentElement.scrollWidth <= window.innerWidth"
UNANSWERED = ("Failed to load resource", "WebSocket connection to")
"""What the app asks for in vain it says on the screen, or asks for again."""


def paths() -> list[str]:
    """As the router has them: whoever adds a screen has it looked at."""
    found = [route for file in ROUTES.glob("*.ts*") for route in ROUTE.findall(file.read_text(encoding="utf-8"))]
    whole = {f"/settings{path}".rstrip("/") if parent == "settings" else path for parent, path in found}
    return sorted(whole - OUTSIDE)


@pytest.fixture(scope="module")
def settled(with_site: LocalCloud) -> Visitor:
    """Somebody who has a little of most things."""
    visitor = Visitor(with_site.address).register()
    visitor.post("/subjects", {"words": "retro camping"})
    visitor.post("/collections", {"name": "Cats"})
    visitor.post("/recordings", {"name": "talk.mp3", "size": 5_000_000})
    visitor.task_at_its_end(visitor.start("retro camping"))
    return visitor


@pytest.fixture
def page(browser: Browser, settled: Visitor) -> Generator[Page]:
    with tab_of(browser, settled.address, settled) as page:
        yield page


def filled(path: str, visitor: Visitor) -> str:
    """The path with things that are there, or with one that is not: that is a screen too."""
    known = {"$source": "sample"}
    for noun in ("offer", "task", "collection", "recording"):
        if f"${noun}Id" in path:
            known[f"${noun}Id"] = visitor.get(f"/{noun}s?limit=1")["items"][0]["id"]
    return re.sub(r"\$\w+", lambda found: known.get(found[0], UNKNOWN), path)


def test_every_screen_fits_and_none_complains(page: Page, settled: Visitor) -> None:
    said: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not message.text.startswith(UNANSWERED):
            said.append(f"{page.url}: {message.text}")

    page.on("console", note)
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    all_paths = paths()
    assert len(all_paths) > 35, "the router is read as it is written"
    for path in all_paths:
        address = filled(path, settled)
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
        expect(page.locator("[role=status][aria-label=Loading]")).to_have_count(0)
        for width in (390, 1440):
            page.set_viewport_size({"width": width, "height": 844})
            assert until(lambda: page.evaluate(FITS), within_s=10) is True, f"{address} at {width}"
    assert said == []
