"""Keyset pages: a cursor says where the last page ended, so a page costs the same however deep it is."""

import base64
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from wareloom.kit.errors import Malformed

Item = TypeVar("Item")
LIMIT = 50
MOST = 200


@dataclass(frozen=True)
class Page(Generic[Item]):
    items: Sequence[Item]
    next_cursor: str | None


def write_cursor(order: str, *position: str | int | None) -> str:
    """`order` is part of the cursor: a cursor from another sort order is refused rather than misread."""
    text = json.dumps([order, *position], separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def read_cursor(cursor: str, order: str, *kinds: Callable[[str], Any]) -> list[Any]:
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        written, *position = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
        if written != order or len(position) != len(kinds):
            raise ValueError("made for another list")
        return [None if value is None else kind(str(value)) for kind, value in zip(kinds, position, strict=True)]
    except (ValueError, TypeError, ArithmeticError) as error:
        raise Malformed("This cursor cannot be read: start again from the first page.") from error


def cut(rows: Sequence[Item], limit: int, cursor_of: Callable[[Item], str]) -> Page[Item]:
    """A page from `limit + 1` rows: the extra row only says that there is more."""
    items = rows[:limit]
    return Page(items, cursor_of(items[-1]) if len(rows) > limit else None)
