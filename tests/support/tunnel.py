"""A proxy on this machine: leads where it is told, writes down where that was, and fails where the test says so."""

import base64
import select
import socket
import socketserver
import threading
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field


@dataclass
class Tunnel:
    port: int
    password: str = ""
    """What has to be said to get in, as name:password."""
    refusing: bool = False
    leads: dict[str, int] = field(default_factory=dict[str, int])
    """Ports here that stand for addresses elsewhere."""
    asked: list[str] = field(default_factory=list[str])
    """The first line of each request."""
    closing: threading.Event = field(default_factory=threading.Event)

    @property
    def address(self) -> str:
        return f"http://{self.password}@127.0.0.1:{self.port}" if self.password else f"http://127.0.0.1:{self.port}"


@contextmanager
def tunnel(password: str = "", *, refusing: bool = False) -> Generator[Tunnel]:
    with _Server(("127.0.0.1", 0), _Connection) as server:
        server.tunnel = Tunnel(server.server_address[1], password, refusing=refusing)
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield server.tunnel
        finally:
            server.tunnel.closing.set()
            server.shutdown()
            thread.join()


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    tunnel: Tunnel
    server_address: tuple[str, int]  # pyright: ignore[reportIncompatibleVariableOverride] - always an IPv4 one


class _Connection(socketserver.BaseRequestHandler):
    server: _Server  # pyright: ignore[reportIncompatibleVariableOverride] - the one server that uses this

    def handle(self) -> None:
        with suppress(OSError):
            self._lead()

    def _lead(self) -> None:
        here: socket.socket = self.request
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            heard = here.recv(1)  # not a byte more than the head: the rest is for the other end
            if not heard:
                return
            head += heard
        first, *lines = head.decode("latin-1").strip().split("\r\n")
        self.server.tunnel.asked.append(first)
        if self.server.tunnel.refusing:
            here.sendall(b"HTTP/1.1 503 Not today\r\nContent-Length: 0\r\n\r\n")
        elif not self._may_pass(lines):
            here.sendall(b"HTTP/1.1 407 Who are you\r\nContent-Length: 0\r\n\r\n")
        else:
            target = first.split(" ")[1]
            host, _, port = target.rpartition(":")
            if target in self.server.tunnel.leads:
                host, port = "127.0.0.1", str(self.server.tunnel.leads[target])
            with socket.create_connection((host.strip("[]"), int(port))) as there:
                here.sendall(b"HTTP/1.1 200 Go on\r\n\r\n")
                self._carry(here, there)

    def _may_pass(self, lines: list[str]) -> bool:
        wanted = self.server.tunnel.password
        said = f"proxy-authorization: basic {base64.b64encode(wanted.encode()).decode()}"
        return not wanted or said.lower() in [line.lower() for line in lines]

    def _carry(self, here: socket.socket, there: socket.socket) -> None:
        while not self.server.tunnel.closing.is_set():
            for ready in select.select([here, there], [], [], 0.02)[0]:
                heard = ready.recv(65536)
                if not heard:
                    return
                (there if ready is here else here).sendall(heard)
