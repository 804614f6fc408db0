"""A real browser, and a shop that it may be sent to."""

from collections.abc import Generator

import pytest

from infra_cdk.local.browser import find
from tests.support.grumpy import Grumpy, grumpy
from tests.support.haste import AT_ONCE
from wareloom.kit.http.client import Client
from wareloom.kit.outside import BrowserSettings, HttpSettings
from wareloom.market.fetchers.browser.chromium import Chromium
from wareloom.market.fetchers.browser.fetcher import BrowserFetcher
from wareloom.market.fetchers.browser.program import sandboxed

LAPTOP = HttpSettings(allow_private=True)


@pytest.fixture(scope="module")  # no longer: it keeps an event loop running in the tests' own thread
def chromium() -> Generator[Chromium]:
    program = find()
    assert program, "no browser is installed"
    chromium = Chromium(program, sandbox=sandboxed(BrowserSettings()))
    yield chromium
    chromium.close()


@pytest.fixture
def client() -> Generator[Client]:
    client = Client(LAPTOP, manners=AT_ONCE)
    yield client
    client.close()


@pytest.fixture
def fetcher(client: Client, chromium: Chromium) -> Generator[BrowserFetcher]:
    fetcher = BrowserFetcher(client, chromium, seconds=30)
    yield fetcher
    fetcher.leave()


@pytest.fixture
def shop() -> Generator[Grumpy]:
    with grumpy() as shop:
        yield shop
