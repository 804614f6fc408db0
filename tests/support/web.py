"""A real web server on this machine that serves what a test puts on it, and misbehaves where the test says so."""

import gzip
import socket
import socketserver
import ssl
import threading
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

Answer = Callable[[socket.socket], None]
"""Writes whatever it likes to the connection, well-formed or not."""


@dataclass(frozen=True)
class Asked:
    method: str
    target: str
    headers: Mapping[str, str]


@dataclass
class Web:
    port: int
    scheme: str = "http"
    pages: dict[str, Answer] = field(default_factory=dict[str, Answer])
    asked: list[Asked] = field(default_factory=list[Asked])
    closing: threading.Event = field(default_factory=threading.Event)

    @property
    def address(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.port}"

    def serves(self, target: str, answer: Answer) -> str:
        """Put an answer at a path with its query, and get its URL."""
        self.pages[target] = answer
        return self.address + target

    def asked_for(self, target: str) -> list[Asked]:
        return [asked for asked in self.asked if asked.target == target]


def page(
    body: bytes | str = b"", status: int = 200, headers: Mapping[str, str] | None = None, kind: str = "text/html"
) -> Answer:
    content = body.encode() if isinstance(body, str) else body
    written = {"Content-Type": kind, "Content-Length": str(len(content)), **(headers or {})}
    return raw(_head(status, written) + content)


def zipped(body: bytes, kind: str = "application/json") -> Answer:
    return page(gzip.compress(body), headers={"Content-Encoding": "gzip"}, kind=kind)


def moved(location: str, status: int = 302) -> Answer:
    return page(status=status, headers={"Location": location})


def chunked(*chunks: bytes, end: bytes = b"0\r\n\r\n") -> Answer:
    head = _head(200, {"Content-Type": "text/html", "Transfer-Encoding": "chunked"})
    return raw(head + b"".join(b"%x\r\n%b\r\n" % (len(chunk), chunk) for chunk in chunks) + end)


def raw(content: bytes) -> Answer:
    def answer(connection: socket.socket) -> None:
        connection.sendall(content)

    return answer


def dripping(web: Web, start: bytes) -> Answer:
    """A byte now and then, for ever."""

    def answer(connection: socket.socket) -> None:
        connection.sendall(start)
        while not web.closing.wait(0.02):
            connection.sendall(b"x")

    return answer


def endless(web: Web, start: bytes) -> Answer:
    """As much as the line carries, for ever."""

    def answer(connection: socket.socket) -> None:
        connection.sendall(start)
        while not web.closing.is_set():
            connection.sendall(b"x" * 65536)

    return answer


def silent(web: Web) -> Answer:
    def answer(_connection: socket.socket) -> None:
        web.closing.wait()

    return answer


@contextmanager
def serving(tls: ssl.SSLContext | None = None) -> Generator[Web]:
    """Everything not put on it is 404, robots.txt too: nothing is forbidden."""
    with _Server(("127.0.0.1", 0), _Connection) as server:
        server.web = Web(server.server_address[1], "https" if tls else "http")
        server.tls = tls
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield server.web
        finally:
            server.web.closing.set()
            server.shutdown()
            thread.join()


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    web: Web
    tls: ssl.SSLContext | None
    server_address: tuple[str, int]  # pyright: ignore[reportIncompatibleVariableOverride] - always an IPv4 one


class _Connection(socketserver.BaseRequestHandler):
    server: _Server  # pyright: ignore[reportIncompatibleVariableOverride] - the one server that uses this

    def handle(self) -> None:
        # The other side may hang up in the middle: that is what some tests are about.
        with suppress(OSError):
            if self.server.tls:
                self.request = self.server.tls.wrap_socket(self.request, server_side=True)
            self._answer()
            self.request.close()

    def _answer(self) -> None:
        web = self.server.web
        with self.request.makefile("rb") as incoming:
            line = incoming.readline().decode("latin-1")
            if not line:  # hung up without a word, after a certificate that it did not believe for instance
                return
            method, target, _ = line.split(" ", 2)
            lines = iter(lambda: incoming.readline().decode("latin-1").strip(), "")
            headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
            web.asked.append(Asked(method, target, headers))
        web.pages.get(target, page("not here", status=404))(self.request)


def _head(status: int, headers: Mapping[str, str]) -> bytes:
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {status} Anything\r\n{lines}\r\n".encode("latin-1")
