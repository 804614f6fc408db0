"""A socket as a browser opens it: a ticket, a subscription, then messages."""

import json
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from websockets.sync.client import ClientConnection, connect

from tests.support.visitor import Visitor


class Listener:
    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket

    def say(self, **frame: Any) -> None:
        self.say_raw(json.dumps(frame))

    def say_raw(self, frame: str) -> None:
        self._socket.send(frame)

    def hear(self, wanted: str, *, within_s: float = 60) -> dict[str, Any]:
        """The next frame of that type, or message of that event; others are passed over."""
        while True:
            frame: dict[str, Any] = json.loads(self._socket.recv(timeout=within_s))
            if wanted in (frame["type"], frame.get("event")):
                return frame


@contextmanager
def listening(visitor: Visitor, *topics: str) -> Generator[Listener]:
    ticket = visitor.post("/live/tickets")
    address = visitor.address.replace("http://", "ws://")
    with connect(f"{address}{ticket['path']}?ticket={ticket['ticket']}", proxy=None) as socket:
        listener = Listener(socket)
        listener.say(action="subscribe", topics=list(topics))
        listener.hear("subscribed")
        yield listener
