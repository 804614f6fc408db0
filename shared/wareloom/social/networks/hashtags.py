"""Which words of a post are hashtags, where they are words: letters, digits and low lines, not digits alone."""

import re
from collections.abc import Iterable

_MARKED = re.compile(r"(?<![\w/&?=#＃])[#＃](\w{1,100})(?!\w)")
MOST = 60


def hashtags(text: str, told: Iterable[str] = ()) -> tuple[str, ...]:
    """In the text's own order and spelling, then what the network tells of beside it, each once."""
    spelled: dict[str, str] = {}
    for tag in (*_MARKED.findall(text), *(name.strip().lstrip("#＃") for name in told)):
        if tag and not tag.isdigit():
            spelled.setdefault(tag.casefold(), tag)
    return tuple(spelled.values())[:MOST]
