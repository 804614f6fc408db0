"""Every network whose posts we read: one line each."""

from wareloom.kit.errors import NotFound
from wareloom.kit.settings import SampleSettings
from wareloom.social.network import Network
from wareloom.social.networks.bluesky.network import BlueskyNetwork
from wareloom.social.networks.mastodon.network import MastodonNetwork
from wareloom.social.networks.reddit.network import RedditNetwork
from wareloom.social.networks.sample.network import SampleNetwork
from wareloom.social.networks.tiktok.network import TikTokNetwork
from wareloom.social.networks.youtube.network import YouTubeNetwork


def _simulated(url: str) -> bytes:
    from wareloom.social.networks.sample.answer import SimulatedNetwork

    return SimulatedNetwork(SampleSettings.from_env()).answer(url)


NETWORKS: dict[str, Network] = {
    "bluesky": BlueskyNetwork(),
    "mastodon": MastodonNetwork(),
    "reddit": RedditNetwork(),
    "sample": SampleNetwork(_simulated),
    "tiktok": TikTokNetwork(),
    "youtube": YouTubeNetwork(),
}


def network(name: str) -> Network:
    try:
        return NETWORKS[name]
    except KeyError:
        known = ", ".join(NETWORKS)
        raise NotFound(f"There is no network “{name[:40]}”. Known: {known}.") from None
