"""Whose page an address leads to."""

from wareloom.kit.http.place import read_place
from wareloom.market.marketplace import Marketplace
from wareloom.market.marketplaces.registry import MARKETPLACES

_OF_EVERY_NAME = "shopify"
"""Its shops live at names of their own: what nobody else owns may be one. Its reader knows a shop when it sees it."""


def owner(host: str) -> Marketplace | None:
    return next((kind for kind in MARKETPLACES.values() if kind.owns(host)), None)


def whose(url: str) -> Marketplace:
    """Rejected when it is no address."""
    return owner(read_place(url).host) or MARKETPLACES[_OF_EVERY_NAME]
