"""The far end of AWS on a bad day: a server that takes some of a batch, refuses the rest, and remembers it all."""

import json
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from wareloom.kit import aws

Asked = list[tuple[str, dict[str, Any]]]
Answer = Callable[[str, dict[str, Any]], tuple[int, dict[str, Any]]]


@contextmanager
def far_end(environment: pytest.MonkeyPatch, answer: Answer) -> Generator[Asked]:
    """Every client asks here. What was asked is the operation's name and its input."""
    asked: Asked = []

    class End(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            said = json.loads(self.rfile.read(int(self.headers["content-length"])))
            operation = self.headers["x-amz-target"].rpartition(".")[2]
            asked.append((operation, said))
            status, told = answer(operation, said)
            body = json.dumps(told).encode()
            self.send_response(status)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name it has in the library
            """Not on the terminal."""

    with ThreadingHTTPServer(("127.0.0.1", 0), End) as server:
        serving = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        serving.start()
        environment.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{server.server_address[1]}")
        aws.forget_clients()
        try:
            yield asked
        finally:
            aws.forget_clients()
            server.shutdown()
            serving.join()
