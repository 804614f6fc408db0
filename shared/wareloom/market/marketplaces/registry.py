"""Every marketplace we can collect from: one line each."""

from wareloom.kit.errors import NotFound
from wareloom.market.marketplace import Marketplace
from wareloom.market.marketplaces.sample.marketplace import SampleMarketplace
from wareloom.market.marketplaces.shopify.marketplace import ShopifyMarketplace

MARKETPLACES: dict[str, Marketplace] = {
    "shopify": ShopifyMarketplace(),
    "sample": SampleMarketplace(),
}


def marketplace(name: str) -> Marketplace:
    try:
        return MARKETPLACES[name]
    except KeyError:
        known = ", ".join(MARKETPLACES)
        raise NotFound(f"There is no marketplace “{name[:40]}”. Known: {known}.") from None
