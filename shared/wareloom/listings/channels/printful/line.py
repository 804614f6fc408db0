"""One call to Printful: JSON there, JSON back, or the kind of failure that says what to do next.

The guarded client of the kit reads pages, obeys robots.txt and follows redirects: none of that is wanted here. The
address is our own setting, a redirect is never followed, and the token goes nowhere else.
"""

import json
import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any, TypeVar
from urllib.parse import urlencode

from pydantic import BaseModel, SecretStr, TypeAdapter, ValidationError

from wareloom.kit.errors import Blocked, Failure, NotFound, Rejected, Unavailable
from wareloom.kit.http.exchange import SECONDS, Method, exchange
from wareloom.kit.http.verdict import retry_after

Read = TypeVar("Read", bound=BaseModel)

LOCKOUT = timedelta(seconds=60)
"""How long Printful shuts out who asks too much, where its answer names no time."""
_AFTER = re.compile(r"after (\d{1,4}) second")
_SOON = {408, 425}
_OBJECT = TypeAdapter(dict[str, Any])


class _Error(BaseModel):
    message: str


class _Refusal(BaseModel):
    error: _Error


class Line:
    """To one address, with one token."""

    def __init__(
        self, base_url: str, token: SecretStr, store_id: str | None = None, *, seconds: float = SECONDS
    ) -> None:
        self._base_url = base_url.rstrip("/")
        self._token = token
        self._store_id = store_id
        self._seconds = seconds

    def get(self, path: str, read: type[Read], **query: str) -> Read:
        return self._understood(read, self._ask("GET", path + (f"?{urlencode(query)}" if query else "")))

    def post(self, path: str, body: Mapping[str, Any], read: type[Read]) -> Read:
        return self._understood(read, self._ask("POST", path, json.dumps(body).encode()))

    def delete(self, path: str) -> None:
        self._ask("DELETE", path)

    def _understood(self, read: type[Read], result: Any) -> Read:
        try:
            return read.model_validate(result)
        except ValidationError as error:
            fields = ", ".join(sorted({".".join(map(str, fault["loc"])) for fault in error.errors()})[:3])
            raise Unavailable(f"Printful gave an answer that cannot be understood ({fields}).") from None

    def _ask(self, method: Method, path: str, body: bytes | None = None) -> Any:
        said = exchange("Printful", method, self._base_url + path, self._headers(), body, seconds=self._seconds)
        answer = _json(said.body)
        if not 200 <= said.status < 300:
            raise _failure(said.status, said.headers, self._redacted(_message(answer)))
        if answer is None or "result" not in answer:
            raise Unavailable("Printful’s answer broke off: nobody knows whether it did what we asked.")
        return answer["result"]

    def _headers(self) -> dict[str, str]:
        store = {"X-PF-Store-Id": self._store_id} if self._store_id else {}
        return {
            "Authorization": f"Bearer {self._token.get_secret_value()}",
            "Content-Type": "application/json",
            **store,
        }

    def _redacted(self, message: str) -> str:
        return message.replace(self._token.get_secret_value(), "…")


def _json(content: bytes) -> dict[str, Any] | None:
    try:
        return _OBJECT.validate_json(content)
    except ValidationError:
        return None


def _message(answer: dict[str, Any] | None) -> str:
    """Printful's own words: `error.message`, or `result` where it is the sentence."""
    try:
        said: Any = _Refusal.model_validate(answer).error.message
    except ValidationError:
        said = (answer or {}).get("result")
    return " ".join(said.split())[:300].rstrip(".") if isinstance(said, str) and said.strip() else "no reason given"


def _failure(status: int, headers: Mapping[str, str], message: str) -> Failure:
    if status in {401, 403}:
        return Blocked(f"Printful does not accept the token: {message}.")
    if status == 404:
        return NotFound(f"Printful knows nothing there: {message}.")
    wait = retry_after(headers.get("retry-after", ""))
    if status == 429:
        named = _AFTER.search(message)
        wait = wait or (timedelta(seconds=int(named[1])) if named else LOCKOUT)
        return Unavailable(f"Printful asks us to slow down: {message}.", retry_after=wait)
    if status in _SOON or status >= 500:
        return Unavailable(f"Printful cannot answer now ({status}): {message}.", retry_after=wait)
    return Rejected(f"Printful refuses ({status}): {message}.")
