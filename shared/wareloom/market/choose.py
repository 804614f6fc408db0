"""Choose the way to a target: the marketplace's own API where a key is at hand and it can be asked this, else pages."""

from datetime import datetime
from typing import Literal

from wareloom.market.keys import market_keys
from wareloom.market.marketplace import Marketplace
from wareloom.market.page import PageRequest

Standing = Literal["configured", "not configured", "not available"]
OFFICIAL = "official"


def first_page(kind: Marketplace, target: str, since: datetime | None) -> PageRequest:
    asked = kind.official.first_page(target, market_keys()) if kind.official else None
    return asked or kind.first_page(target, since)


def fetcher_for(kind: Marketplace, request: PageRequest) -> str:
    """A collection goes on as it began: its request's address says how."""
    return OFFICIAL if kind.official and kind.official.claims(request.url) else kind.fetcher


def standing(kind: Marketplace) -> Standing:
    """Of its official way, without a word about the key."""
    if kind.official is None:
        return "not available"
    return "configured" if kind.official.configured(market_keys()) else "not configured"
