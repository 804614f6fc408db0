"""Spot phrases in what somebody says: word by word in their one form, the longest first, as they stand in the text."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from wareloom.trends.wording.words import LONGEST_PHRASE, normal, plurals, spans

_GOES_ON = re.compile(r"[\s\-’']*")
"""What may stand between two words of one phrase."""


class Spot(NamedTuple):
    key: str
    said: str
    """The words as they stand there."""
    start: int


class _Word(NamedTuple):
    form: str
    start: int
    end: int
    goes_on: bool
    """Whether the word before it may belong to the same phrase."""


def phrases(text: str) -> set[str]:
    """Everything in it that a trend could be called by."""
    words = _words(text)
    return {key for at in range(len(words)) for key, _end in _from(words, at)}


def spots(text: str, keys: Collection[str]) -> Iterator[Spot]:
    words, at = _words(text), 0
    while at < len(words):
        key, end = next(((key, end) for key, end in _from(words, at) if key in keys), (None, at + 1))
        if key is not None:
            first, last = words[at], words[end - 1]
            yield Spot(key, text[first.start : last.end], first.start)
        at = end


def search(key: str) -> str:
    """A text search, in PostgreSQL's words, that finds whatever says this key, and a little more."""
    return " & ".join(f"({' | '.join(map(_begins, _spellings(word)))})" for word in key.split())


def snippet(text: str, at: int, *, longest: int = 240) -> str:
    """The text around a place, cut between words."""
    if len(text) <= longest:
        return text
    start = max(0, min(at - longest // 2, len(text) - longest))
    begin = start if start == 0 else text.find(" ", start, at) + 1 or start
    end = start + longest
    stop = len(text) if end >= len(text) else max(text.rfind(" ", at, end), begin + 1)
    return f"{'… ' if begin else ''}{text[begin:stop]}{' …' if stop < len(text) else ''}"


def _words(text: str) -> list[_Word]:
    found, before = list[_Word](), None
    for match in spans(text):
        goes_on = before is not None and _GOES_ON.fullmatch(text, before, match.start()) is not None
        found.append(_Word(normal(match.group()), match.start(), match.end(), goes_on))
        before = match.end()
    return found


def _from(words: Sequence[_Word], at: int) -> Iterator[tuple[str, int]]:
    """The phrases that begin at a word, the longest first, each with where it ends."""
    end = at + 1
    while end < min(len(words), at + LONGEST_PHRASE) and words[end].goes_on:
        end += 1
    for stop in range(end, at, -1):
        yield " ".join(word.form for word in words[at:stop]), stop


def _spellings(word: str) -> list[str]:
    """Beginnings that all its forms have."""
    return [word.removesuffix("y") or word, *plurals(word)]


def _begins(word: str) -> str:
    quoted = word.replace("\\", "").replace("'", "''")
    return f"'{quoted}':*"
