"""API Gateway's side of open sockets: it takes what is posted to a connection, or says that the browser has gone."""

import json
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace
from typing import Any
from urllib.parse import unquote

import pytest

from functions.push_updates import handler as push_updates
from functions.websocket import handler as websocket
from tests.support.api import Api
from wareloom.kit.settings import LiveSettings

REFUSALS = {410: "GoneException", 400: "BadRequestException", 429: "LimitExceededException"}
CONTEXT = SimpleNamespace(function_name="live", aws_request_id="11111111-2222-3333-4444-555555555555")


@dataclass
class Sockets:
    heard: dict[str, list[dict[str, Any]]] = field(default_factory=dict[str, list[dict[str, Any]]])
    gone: set[str] = field(default_factory=set[str])
    broken: set[str] = field(default_factory=set[str])
    throttled: set[str] = field(default_factory=set[str])
    refused: int = 0
    meanwhile: Callable[[], None] | None = None
    """Happens once, while the first message is on its way."""

    def take(self, connection_id: str, body: bytes) -> int:
        if connection_id in self.gone:
            return 410
        if connection_id in self.broken:
            return 400
        if connection_id in self.throttled:
            self.refused += 1
            return 429
        if self.meanwhile:
            happens, self.meanwhile = self.meanwhile, None
            happens()
        self.heard.setdefault(connection_id, []).append(json.loads(body))
        return 200

    def open(self, connection_id: str, ticket: str) -> int:
        event = {"requestContext": {"routeKey": "$connect", "connectionId": connection_id}}
        status: int = websocket.handle({**event, "queryStringParameters": {"ticket": ticket}}, CONTEXT)["statusCode"]
        return status

    def close(self, connection_id: str) -> None:
        websocket.handle({"requestContext": {"routeKey": "$disconnect", "connectionId": connection_id}}, CONTEXT)

    def say(self, connection_id: str, frame: Any, *, raw: str | None = None) -> dict[str, Any]:
        """What the browser is told in return."""
        call = {"routeKey": "$default", "connectionId": connection_id}
        websocket.handle({"requestContext": call, "body": raw if raw is not None else json.dumps(frame)}, CONTEXT)
        return self.heard[connection_id][-1]

    def messages(self, connection_id: str) -> list[int]:
        """The numbers of the messages that came by themselves."""
        return [frame["number"] for frame in self.heard.get(connection_id, []) if frame["type"] == "message"]


def announced(to: Api, *, source: str = "wareloom.market", **ids: str) -> dict[str, int]:
    """An event of this caller's tenant comes off the bus."""
    detail = {"tenant_id": to.me["tenant"]["id"], **ids}
    told: dict[str, int] = push_updates.handle(
        {"source": source, "detail-type": "TaskProgressed", "detail": detail}, CONTEXT
    )
    return told


@contextmanager
def played(environment: pytest.MonkeyPatch, into: Sockets | None = None) -> Generator[Sockets]:
    sockets = into or Sockets()

    class Connections(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            status = sockets.take(unquote(self.path).removeprefix("/@connections/"), body)
            self.send_response(status)
            if status in REFUSALS:
                self.send_header("x-amzn-ErrorType", REFUSALS[status])
            self.send_header("content-length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name it has in the library
            """Not on the terminal."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Connections) as server:
        serving = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        serving.start()
        settings = LiveSettings(callback_url=f"http://127.0.0.1:{server.server_address[1]}")
        for name, value in settings.to_env().items():
            environment.setenv(name, value)
        try:
            yield sockets
        finally:
            server.shutdown()
            serving.join()
