"""TikTok Shop: what it sells. What is said on TikTok are posts, and none of this room's."""

from wareloom.market.marketplaces.tiktok.marketplace import TikTokMarketplace as TikTokMarketplace
