"""One request and its reply with one server, at an address that was checked beforehand."""

import ssl
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from http.client import HTTPException, LineTooLong
from itertools import chain
from typing import Any

from urllib3 import HTTPResponse
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from wareloom.kit.errors import Rejected, Unavailable
from wareloom.kit.http.body import too_large, unpacked
from wareloom.kit.http.deadline import Deadline
from wareloom.kit.http.line import Line
from wareloom.kit.http.place import Place

CONNECT_SECONDS = 5.0
MOST_HEADER_BYTES = 128 * 1024
_CHUNK = 16 * 1024
_BROKEN = (HTTPError, HTTPException, OSError, ValueError)  # http.client lets a nonsensical chunk size through


@dataclass(frozen=True)
class Errand:
    """What to ask for, and how much of it."""

    headers: Mapping[str, str]
    accept: Sequence[str]
    most_bytes: int


@dataclass(frozen=True)
class Reply:
    status: int
    headers: Mapping[str, str]
    """Names in lower case. Cookies are not kept."""
    body: bytes
    """Empty unless the status is a success."""


def exchange(
    place: Place, addresses: Sequence[str], errand: Errand, deadline: Deadline, tls: ssl.SSLContext | None
) -> Reply:
    connection = _connected(place, addresses, deadline, tls)
    with closing(connection.sock):
        line = Line(connection.sock, deadline, MOST_HEADER_BYTES + errand.most_bytes)
        connection.sock = line  # as much of a socket as is used from here on
        try:
            connection.request("GET", place.target, headers=errand.headers, preload_content=False)
            with closing(connection.getresponse()) as response:
                return _reply(place, response, errand)
        except LineTooLong as error:
            raise _headers_too_large(place) from error
        except _BROKEN as error:
            if line.overrun:
                raise too_large(errand.most_bytes, place.shown) from error
            deadline.check(place.shown)
            raise Unavailable(f"{place.shown} broke off in mid-answer.") from error


def _connected(place: Place, addresses: Sequence[str], deadline: Deadline, tls: ssl.SSLContext | None) -> Any:
    trouble: Exception | None = None
    for address in addresses:
        deadline.check(place.shown)
        connection = _connection(place, address, min(CONNECT_SECONDS, deadline.left()), tls)
        try:
            connection.connect()
        except ssl.SSLError as error:
            connection.close()
            raise Unavailable(f"{place.host} could not prove that it is {place.host}.") from error
        except _BROKEN as error:
            connection.close()
            trouble = error
        else:
            return connection
    raise Unavailable(f"{place.authority} cannot be reached.") from trouble


def _connection(place: Place, address: str, seconds: float, tls: ssl.SSLContext | None) -> HTTPConnection:
    """To the address, for the name: the certificate must be the name's."""
    if place.scheme == "http":
        return HTTPConnection(address, place.port, timeout=seconds)
    context = tls or _trusted()
    return HTTPSConnection(address, place.port, timeout=seconds, ssl_context=context, server_hostname=place.host)


@cache
def _trusted() -> ssl.SSLContext:
    return ssl.create_default_context()


def _reply(place: Place, response: HTTPResponse, errand: Errand) -> Reply:
    headers = _headers(place, response)
    body = b""
    if 200 <= response.status < 300:
        _check_type(place, headers.get("content-type", ""), errand.accept)
        _check_length(place, headers, errand.most_bytes)
        chunks = response.stream(_CHUNK, decode_content=False)
        body = unpacked(chunks, headers.get("content-encoding", ""), errand.most_bytes, place.shown)
    return Reply(response.status, headers, body)


def _headers(place: Place, response: HTTPResponse) -> dict[str, str]:
    pairs = list(response.headers.items())
    if sum(map(len, chain.from_iterable(pairs))) > MOST_HEADER_BYTES:
        raise _headers_too_large(place)
    return {name.lower(): value for name, value in pairs if name.lower() != "set-cookie"}


def _headers_too_large(place: Place) -> Rejected:
    return Rejected(f"{place.shown} sent more headers than we read.")


def _check_type(place: Place, written: str, accept: Sequence[str]) -> None:
    """A server that does not name the type gets the benefit of the doubt; one that names a film does not."""
    kind = written.partition(";")[0].strip().lower()
    if kind and not any(kind == wanted or wanted in ("*/*", f"{kind.partition('/')[0]}/*") for wanted in accept):
        raise Rejected(f"{place.shown} is {kind[:60]}, not a page.")


def _check_length(place: Place, headers: Mapping[str, str], most_bytes: int) -> None:
    announced = headers.get("content-length", "")
    if announced.isascii() and announced.isdigit() and int(announced[:18]) > most_bytes:
        raise too_large(most_bytes, place.shown)


def wanted(types: Sequence[str]) -> str:
    """The Accept header: the first type liked best."""
    return ", ".join(_liked(types))


def _liked(types: Sequence[str]) -> Iterator[str]:
    for place, name in enumerate(types):
        yield name if place == 0 else f"{name};q={max(1, 10 - place) / 10:g}"
