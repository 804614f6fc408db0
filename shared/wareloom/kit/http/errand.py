"""What is asked of a server, and what it replied."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

from wareloom.kit.errors import Rejected

_UNSAFE = re.compile(r"[\x00-\x1f\x7f]|[^\x00-\xff]")
_OURS = {"host", "connection", "content-length", "transfer-encoding", "upgrade"}
_CONDITIONS = {"if-none-match", "if-modified-since"}


@dataclass(frozen=True)
class Errand:
    """What to ask for, and how much of it."""

    headers: Mapping[str, str]
    accept: Sequence[str]
    most_bytes: int

    def __post_init__(self) -> None:
        if any(_UNSAFE.search(written) for pair in self.headers.items() for written in pair):
            raise Rejected("A header that was to be sent holds characters that no header has.")

    @property
    def sent(self) -> Mapping[str, str]:
        """Without what only the connection itself may say."""
        return {name: value for name, value in self.headers.items() if name.lower() not in _OURS}

    @property
    def conditional(self) -> bool:
        """Whether “it is as you know it” is an answer."""
        return any(name.lower() in _CONDITIONS for name in self.headers)

    def at_another_address(self) -> Self:
        """How we know a page says nothing of the one that it leads to."""
        kept = {name: value for name, value in self.headers.items() if name.lower() not in _CONDITIONS}
        return replace(self, headers=kept)

    def for_another(self) -> Self:
        """What was meant for one server is not told to another."""
        return replace(self, headers={})


@dataclass(frozen=True)
class Reply:
    status: int
    headers: Mapping[str, str]
    """Names in lower case. Cookies stay with the session."""
    body: bytes
    """Empty unless the status is a success."""


def wanted(types: Sequence[str]) -> str:
    """The Accept header: the first type liked best."""
    return ", ".join(_liked(types))


def _liked(types: Sequence[str]) -> Iterator[str]:
    for place, name in enumerate(types):
        yield name if place == 0 else f"{name};q={max(1, 10 - place) / 10:g}"
