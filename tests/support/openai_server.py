"""A real local server that plays OpenAI: it answers what a test puts on it, and otherwise something that fits."""

import base64
import json
import socket
import struct
import threading
import zlib
from collections import deque
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email import message_from_bytes
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.support import web
from tests.support.json_instances import Instances


@dataclass(frozen=True)
class Call:
    path: str
    key: str
    body: dict[str, Any]


Reply = Callable[[Call, "OpenAiServer"], web.Answer]


@dataclass
class OpenAiServer:
    port: int
    calls: list[Call] = field(default_factory=list[Call])
    script: deque[Reply] = field(default_factory=deque[Reply])
    usual: Reply | None = None
    """What it answers when nothing is on the script; None is whatever fits the request."""
    closing: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    def will(self, *replies: Reply) -> None:
        """What it answers next, one reply a request; after the last it answers by itself again."""
        self.script.extend(replies)

    def reply(self, call: Call) -> web.Answer:
        with self.lock:
            self.calls.append(call)
            reply = self.script.popleft() if self.script else self.usual or fitting
        return reply(call, self)


@contextmanager
def playing_openai() -> Generator[OpenAiServer]:
    with _Server(("127.0.0.1", 0), _Connection) as server:
        server.openai = OpenAiServer(server.server_address[1])
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield server.openai
        finally:
            server.openai.closing.set()
            server.shutdown()
            thread.join()


def fitting(call: Call, server: OpenAiServer) -> web.Answer:
    """What a model in good health answers: JSON of the schema that was sent, or a picture of the size."""
    if call.path == "/v1/images/generations":
        width, _, height = str(call.body.get("size", "1024x1024")).partition("x")
        return picture(png(int(width), int(height)))(call, server)
    if call.path == "/v1/chat/completions":
        schema = call.body["response_format"]["json_schema"]["schema"]
        return says(Instances(schema, json.dumps(call.body["messages"])).whole())(call, server)
    return refuses(404, "unknown_url", f"Unknown request URL: {call.path}")(call, server)


def says(
    content: object,
    *,
    finish: str = "stop",
    refusal: str | None = None,
    usage: Mapping[str, Any] | None = None,
) -> Reply:
    """A chat completion. Content that is no text is written as JSON."""
    text = content if isinstance(content, str | None) else json.dumps(content)
    message: dict[str, Any] = {"role": "assistant", "content": text, "refusal": refusal, "annotations": []}
    spent = {"prompt_tokens": 1000, "completion_tokens": 500, "total_tokens": 1500} if usage is None else usage
    return _json(
        {
            "id": "chatcmpl-local",
            "object": "chat.completion",
            "created": 1_790_000_000,
            "model": "local",
            "choices": [{"index": 0, "message": message, "logprobs": None, "finish_reason": finish}],
            **({"usage": spent} if spent else {}),
        }
    )


def declines(sentence: str) -> Reply:
    return says(None, refusal=sentence)


def picture(content: bytes, *, tokens: int = 1756) -> Reply:
    details = {"text_tokens": 50, "image_tokens": 0}
    spent = {"input_tokens": 50, "output_tokens": tokens, "total_tokens": tokens + 50, "input_tokens_details": details}
    return _json(
        {
            "created": 1_790_000_000,
            "background": "transparent",
            "output_format": "png",
            "quality": "high",
            "data": [{"b64_json": base64.b64encode(content).decode()}],
            "usage": spent,
        }
    )


def refuses(
    status: int,
    code: str | None,
    message: str = "No.",
    *,
    kind: str = "invalid_request_error",
    headers: Mapping[str, str] | None = None,
) -> Reply:
    body = {"error": {"message": message, "type": kind, "param": None, "code": code}}
    return _json(body, status=status, headers=headers)


def moderates() -> Reply:
    message = "Your request was rejected by the safety system. safety_violations=[violence]."
    return refuses(400, "moderation_blocked", message, kind="image_generation_user_error")


def sends(content: bytes, *, status: int = 200) -> Reply:
    """Any body, called JSON."""
    return lambda _call, _server: web.page(content, status=status, kind="application/json")


def cuts_short(content: bytes) -> Reply:
    """The connection ends in the middle of the body."""
    return lambda _call, _server: web.page(
        content, headers={"Content-Length": str(len(content) + 100)}, kind="application/json"
    )


def hangs_up() -> Reply:
    return lambda _call, _server: web.raw(b"")


def says_nothing() -> Reply:
    """The connection stays open, and nothing comes."""

    def reply(_call: Call, server: OpenAiServer) -> web.Answer:
        def answer(_connection: socket.socket) -> None:
            server.closing.wait()

        return answer

    return reply


def png(width: int, height: int) -> bytes:
    """A green rectangle on nothing."""
    empty = b"\x00" + b"\x00\x00\x00\x00" * width
    edge = b"\x00\x00\x00\x00" * (width // 4)
    full = b"\x00" + edge + b"\x20\xa0\x60\xff" * (width - 2 * (width // 4)) + edge
    rows = (empty if not height // 4 <= row < height - height // 4 else full for row in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(b"".join(rows), 1)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        for kind, content in chunks
    )


def _json(body: Mapping[str, Any], *, status: int = 200, headers: Mapping[str, str] | None = None) -> Reply:
    return lambda _call, _server: web.page(json.dumps(body), status, headers, "application/json")


def _read(content: bytes, kind: str) -> dict[str, Any]:
    """JSON, or a form with a file, of which it is told how large it is."""
    if not kind.startswith("multipart/form-data"):
        return json.loads(content)
    form = message_from_bytes(f"Content-Type: {kind}\r\n\r\n".encode() + content, policy=HTTP)
    told: dict[str, Any] = {}
    for part in form.iter_parts():
        value = part.get_payload(decode=True)
        name = str(part.get_param("name", header="content-disposition"))
        if part.get_filename():
            told["file_bytes"] = len(value) if isinstance(value, bytes) else 0
        elif isinstance(value, bytes):
            told[name] = value.decode()
    return told


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    openai: OpenAiServer
    server_address: tuple[str, int]  # pyright: ignore[reportIncompatibleVariableOverride] - always an IPv4 one


class _Connection(BaseHTTPRequestHandler):
    server: _Server  # pyright: ignore[reportIncompatibleVariableOverride] - the one server that uses this

    def do_POST(self) -> None:
        content = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        key = self.headers.get("Authorization", "").removeprefix("Bearer ")
        answer = self.server.openai.reply(Call(self.path, key, _read(content, self.headers.get("Content-Type", ""))))
        # The other side may have lost its patience: that is what some tests are about.
        with suppress(OSError):
            answer(self.connection)
        self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the standard library's name
        """Nothing: the test has the calls."""
