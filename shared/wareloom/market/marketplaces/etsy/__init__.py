"""Etsy: searches, categories, shops and single listings, as visitors, search engines and its Open API see them."""

from wareloom.market.marketplaces.etsy.marketplace import EtsyMarketplace as EtsyMarketplace
