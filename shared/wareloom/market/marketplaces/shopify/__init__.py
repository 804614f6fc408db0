"""Shops built with Shopify: every one of them lists its products at a public address."""

from wareloom.market.marketplaces.shopify.marketplace import ShopifyMarketplace as ShopifyMarketplace
