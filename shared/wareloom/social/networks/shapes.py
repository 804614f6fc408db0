"""Answers of APIs: what is no answer is a failure, and never “no posts”."""

import json
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from wareloom.kit.errors import Rejected
from wareloom.social.reading import at, listed, readable

Read = TypeVar("Read")
_MOST_ITEMS = 20_000


def parsed(who: str, body: bytes) -> Any:
    try:
        return json.loads(readable(body))
    except (ValueError, RecursionError):
        raise Rejected(f"This is no answer of {who}: it is no JSON.") from None


def items_of(who: str, value: object, *path: str) -> list[Any]:
    items: object = at(value, *path) if path else value
    told = listed(items)
    if not isinstance(items, list) or len(told) > _MOST_ITEMS:
        raise Rejected(f"This is no answer of {who}: it has no list of posts.")
    return told


def readable_ones(who: str, items: Sequence[object], read: Callable[[object], Read | None]) -> list[Read]:
    """A list of which nothing can be read is written in a way that we do not know."""
    found = [one for item in items if (one := read(item)) is not None]
    if items and not found:
        raise Rejected(f"{who} lists posts in a form that cannot be read.")
    return found
