"""Vendors that are played on this machine, keys in the emulator, and a clock that waiting moves on."""

from collections.abc import Generator
from datetime import UTC, datetime

import pytest

from tests.support import amazon_vendor, etsy_vendor, shopify_vendor
from tests.support.cloud import Emulator
from tests.support.haste import Passing
from tests.support.market_secret import MARKET, keep_keys, lose_keys
from tests.support.vendor import Vendor
from wareloom.kit.outside import MarketKeySettings
from wareloom.market.fetchers.official.fetcher import OfficialFetcher

EVERY_KEY = {
    "etsy": {"key": etsy_vendor.KEY},
    "amazon": amazon_vendor.KEY,
    "shopify": {shopify_vendor.SHOP: {"token": shopify_vendor.TOKEN, "domains": ["www.fen.example"]}},
}
SECRETS = [
    *etsy_vendor.KEY.split(":"),
    *(str(amazon_vendor.KEY[name]) for name in ("client_id", "client_secret", "refresh_token")),
    shopify_vendor.TOKEN,
]


@pytest.fixture
def keyed(cloud: Emulator) -> Generator[Emulator]:
    lose_keys(cloud)
    keep_keys(cloud, EVERY_KEY)
    yield cloud
    lose_keys(cloud)


@pytest.fixture
def passing() -> Generator[Passing]:
    with Passing(datetime(2026, 11, 20, 9, tzinfo=UTC)) as passing:
        yield passing


def asking(vendor: Vendor, passing: Passing | None = None, **more: str) -> OfficialFetcher:
    settings = MarketKeySettings(
        secret_id=MARKET,
        etsy_url=vendor.address,
        amazon_url=vendor.address,
        amazon_login_url=vendor.address,
        shopify_url=vendor.address,
    )
    wait = passing.wait if passing else None
    return OfficialFetcher(settings.model_copy(update=more), wait=wait, seconds=5)
