"""Every network whose posts we read: one line each."""

from wareloom.kit.errors import NotFound
from wareloom.social.network import Network
from wareloom.social.networks.tiktok.network import TikTokNetwork

NETWORKS: dict[str, Network] = {
    "tiktok": TikTokNetwork(),
}


def network(name: str) -> Network:
    try:
        return NETWORKS[name]
    except KeyError:
        known = ", ".join(NETWORKS)
        raise NotFound(f"There is no network “{name[:40]}”. Known: {known}.") from None
