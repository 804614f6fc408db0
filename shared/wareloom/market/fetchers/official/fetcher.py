"""Brings pages of marketplaces' own APIs, with the key that is kept for them."""

import json
from collections.abc import Callable
from functools import cache
from random import SystemRandom

from wareloom.kit import clock
from wareloom.kit.errors import Rejected
from wareloom.kit.http.asking import SECONDS
from wareloom.kit.http.conduct import Conduct, Manners
from wareloom.kit.outside import MarketKeySettings
from wareloom.market.fetchers.official.amazon import AmazonDesk
from wareloom.market.fetchers.official.desk import Desk
from wareloom.market.fetchers.official.etsy import EtsyDesk
from wareloom.market.fetchers.official.line import the_line
from wareloom.market.fetchers.official.shopify import ShopifyDesk
from wareloom.market.keys import market_keys
from wareloom.market.marketplaces.amazon.official import AmazonOfficial
from wareloom.market.marketplaces.etsy.official import EtsyOfficial
from wareloom.market.marketplaces.shopify.official import ShopifyOfficial
from wareloom.market.official import Official, WayClosed
from wareloom.market.page import Fetched, PageRequest

DESKS: tuple[tuple[Official, Callable[[MarketKeySettings], Desk]], ...] = (
    (EtsyOfficial(), EtsyDesk),
    (AmazonOfficial(), AmazonDesk),
    (ShopifyOfficial(), ShopifyDesk),
)


class OfficialFetcher:
    """Paces, circuits and tokens stay in the process, as those of pages do."""

    def __init__(
        self,
        settings: MarketKeySettings,
        *,
        wait: Callable[[float], object] | None = None,
        seconds: float = SECONDS,
    ) -> None:
        self._settings = settings
        self._desks = [(official, desk(settings)) for official, desk in DESKS]
        self._line = the_line(Conduct(Manners(), SystemRandom(), wait), seconds=seconds)

    def fetch(self, request: PageRequest) -> Fetched:
        desk = next((desk for official, desk in self._desks if official.claims(request.url)), None)
        if desk is None:
            raise Rejected("This is the address of no marketplace’s own API.")
        keys = market_keys(self._settings)
        try:
            brought = desk.bring(request.url, keys, self._line)
        except WayClosed:
            newer = market_keys(self._settings, fresh=True)
            if newer == keys:
                raise
            brought = desk.bring(request.url, newer, self._line)
        return Fetched(
            url=brought.url,
            body=brought.body,
            content_type="application/json",
            fetched_at=clock.now(),
            pause=brought.pause,
        )


def the_official(settings: MarketKeySettings) -> OfficialFetcher:
    return _official(json.dumps(settings.to_env(), sort_keys=True))


@cache
def _official(written: str) -> OfficialFetcher:
    return OfficialFetcher(MarketKeySettings.from_env(json.loads(written)))
