"""What every network of the registry must do; a new one is covered on arrival."""

import pytest

from wareloom.kit.errors import Blocked, NotFound, Rejected
from wareloom.social.network import Network
from wareloom.social.networks.registry import NETWORKS, network

EVERY = pytest.mark.parametrize("kind", NETWORKS.values(), ids=list(NETWORKS))


@EVERY
def test_it_introduces_itself(kind: Network) -> None:
    assert network(kind.name) is kind
    assert all([kind.title, kind.about, kind.version])


@EVERY
@pytest.mark.parametrize("body", [b"", b"no page at all", b"{", b"[]", b"{}", b"<html></html>", b"\xff\xfe\x00"])
def test_what_cannot_be_read_is_never_zero_posts(kind: Network, body: bytes) -> None:
    with pytest.raises((Rejected, Blocked)):
        kind.read(body, "")


def test_an_unknown_network_is_named_beside_the_known_ones() -> None:
    with pytest.raises(NotFound, match=r"“fireside”.*tiktok"):
        network("fireside")
