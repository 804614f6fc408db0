"""Facts as APIs tell them, in any shape that somebody may send."""

import re
from datetime import UTC, datetime
from typing import cast

from wareloom.social.reading import Object

_MOST = 2**63 - 1
_SOONEST = datetime(2000, 1, 1, tzinfo=UTC)
_LATEST = datetime(2100, 1, 1, tzinfo=UTC)
_NAME = re.compile(r"[^\s/?#\\]{1,200}")


def an_object(value: object) -> Object:
    return cast("Object", value) if isinstance(value, dict) else {}


def counted(value: object) -> int | None:
    """Votes may be below zero: nobody likes it then."""
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return max(0, value) if value <= _MOST else None


def moment(value: object) -> datetime | None:
    """As it is written out, or as seconds since 1970. One before this century or long after us is none."""
    try:
        if isinstance(value, str):
            read = datetime.fromisoformat(value)
            read = read.replace(tzinfo=read.tzinfo or UTC).astimezone(UTC)
        elif isinstance(value, int | float) and not isinstance(value, bool):
            read = datetime.fromtimestamp(value, UTC)
        else:
            return None
    except (ValueError, OverflowError, OSError):
        return None
    return read if _SOONEST <= read < _LATEST else None


def named(value: object) -> str | None:
    return value if isinstance(value, str) and _NAME.fullmatch(value) and value.isprintable() else None


def matched(value: object, shape: re.Pattern[str]) -> str | None:
    return value if isinstance(value, str) and shape.fullmatch(value) else None
