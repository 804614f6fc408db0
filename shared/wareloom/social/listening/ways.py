"""The networks that can be asked, of all whose posts we read."""

from wareloom.kit.errors import Rejected
from wareloom.social.network import Listens
from wareloom.social.networks.registry import NETWORKS, network


def listened_to() -> dict[str, Listens]:
    return {name: found for name, found in NETWORKS.items() if isinstance(found, Listens)}


def way_to(name: str) -> Listens:
    found = network(name)
    if not isinstance(found, Listens):
        raise Rejected(f"{found.title} cannot be listened to: only its saved pages are read.")
    return found
