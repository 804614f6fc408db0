"""What a network is to us: how to read its pages, and, where it can be asked, how to listen to it."""

from typing import Any, Protocol, runtime_checkable

from wareloom.social.heard import Heard
from wareloom.social.post import PostPage


class Network(Protocol):
    name: str
    title: str
    about: str
    """One sentence for the person choosing: which pages are read."""
    version: int
    """Of the reader: one more whenever it reads a page differently, so that posts can be traced to what read them."""

    def read(self, body: bytes, url: str) -> PostPage:
        """The posts in one page. Rejected when it cannot be read, Blocked when it is a bot wall."""
        ...


@runtime_checkable
class Listens(Network, Protocol):
    """A network that can be asked what is said of some words."""

    offline: bool
    """True when no network is needed: the network is simulated and says so."""

    def listen(self, words: str, cursor: dict[str, Any] | None) -> Heard:
        """What is new since the cursor, the oldest first. Raises Blocked, Unavailable or Rejected, with a reason."""
        ...

    def look_again(self, external_ids: tuple[str, ...]) -> Heard:
        """These posts as they are now: edited ones among `posts`, deleted ones in `gone`. The cursor means nothing."""
        ...
