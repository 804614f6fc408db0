"""What a marketplace is to us: how to ask it for pages and how to read them. No network, no clock, no database."""

from datetime import datetime, timedelta
from typing import Protocol

from wareloom.market.official import Official
from wareloom.market.page import OfferPage, PageRequest


class Marketplace(Protocol):
    name: str
    title: str
    about: str
    """One sentence for the person choosing: what is collected and from where."""
    offline: bool
    """True when no network is needed: the marketplace is simulated and says so."""
    fetcher: str
    """The key in FETCHERS of the plug-in that brings its pages."""
    every: timedelta
    """How often a watched target is collected until it is known how much it moves."""
    pages_per_day: int | None
    """What we ask of it in a day at most, all workspaces together; None where nobody is burdened."""
    version: int
    """Of the reader: one more whenever it reads a page differently, so that offers can be traced to what read them."""
    target_label: str
    target_example: str

    @property
    def official(self) -> Official | None:
        """Its own API, for who has a key to it; preferred over its pages then."""
        ...

    def target(self, written: str) -> str:
        """The target in its one spelling ("https://Shop.example/" and "shop.example" are one shop), or Rejected."""
        ...

    def owns(self, host: str) -> bool:
        """Whether whatever this host shows is this marketplace's."""
        ...

    def first_page(self, target: str, since: datetime | None) -> PageRequest:
        """`since` is when this target was last seen; a source that tells its own history starts there."""
        ...

    def read(self, body: bytes, url: str) -> OfferPage:
        """The offers in one page. Rejected when it cannot be read, Blocked when it is a bot wall."""
        ...
