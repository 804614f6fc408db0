"""A URL read once and strictly, so that what was checked and what is connected to cannot differ."""

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from wareloom.kit.errors import Rejected

MOST_CHARACTERS = 4000
_PORTS = {"http": 80, "https": 443}
_UNSAFE = re.compile(r"[\x00-\x20\x7f\\]")
_NAME = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)(\.(?!-)[a-z0-9_-]{1,63}(?<!-))*")
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+")
_KEPT = "/%:@!$&'()*+,;=~-._?"


@dataclass(frozen=True)
class Place:
    scheme: str
    host: str
    port: int
    target: str
    """Path and query, as they are sent."""

    @property
    def usual_port(self) -> bool:
        return self.port == _PORTS[self.scheme]

    @property
    def authority(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.usual_port else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        return f"{self.scheme}://{self.authority}"

    @property
    def url(self) -> str:
        return self.origin + self.target

    @property
    def shown(self) -> str:
        """For messages: without the query, which may hold secrets."""
        return (self.authority + self.target.partition("?")[0])[:120]


def read_place(url: str) -> Place:
    if len(url) > MOST_CHARACTERS or _UNSAFE.search(url):
        raise Rejected("The address is too long or holds characters that no address has.")
    try:
        parts = urlsplit(url)
        port = parts.port
        target = quote(parts.path or "/", safe=_KEPT) + (f"?{quote(parts.query, safe=_KEPT)}" if parts.query else "")
    except ValueError as error:
        raise Rejected("The address cannot be read.") from error
    if parts.scheme not in _PORTS:
        raise Rejected("Only http and https addresses are read.")
    if parts.username is not None or parts.password is not None:
        raise Rejected("An address with a user name or password in it is not read.")
    host = _host(parts.hostname or "", literal="[" in parts.netloc)
    return Place(parts.scheme, host, _PORTS[parts.scheme] if port is None else port, target)


def redirected(place: Place, location: str) -> Place:
    if not location:
        raise Rejected(f"{place.shown} redirects without saying where.")
    try:
        there = read_place(urljoin(place.url, location))
    except (Rejected, ValueError) as error:
        raise Rejected(f"{place.shown} redirects to an address that is not read.") from error
    if place.scheme == "https" and there.scheme == "http":
        raise Rejected(f"{place.shown} redirects from https to plain http.")
    return there


def _host(written: str, *, literal: bool) -> str:
    if literal:
        return _literal(written)
    name = _ascii(written).removesuffix(".")
    if len(name) > 253 or not _NAME.fullmatch(name):
        raise Rejected("The address has no readable host name.")
    if _NUMBER.fullmatch(name.rpartition(".")[2]):
        # Octal, hexadecimal and short forms (0177.1, 0x7f000001, 127.1) exist to slip past checks: only the plain one.
        return _literal(name)
    return name


def _literal(written: str) -> str:
    try:
        if "%" in written:
            raise ValueError("a zone belongs to our own network")
        return str(ipaddress.ip_address(written))
    except ValueError as error:
        raise Rejected("The address has an IP address that is not written the plain way.") from error


def _ascii(name: str) -> str:
    if name.isascii():
        return name.lower()
    import idna

    try:
        return idna.encode(name[:253], uts46=True).decode()
    except UnicodeError as error:
        raise Rejected("The address has a host name that cannot exist.") from error
