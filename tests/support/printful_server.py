"""A real web server that plays Printful, down to the connection that breaks off when the work is done."""

import json
import threading
from collections.abc import Generator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.support.printful_shop import Asked, Mischief, Printful, Refused


@contextmanager
def serving_printful() -> Generator[Printful]:
    with _Server(("127.0.0.1", 0), _Desk) as server:
        server.shop = Printful(f"http://127.0.0.1:{server.server_port}")
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield server.shop
        finally:
            server.shop.closing.set()
            server.shutdown()
            thread.join()


class _Server(ThreadingHTTPServer):
    shop: Printful


class _Desk(BaseHTTPRequestHandler):
    server: _Server  # pyright: ignore[reportIncompatibleVariableOverride] - the one server that uses this

    def do_GET(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def do_DELETE(self) -> None:
        self._serve()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the class above gives it
        """What was asked is kept whole."""

    def _serve(self) -> None:
        shop = self.server.shop
        sent = {name.lower(): value for name, value in self.headers.items()}
        content = self.rfile.read(int(sent.get("content-length", 0)))
        body = json.loads(content) if content else None
        mischief = shop.next_mischief(self.command, self.path)
        status = 200
        answer: Any = None
        try:
            if mischief is None or mischief.after:
                answer = {"code": 200, "result": shop.answers(self.command, self.path, sent, body), "extra": []}
        except Refused as refused:
            status, answer = refused.status, _refusal(refused.status, str(refused))
        if mischief and mischief.how == "refuse":
            status, answer = mischief.status, _refusal(mischief.status, mischief.message)
        shop.asked.append(Asked(self.command, self.path, dict(self.headers.items()), body, status, answer))
        with suppress(OSError):  # the other side may have lost patience: that is what some tests are about
            self._write(status, answer, mischief)

    def _write(self, status: int, answer: Any, mischief: Mischief | None) -> None:
        how = mischief.how if mischief else "refuse"
        if how == "silent":
            self.server.shop.closing.wait()
        if how in {"silent", "hang up"}:
            self.close_connection = True
            return
        content = json.dumps(answer).encode()
        self.send_response(status)
        if mischief:
            for name, value in mischief.headers.items():
                self.send_header(name, value)
        self.send_header("Content-Type", "application/json")
        if how == "drip":
            self.end_headers()
            while not self.server.shop.closing.wait(0.02):
                self.wfile.write(b" ")
            return
        if how == "truncate":
            content = content[: len(content) // 2]
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def _refusal(status: int, message: str) -> dict[str, Any]:
    return {"code": status, "result": message, "error": {"reason": "Refused", "message": message}}
