"""Amazon, in whichever country: what a search, a product's page or a list of bestsellers shows."""

from wareloom.market.marketplaces.amazon.marketplace import AmazonMarketplace as AmazonMarketplace
