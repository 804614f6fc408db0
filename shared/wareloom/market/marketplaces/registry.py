"""Every marketplace we can collect from: one line each."""

from wareloom.kit.errors import NotFound
from wareloom.market.marketplace import Marketplace
from wareloom.market.marketplaces.amazon.marketplace import AmazonMarketplace
from wareloom.market.marketplaces.etsy.marketplace import EtsyMarketplace
from wareloom.market.marketplaces.sample.marketplace import SampleMarketplace
from wareloom.market.marketplaces.shopee.marketplace import ShopeeMarketplace
from wareloom.market.marketplaces.shopify.marketplace import ShopifyMarketplace
from wareloom.market.marketplaces.tiktok.marketplace import TikTokMarketplace

MARKETPLACES: dict[str, Marketplace] = {
    "amazon": AmazonMarketplace(),
    "shopify": ShopifyMarketplace(),
    "etsy": EtsyMarketplace(),
    "shopee": ShopeeMarketplace(),
    "tiktok": TikTokMarketplace(),
    "sample": SampleMarketplace(),
}


def marketplace(name: str) -> Marketplace:
    try:
        return MARKETPLACES[name]
    except KeyError:
        known = ", ".join(MARKETPLACES)
        raise NotFound(f"There is no marketplace “{name[:40]}”. Known: {known}.") from None
