"""A real web server that plays a vendor's API: what it answers is a vendor's own, what goes wrong is the test's."""

import threading
from abc import ABC, abstractmethod
from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TypeVar
from urllib.parse import parse_qsl, urlsplit

import orjson


@dataclass(frozen=True)
class Asked:
    method: str
    target: str
    headers: Mapping[str, str]
    """Names in lower case."""
    body: bytes

    @property
    def path(self) -> str:
        return urlsplit(self.target).path

    @property
    def query(self) -> dict[str, str]:
        return dict(parse_qsl(urlsplit(self.target).query))


@dataclass(frozen=True)
class Reply:
    told: object
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    cut: bool = False
    """Half of it, as if that were all."""

    @property
    def body(self) -> bytes:
        whole = self.told if isinstance(self.told, bytes) else orjson.dumps(self.told)
        return whole[: len(whole) // 2] if self.cut else whole


class Vendor(ABC):
    """`moods` answer first, each once, instead of what is known."""

    def __init__(self) -> None:
        self.address = ""
        self.asked: list[Asked] = []
        self.answered: list[Reply] = []
        self.moods: list[Reply] = []

    @abstractmethod
    def reply(self, asked: Asked) -> Reply: ...

    def targets(self) -> list[str]:
        return [asked.target for asked in self.asked]


AnyVendor = TypeVar("AnyVendor", bound=Vendor)


@contextmanager
def playing(vendor: AnyVendor) -> Generator[AnyVendor]:
    with _Server(("127.0.0.1", 0), _Desk) as server:
        server.vendor = vendor
        vendor.address = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield vendor
        finally:
            server.shutdown()
            thread.join()


class _Server(ThreadingHTTPServer):
    vendor: Vendor


class _Desk(BaseHTTPRequestHandler):
    server: _Server  # pyright: ignore[reportIncompatibleVariableOverride] - the one server that uses this

    def do_GET(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the class above gives it
        """What was asked is kept whole."""

    def _serve(self) -> None:
        vendor = self.server.vendor
        sent = {name.lower(): value for name, value in self.headers.items()}
        asked = Asked(self.command, self.path, sent, self.rfile.read(int(sent.get("content-length", 0))))
        vendor.asked.append(asked)
        reply = vendor.moods.pop(0) if vendor.moods else vendor.reply(asked)
        vendor.answered.append(reply)
        with suppress(OSError):  # the other side may have hung up
            self.send_response(reply.status)
            for name, value in {"Content-Type": "application/json", **reply.headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            self.wfile.write(reply.body)
