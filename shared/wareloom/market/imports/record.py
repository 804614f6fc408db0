"""One row as a file has it, before anybody asks what it means."""

import re
from typing import Any, NamedTuple

from wareloom.market.imports.layout import Layout

_SHOWN = 300
_NO_TEXT = re.compile("[\ud800-\udfff]")
TOO_LONG = "The row is longer than 1 MB."


class Record(NamedTuple):
    """`end` is where the next one begins. Without values and without a problem there is only a place to go on from."""

    number: int
    end: int
    values: dict[str, Any] | None = None
    problem: str | None = None
    raw: str = ""
    skipping: bool = False
    """The end lies within a row that is too long."""


def shown(text: str) -> str:
    """Cut to what a person looks at, and without what no database keeps."""
    cut = text[:_SHOWN] + ("…" if len(text) > _SHOWN else "")
    return _NO_TEXT.sub("\ufffd", cut.replace("\x00", "\ufffd")).strip("\r\n")


def not_text(text: str, layout: Layout) -> str | None:
    if _NO_TEXT.search(text):
        return f"The row holds bytes that are not {layout.encoding}."
    return None
