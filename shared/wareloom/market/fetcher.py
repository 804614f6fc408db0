from typing import Protocol, runtime_checkable

from wareloom.market.page import Fetched, PageRequest


class Fetcher(Protocol):
    """Brings a page's bytes, or raises Blocked, Unavailable, Rejected or NotFound."""

    def fetch(self, request: PageRequest) -> Fetched: ...


@runtime_checkable
class Learning(Protocol):
    """A fetcher that has another way to bring pages of a host."""

    def was_a_wall(self, request: PageRequest) -> None:
        """What it brought without a complaint turned out to be a wall."""
        ...
