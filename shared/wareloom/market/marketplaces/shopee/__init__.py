"""Shopee, in each of its countries: searches, categories, shops and products."""

from wareloom.market.marketplaces.shopee.marketplace import ShopeeMarketplace as ShopeeMarketplace
