"""Which words of a post are hashtags. TikTok lets them hold letters of every script, digits, signs and emoji."""

import re
import unicodedata
from collections.abc import Iterable

_MARKED = re.compile(r"[#＃]([^\s#＃]+)")
_MOST_CHARACTERS = 100


def hashtags(text: str, told: Iterable[str]) -> tuple[str, ...]:
    """In the text's own order and spelling, then what the page tells of beside it, each once."""
    written = (_word(found[1]) for found in _MARKED.finditer(text))
    beside = (_word(name.lstrip("#＃")) for name in told)
    spelled: dict[str, str] = {}
    for tag in (*written, *beside):
        if tag:
            spelled.setdefault(tag.casefold(), tag)
    return tuple(spelled.values())


def _word(marked: str) -> str:
    """“#Lisbon), …” ends before the bracket."""
    end = next((place for place, character in enumerate(marked) if not _belongs(character)), len(marked))
    return marked[: min(end, _MOST_CHARACTERS)]


def _belongs(character: str) -> bool:
    if character.isalnum() or character == "_":
        return True
    # Accents and vowel signs, emoji with their colours, and what joins them into one.
    return not character.isascii() and unicodedata.category(character) in {"Mn", "Mc", "Me", "So", "Sk", "Cf"}
