"""The API as API Gateway calls it: an event in, a status, headers and a document out."""

import json
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from functions.api.handler import handle
from tests.support.factories import PASSWORD, an_email

_CONTEXT = SimpleNamespace(function_name="api", aws_request_id="11111111-2222-3333-4444-555555555555")


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    cookies: list[str]
    text: str

    @property
    def json(self) -> Any:
        return json.loads(self.text)


@dataclass
class Api:
    """A caller with a memory: its bearer token and its cookie, as a browser has them."""

    token: str | None = None
    cookie: str | None = None
    me: dict[str, Any] = field(default_factory=dict[str, Any])

    def call(self, method: str, path: str, body: Any = None, *, raw: str | None = None, **headers: str) -> Answer:
        parts = urlsplit(path)
        query = parse_qsl(parts.query, keep_blank_values=True)
        sent = {"host": "shop.example", "content-type": "application/json", "user-agent": "a test"}
        if self.token:
            sent["authorization"] = f"Bearer {self.token}"
        if self.cookie and parts.path.startswith("/auth"):
            sent["cookie"] = f"wareloom_refresh={self.cookie}"
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        text = raw if raw is not None else json.dumps(body) if body is not None else None
        event = {
            "resource": "/api/{proxy+}",
            "path": f"/api/v1{parts.path}",
            "httpMethod": method,
            "headers": sent,
            "multiValueHeaders": {name: [value] for name, value in sent.items()},
            "queryStringParameters": dict(query) or None,
            "multiValueQueryStringParameters": _many(query) or None,
            "requestContext": {"stage": "live", "identity": {"sourceIp": "127.0.0.1"}, "httpMethod": method},
            "body": text,
            "isBase64Encoded": False,
        }
        return _read(handle(event, _CONTEXT))

    def get(self, path: str, **headers: str) -> Answer:
        return self.call("GET", path, **headers)

    def post(self, path: str, body: Any = None, **headers: str) -> Answer:
        return self.call("POST", path, body, **headers)

    def delete(self, path: str) -> Answer:
        return self.call("DELETE", path)

    def keep(self, answer: Answer) -> Answer:
        """Remember the session that an answer brought."""
        self.token = answer.json["access_token"]
        self.me = answer.json["me"]
        self.cookie = next(c for c in answer.cookies if c.startswith("wareloom_refresh=")).split("=")[1].split(";")[0]
        return answer


def signed_in(**changes: str) -> Api:
    api = Api()
    said = {"email": an_email(), "password": PASSWORD, "name": "Ada", "workspace": "Paper Fox Prints", **changes}
    api.keep(api.post("/auth/register", said))
    return api


def _many(query: list[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in query:
        found.setdefault(name, []).append(value)
    return found


def _read(result: dict[str, Any]) -> Answer:
    headers = {name.lower(): values[-1] for name, values in result.get("multiValueHeaders", {}).items()}
    headers |= {name.lower(): value for name, value in result.get("headers", {}).items()}
    many = {name.lower(): values for name, values in result.get("multiValueHeaders", {}).items()}
    cookies = many.get("set-cookie") or ([headers["set-cookie"]] if "set-cookie" in headers else [])
    return Answer(result["statusCode"], headers, cookies, result.get("body") or "")
