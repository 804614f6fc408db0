"""What a network is to us: how to read its pages. No network, no clock, no database."""

from typing import Protocol

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
