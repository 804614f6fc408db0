"""The few lines of HTTP that the gate reads itself: what a browser asks a proxy for, and how an answer begins."""

from collections.abc import Iterable
from dataclasses import dataclass

from wareloom.kit.errors import Rejected
from wareloom.kit.http.place import Place, read_place

MOST_BYTES = 128 * 1024
MOST_SENT = 1024 * 1024
_OF_THE_HOP = {"connection", "keep-alive", "proxy-connection", "proxy-authorization", "proxy-authenticate", "upgrade"}
Headers = list[tuple[str, str]]


@dataclass(frozen=True)
class Asked:
    method: str
    place: Place
    headers: Headers

    @property
    def tunnel(self) -> bool:
        return self.method == "CONNECT"

    @property
    def body_bytes(self) -> int:
        """Rejected for a long body, or one of unknown length: nothing that a page needs is sent so."""
        told = {name.lower(): value for name, value in self.headers}
        length = told.get("content-length", "0")
        if "transfer-encoding" in told or not (length.isascii() and length.isdigit()):
            raise Rejected(f"{self.place.shown} was to be sent a body of unknown length.")
        if int(length[:12]) > MOST_SENT:
            raise Rejected(f"{self.place.shown} was to be sent more than a page sends.")
        return int(length)

    def passed_on(self) -> bytes:
        """As the server itself is asked; one request and no more, so that what follows is checked again."""
        first = f"{self.method} {self.place.target} HTTP/1.1"
        return _written(first, [*_end_to_end(self.headers), ("Connection", "close")])


def read_asked(head: bytes) -> Asked:
    first, headers = _parts(head)
    method, _, rest = first.partition(" ")
    target = rest.rpartition(" ")[0]
    if method == "CONNECT":
        return Asked(method, read_place(f"https://{target}/"), headers)
    return Asked(method, read_place(target), headers)


def answered_once(head: bytes) -> bytes:
    """The beginning of an answer, for a browser that is to open a new connection for its next request."""
    first, headers = _parts(head)
    return _written(first, [*_end_to_end(headers), ("Connection", "close")])


def status(head: bytes) -> int:
    code = _parts(head)[0].split(" ")[1:2]
    return int(code[0]) if code and code[0].isdigit() else 0


def _parts(head: bytes) -> tuple[str, Headers]:
    first, *lines = head.decode("latin-1").split("\r\n")
    pairs = (line.partition(":") for line in lines if line)
    return first, [(name.strip(), value.strip()) for name, _, value in pairs]


def _end_to_end(headers: Headers) -> Iterable[tuple[str, str]]:
    return (pair for pair in headers if pair[0].lower() not in _OF_THE_HOP)


def _written(first: str, headers: Iterable[tuple[str, str]]) -> bytes:
    return ("\r\n".join([first, *(f"{name}: {value}" for name, value in headers)]) + "\r\n\r\n").encode("latin-1")
