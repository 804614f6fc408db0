"""TikTok: videos and picture posts, from searches, hashtags, profiles and their own pages."""

from wareloom.social.networks.tiktok.network import TikTokNetwork as TikTokNetwork
