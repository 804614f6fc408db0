"""Around every request: its id, a limit on its size, safe headers, and a problem document when all else failed."""

import re
from typing import Any

import orjson
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from wareloom.edge.entrypoint import bind
from wareloom.kit.ids import new_id

MOST_BYTES = 256 * 1024
_SANE_ID = re.compile(r"[A-Za-z0-9_.-]{8,80}")


class Frame:
    def __init__(self, app: ASGIApp, release: str) -> None:
        self.app = app
        self.release = release

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        request_id = _request_id(headers.get(b"x-request-id", b""))
        scope.setdefault("state", {})["request_id"] = request_id
        bind(request=request_id, path=scope["path"], method=scope["method"])
        started = False

        async def answer(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                message["headers"] = [*message.get("headers", []), *self._headers(request_id)]
            await send(message)

        try:
            body = await _read(receive)
            if body is None:
                await _refuse(answer, scope, request_id, 413, f"A request may have {MOST_BYTES // 1024} KiB.")
                return
            await self.app(scope, _replayed(body), answer)
        except Exception:
            # The caller gets a document with the id to ask by; the adapter logs what goes on from here.
            if not started:
                await _refuse(answer, scope, request_id, 500, "An error of ours. It is logged under this request's id.")
            raise

    def _headers(self, request_id: str) -> list[tuple[bytes, bytes]]:
        return [
            (b"x-request-id", request_id.encode()),
            (b"x-release", self.release.encode()),
            (b"x-content-type-options", b"nosniff"),
            (b"strict-transport-security", b"max-age=31536000; includeSubDomains"),
        ]


def _request_id(given: bytes) -> str:
    text = given.decode("latin-1")
    return text if _SANE_ID.fullmatch(text) else str(new_id())


async def _read(receive: Receive) -> bytes | None:
    """The whole body, or None when it is too long."""
    body = b""
    while True:
        message = await receive()
        body += message.get("body", b"")
        if len(body) > MOST_BYTES:
            return None
        if not message.get("more_body"):
            return body


def _replayed(body: bytes) -> Receive:
    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return receive


async def _refuse(send: Send, scope: Scope, request_id: str, status: int, detail: str) -> None:
    title = {413: "Too large", 500: "Our fault"}[status]
    problem: dict[str, Any] = {
        "type": "about:blank",
        "title": title,
        "status": status,
        "detail": detail,
        "instance": scope["path"],
        "request_id": request_id,
    }
    headers = [(b"content-type", b"application/problem+json")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": orjson.dumps(problem)})
