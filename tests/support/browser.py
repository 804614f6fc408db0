"""A real browser: Playwright's own where it is installed, else the system's Chromium."""

import os
from collections.abc import Generator

import pytest
from playwright.sync_api import Browser, sync_playwright

from infra_cdk.local.browser import find

# Without these Chromium calls home in the background, which a test must never do.
_QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
]


@pytest.fixture(scope="module")  # no longer: it keeps an event loop running in the tests' own thread
def browser() -> Generator[Browser]:
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    program = find()
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=program, args=[*_QUIET, *sandbox])
        yield launched
        launched.close()
