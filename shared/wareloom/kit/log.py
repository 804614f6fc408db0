"""One logger for the rooms. The edge decides the format, and masks every line with what stands here."""

import logging
import re
from collections.abc import Mapping
from typing import Any

MASK = "•••"
_SECRET_NAME = re.compile(
    r"pass(word|wd)?|secret|token|authorization|cookie|api[-_]?key|credential|signature|ticket", re.IGNORECASE
)
_SECRET_TEXT = re.compile(
    r"(?P<name>Bearer\s+|wl_[0-9a-f]{12}_|(?:token|ticket|password|secret|signature)=)(?P<secret>[^\s&\"',;]+)",
    re.IGNORECASE,
)


def logger(name: str) -> logging.Logger:
    return logging.getLogger(name)


def masked(value: Any) -> Any:
    """A copy of `value` that is safe to write down."""
    if isinstance(value, Mapping):
        return {key: MASK if _SECRET_NAME.search(str(key)) else masked(item) for key, item in value.items()}  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType] - any mapping may come
    if isinstance(value, list | tuple):
        return [masked(item) for item in value]  # pyright: ignore[reportUnknownVariableType] - any list may come
    if isinstance(value, str):
        return _SECRET_TEXT.sub(lambda found: found["name"] + MASK, value)
    return value
