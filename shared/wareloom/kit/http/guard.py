"""Which network addresses we may connect to: the public internet, and nothing that is ours or our cloud's.

A name is resolved here, once; the connection then goes to the very address that was checked, so a name that
changes its mind in between (DNS rebinding) changes nothing.
"""

import ipaddress
import socket
from collections.abc import Callable, Sequence

from wareloom.kit.errors import Rejected, Unavailable
from wareloom.kit.http.place import Place

Resolve = Callable[[str, int], Sequence[str]]

_CLOSED_V4 = [
    ipaddress.IPv4Network(network)
    for network in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",
        "100.64.0.0/10",  # carriers' address translation, and some clouds' metadata
        "127.0.0.0/8",
        "168.63.129.16/32",  # a cloud's host agent on a public-looking address
        "169.254.0.0/16",  # link-local, and most clouds' metadata
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
    )
]
_OPEN_V6 = ipaddress.IPv6Network("2000::/3")
"""All that is routed publicly: so ::1, mapped and NAT64 addresses, fc00::/7 (metadata too), link-local are closed."""
_CLOSED_V6 = [
    ipaddress.IPv6Network(network)
    for network in (
        "2001::/23",  # Teredo and other protocols that carry another address inside
        "2001:db8::/32",
        "2002::/16",  # 6to4 carries an IPv4 address inside
        "3fff::/20",
    )
]
_LOOPBACK = [ipaddress.ip_network("127.0.0.0/8"), ipaddress.ip_network("::1/128")]
_NO_SUCH_HOST = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}


def resolve(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        if error.errno in _NO_SUCH_HOST:
            raise Rejected(f"There is no host {host}.") from error
        raise Unavailable(f"The address of {host} cannot be looked up now.") from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_loopback(address: str) -> bool:
    read = ipaddress.ip_address(address)
    return any(read in network for network in _LOOPBACK)


def is_public(address: str) -> bool:
    read = ipaddress.ip_address(address)
    if isinstance(read, ipaddress.IPv4Address):
        return not any(read in network for network in _CLOSED_V4)
    return read in _OPEN_V6 and not any(read in network for network in _CLOSED_V6)


def open_addresses(place: Place, resolve: Resolve, *, loopback: bool) -> list[str]:
    """The addresses to connect to, or Rejected when even one of them is none of our business."""
    addresses = [place.host] if _is_literal(place.host) else list(resolve(place.host, place.port))
    if not addresses:
        raise Rejected(f"There is no host {place.host}.")
    if loopback and all(is_loopback(address) for address in addresses):
        return addresses
    if not all(is_public(address) for address in addresses):
        raise Rejected(f"{place.host} is inside a private network: only public shops are read.")
    if not place.usual_port:
        raise Rejected(f"{place.authority} names a port that web pages do not live on.")
    return addresses


def _is_literal(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
