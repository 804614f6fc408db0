"""Bytes as text, text as JSON, and a way into JSON that may have any shape."""

import json
import re
from typing import Any, cast

_TWO_BYTES = (b"\xff\xfe", b"\xfe\xff")
_HIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff]")
_MOST_CHARACTERS = 10_000

Object = dict[str, Any]


def readable(body: bytes) -> str:
    """A page's text. What is not text becomes replacement characters, and is refused by whoever reads on."""
    encoding = "utf-16" if body.startswith(_TWO_BYTES) else "utf-8-sig"
    return body.decode(encoding, errors="replace").strip("\ufeff\x00 \t\r\n")


def read_json(text: str) -> Any:
    """The first JSON value in a text; ValueError when there is none."""
    try:
        return json.JSONDecoder(strict=False).raw_decode(text.lstrip())[0]
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def visible(value: object) -> str:
    """A text without what a database or a terminal would choke on; nothing for what is no text."""
    text = _HIDDEN.sub(" ", value[:_MOST_CHARACTERS]) if isinstance(value, str) else ""
    return text.encode("utf-8", errors="replace").decode()


def at(value: object, *path: str) -> Any:
    """What lies at the end of a path of names; None where it breaks off."""
    for name in path:
        value = cast("Object", value).get(name) if isinstance(value, dict) else None
    return value


def listed(value: object) -> list[Any]:
    return cast("list[Any]", value) if isinstance(value, list) else []


def values(value: object) -> list[Any]:
    return list(cast("Object", value).values()) if isinstance(value, dict) else []
