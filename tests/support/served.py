"""The real API behind a real port, for callers that only speak HTTP; every other path is the app's page."""

import asyncio
import threading
from collections.abc import Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

from tests.support.api import Answer, Api

_PREFIX = "/api/v1"
_PAGE = Answer(200, {"content-type": "text/html"}, [], "<!doctype html><title>Wareloom</title>")


@contextmanager
def served() -> Generator[str]:
    """The address. Requests are answered in a thread, so what they write is committed and seen by everybody."""
    with HTTPServer(("127.0.0.1", 0), _Gateway) as server:
        thread = threading.Thread(target=_serve, args=(server,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def _serve(server: HTTPServer) -> None:
    with asyncio.Runner() as runner:
        asyncio.set_event_loop(runner.get_loop())  # Mangum looks for one, and only a main thread finds it unasked
        server.serve_forever(0.02)
        asyncio.set_event_loop(None)


class _Gateway(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self._pass_on()

    def do_POST(self) -> None:
        self._pass_on()

    def do_PUT(self) -> None:
        self._pass_on()

    def do_PATCH(self) -> None:
        self._pass_on()

    def do_DELETE(self) -> None:
        self._pass_on()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the class above gives it
        """Requests are in the API's own log."""

    def _pass_on(self) -> None:
        sent = {name.lower(): value for name, value in self.headers.items()}
        body = self.rfile.read(int(sent.get("content-length", 0))).decode() or None
        if self.path.startswith(_PREFIX):
            self._write(Api().call(self.command, self.path.removeprefix(_PREFIX), raw=body, **sent))
        else:
            self._write(_PAGE)

    def _write(self, answer: Answer) -> None:
        content = answer.text.encode()
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            if name not in ("content-length", "set-cookie"):
                self.send_header(name, value)
        for cookie in answer.cookies:
            self.send_header("Set-Cookie", cookie)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
