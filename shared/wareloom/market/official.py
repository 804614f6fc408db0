"""A marketplace's own API: what can be asked of it, given a key. No network, no clock, no database."""

from typing import Protocol

from wareloom.kit.errors import Blocked, Rejected
from wareloom.kit.http.place import read_place
from wareloom.market.keys import MarketKeys
from wareloom.market.page import PageRequest


class Official(Protocol):
    """Answers are read by the marketplace's one `read`. What a request says is kept on rows: never a key."""

    def configured(self, keys: MarketKeys) -> bool: ...

    def first_page(self, target: str, keys: MarketKeys) -> PageRequest | None:
        """None where the API cannot be asked this, or not with these keys."""
        ...

    def claims(self, url: str) -> bool:
        """Whether this is an address of the API."""
        ...


class WayClosed(Blocked):
    """The API does not let us in, whatever is asked: the key is refused, gone, or lacks a right. Pages are left."""


def host_and_path(url: str) -> tuple[str, str]:
    """Nothing where a page does not know its address."""
    try:
        place = read_place(url)
    except Rejected:
        return "", ""
    return place.host, place.target.partition("?")[0]
