"""Rows as one JSON document a statement, however many there are: the cheapest thing for this side to write."""

from contextlib import suppress
from decimal import Decimal
from typing import Any, cast

import orjson


def written(rows: list[dict[str, Any]]) -> str:
    """Almost no page needs cleaning, so it is looked for in the finished document."""
    with suppress(TypeError):  # half of a surrogate pair
        document = orjson.dumps(rows, default=_spelled)
        if b"\\u0000" not in document:
            return document.decode()
    return orjson.dumps(cleaned(rows), default=_spelled).decode()


def _spelled(value: object) -> str:
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no place in an offer")


def cleaned(value: Any) -> Any:
    """Without the null character and halves of surrogate pairs: PostgreSQL refuses both, and no shop means them."""
    if isinstance(value, str):
        return value.replace("\x00", "").encode(errors="ignore").decode()
    if isinstance(value, dict):
        return {cleaned(key): cleaned(item) for key, item in cast("dict[str, Any]", value).items()}
    if isinstance(value, list | tuple):
        return [cleaned(item) for item in cast("list[Any]", value)]
    return value
