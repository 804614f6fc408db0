"""The HTTP API as the command sees it: documents in, documents out, and every refusal a failure with its reason."""

import json
import time
from collections.abc import Iterator
from http.cookies import SimpleCookie
from itertools import islice
from threading import Event
from typing import Any
from urllib.parse import quote, urlencode

import urllib3

from wareloom.cli import credentials
from wareloom.cli.connection import RETRY, TIMEOUT, cause, pool, user_agent
from wareloom.cli.deployment import API, dialled
from wareloom.cli.refusal import refusal
from wareloom.cli.show import Item, tell
from wareloom.kit.errors import Overused, Rejected, Unavailable

_MOST_PER_PAGE = 200
_WAITS_AT_MOST_S = 120
"""How long a request waits altogether when the server says it is asked too often."""
_ANSWERS = (200, 201, 204, 304)


class Client:
    def __init__(self, url: str, key: str | None) -> None:
        self.url = url
        self._dialled, host = dialled(url)
        self._headers = {"Accept": "application/json", "User-Agent": user_agent(), **host}
        if key:
            self._headers["Authorization"] = f"Bearer {key}"
        self._pool = pool(url)

    def get(self, path: str, **query: Any) -> Item:
        return self._document(self._ask("GET", path, query=query))

    def post(self, path: str, body: Item | None = None) -> Item:
        return self._document(self._ask("POST", path, body=body))

    def put(self, path: str, body: Item) -> Item:
        return self._document(self._ask("PUT", path, body=body))

    def patch(self, path: str, body: Item) -> Item:
        return self._document(self._ask("PATCH", path, body=body))

    def delete(self, path: str) -> None:
        self._ask("DELETE", path)

    def changed(self, path: str, tag: str | None) -> tuple[Item | None, str | None]:
        """The document unless it is still the one with this entity tag."""
        response = self._ask("GET", path, headers={"If-None-Match": tag} if tag else {})
        if response.status == 304:
            return None, tag
        return self._document(response), response.headers.get("ETag")

    def items(self, path: str, *, most: int | None, **query: Any) -> Iterator[Item]:
        """Rows of a list that comes in pages, up to `most`; None is all of them."""
        return islice(self._rows(path, min(most or _MOST_PER_PAGE, _MOST_PER_PAGE), query), most)

    def sign_in(self, email: str, password: str) -> tuple[Item, str]:
        """The session, and the cookie that ends it."""
        response = self._ask("POST", "/auth/sign-in", body={"email": email, "password": password})
        cookies = SimpleCookie()
        for header in response.headers.getlist("Set-Cookie"):
            cookies.load(header)
        return self._document(response), "; ".join(f"{name}={one.value}" for name, one in cookies.items())

    def sign_out(self, cookie: str) -> None:
        self._ask("POST", "/auth/sign-out", headers={"Cookie": cookie})

    def _rows(self, path: str, per_page: int, query: Item) -> Iterator[Item]:
        cursor: str | None = None
        while True:
            page = self.get(path, **query, limit=per_page, cursor=cursor)
            yield from page["items"]
            cursor = page.get("next_cursor")
            if cursor is None:
                return

    def _ask(
        self,
        method: str,
        path: str,
        *,
        query: Item | None = None,
        body: Item | None = None,
        headers: dict[str, str] | None = None,
    ) -> urllib3.BaseHTTPResponse:
        written = urlencode({name: value for name, value in (query or {}).items() if value is not None})
        address = f"{self._dialled}{API}{path}" + (f"?{written}" if written else "")
        until = time.monotonic() + _WAITS_AT_MOST_S
        while True:
            response = self._send(method, address, body, {**self._headers, **(headers or {})})
            if response.status in _ANSWERS:
                return response
            failure = refusal(response, self.url)
            if not isinstance(failure, Overused) or not _wait(failure, until):
                raise failure

    def _send(self, method: str, address: str, body: Item | None, headers: dict[str, str]) -> urllib3.BaseHTTPResponse:
        try:
            return self._pool.request(
                method, address, json=body, headers=headers, timeout=TIMEOUT, retries=RETRY, redirect=False
            )
        except urllib3.exceptions.HTTPError as error:
            raise Unavailable(f"{self.url} cannot be reached: {cause(error)}") from error

    def _document(self, response: urllib3.BaseHTTPResponse) -> Item:
        """A site that shows a page for every address would answer too, but not like this."""
        try:
            document: Any = json.loads(response.data)
        except ValueError:
            document = None
        if not isinstance(document, dict):
            raise Rejected(f"{self.url} does not answer as Wareloom does. Is the address right?")
        return document  # pyright: ignore[reportUnknownVariableType] - JSON has no narrower type


def connected() -> Client:
    """To the chosen deployment, as whoever signed in there."""
    return Client(*credentials.chosen())


def part(text: str) -> str:
    """As one part of a path, whatever is in it."""
    return quote(text, safe="")


def _wait(failure: Overused, until: float) -> bool:
    """As long as the server asks, unless that is longer than anybody would sit there for."""
    if failure.retry_after is None or time.monotonic() + failure.retry_after.total_seconds() > until:
        return False
    seconds = failure.retry_after.total_seconds()
    tell(f"{failure.reason} Waiting {seconds:.0f} s, as the server asks.")
    Event().wait(seconds)
    return True
