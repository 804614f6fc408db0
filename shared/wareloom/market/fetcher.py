from typing import Protocol

from wareloom.market.page import Fetched, PageRequest


class Fetcher(Protocol):
    """Brings a page's bytes, or raises Blocked, Unavailable, Rejected or NotFound."""

    def fetch(self, request: PageRequest) -> Fetched: ...
