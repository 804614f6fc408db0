"""One origin for the browser: pages, /api and /ws at http://127.0.0.1:<app port>, in every browser.

The engine's CloudFront answers to `<name>.cloudfront.localhost`, which not every browser resolves, and it does
not carry sockets. So the engine listens on a second port, and what arrives there is readdressed before it sees it.
"""

import json
import re
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[Any]]
Send = Callable[[Any], Awaitable[None]]
Asgi = Callable[[Any, Any, Any], Awaitable[None]]

SOCKET_PATH = "/ws"
_OWN_NAMES = ("127.0.0.1", "localhost", "[::1]")
_EXECUTE = "/_aws/execute-api/"
_RECORDING = r"/recordings/files/[0-9a-f-]{36}/[0-9a-f-]{36}"
_OF_A_PART = {"uploadId", "partNumber"}


class FrontDoor:
    def __init__(self, engine: Asgi, port: int, plan: Path) -> None:
        self._engine = engine
        self._port = port
        self._plan = plan

    async def __call__(self, scope: Any, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self._engine(scope, receive, send)
        elif scope["server"][1] != self._port:
            await self._behind(scope, receive, send)
        else:
            await self._through(scope, receive, send)

    async def _through(self, scope: Scope, receive: Receive, send: Send) -> None:
        plan = self._read_plan()
        if plan is None:
            await _refuse(scope, receive, send, 503, "Wareloom is being set up. Try again in a moment.")
        elif _name(_header(scope, b"host")) not in _OWN_NAMES:
            # Another name that leads here is another site's, hoping to be taken for us.
            await _refuse(scope, receive, send, 421, "This address is for this machine alone.")
        elif scope["type"] == "websocket":
            await self._engine(_readdressed(scope, path=f"{_EXECUTE}{plan['socket']}{SOCKET_PATH}"), receive, send)
        else:
            await self._engine(_readdressed(scope, host=plan["site"]), receive, send)

    async def _behind(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The engine's own port, where code can be run without a password: no web page may ask for that. Programs do
        not send an Origin; requests that CloudFront passes on to the API bring the browser's along."""
        origin = _header(scope, b"origin")
        if origin and not scope["path"].startswith(_EXECUTE) and not self._hands_in_a_file(scope, origin):
            await _refuse(scope, receive, send, 403, "The engine answers programs, not web pages.")
        else:
            await self._engine(scope, receive, send)

    def _hands_in_a_file(self, scope: Scope, origin: str) -> bool:
        """A page of ours posts a file, or puts a part of a recording, and its browser asks first whether it may. With
        another query, S3 would do more."""
        plan = self._read_plan()
        ours = origin in {f"http://{name}:{self._port}" for name in _OWN_NAMES}
        if plan is None or not ours:
            return False
        method, path, query = scope.get("method"), scope["path"].rstrip("/"), scope["query_string"]
        if method in ("OPTIONS", "POST") and (path, query) == (plan["uploads"], b""):
            return True
        recording = re.fullmatch(re.escape(plan["uploads"]) + _RECORDING, path)
        return method in ("OPTIONS", "PUT") and recording is not None and _is_of_a_part(query)

    def _read_plan(self) -> dict[str, str] | None:
        try:
            return json.loads(self._plan.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None


def _header(scope: Scope, wanted: bytes) -> str:
    headers: Iterable[tuple[bytes, bytes]] = scope["headers"]
    return next((value.decode("latin-1") for name, value in headers if name.lower() == wanted), "")


def _name(host: str) -> str:
    return host.rsplit(":", 1)[0] if not host.endswith("]") else host


def _readdressed(scope: Scope, *, host: str | None = None, path: str | None = None) -> Scope:
    changed = dict(scope)
    if path is not None:
        changed |= {"path": path, "raw_path": path.encode()}
    if host is not None:
        others = [(name, value) for name, value in scope["headers"] if name.lower() != b"host"]
        changed["headers"] = [*others, (b"host", host.encode())]
    return changed


def _is_of_a_part(query: bytes) -> bool:
    """Signed, and for a part of an upload: nothing else is asked."""
    names = set(parse_qs(query.decode("latin-1"), keep_blank_values=True))
    signed = {name for name in names if name.startswith("X-Amz-")}
    return "X-Amz-Signature" in signed and names - signed == _OF_A_PART


async def _refuse(scope: Scope, receive: Receive, send: Send, status: int, reason: str) -> None:
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": 1008, "reason": reason})
        return
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"retry-after", b"2")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": f"{reason}\n".encode()})
