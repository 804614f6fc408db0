"""Brings pages over plain HTTP, with the manners and the guard of `kit.http`."""

from functools import cache

from wareloom.kit.http.client import Client
from wareloom.kit.settings import HttpSettings
from wareloom.market.page import Fetched, PageRequest

ACCEPT = ("application/json", "text/html", "text/*", "application/xhtml+xml", "application/javascript")


class HttpFetcher:
    def __init__(self, settings: HttpSettings) -> None:
        self._client = _client(contact=settings.contact, allow_private=settings.allow_private)

    def fetch(self, request: PageRequest) -> Fetched:
        answer = self._client.get(request.url, headers=request.headers, accept=ACCEPT)
        return Fetched(
            url=answer.url,
            body=answer.body,
            content_type=answer.headers.get("content-type", ""),
            fetched_at=answer.fetched_at,
            pause=answer.pause,
        )


@cache
def _client(*, contact: str, allow_private: bool) -> Client:
    """One per process: it remembers robots.txt and each host's pause from page to page."""
    return Client(HttpSettings(contact=contact, allow_private=allow_private))
