"""The tables of words, laid out for reading: by the first word of each phrase, the longest phrase first."""

from collections.abc import Iterator
from enum import IntEnum
from functools import cache
from hashlib import blake2b
from typing import Literal, NamedTuple

from wareloom.trends.patterns.lexicon.colours import BETWEEN, CALLED, COLOURS
from wareloom.trends.patterns.lexicon.nothing import NOTHING
from wareloom.trends.patterns.lexicon.occasions import OCCASIONS
from wareloom.trends.patterns.lexicon.products import GIFT, PRODUCTS
from wareloom.trends.patterns.lexicon.recipients import RECIPIENTS
from wareloom.trends.patterns.lexicon.tones import TONES
from wareloom.trends.wording.words import read_words

Role = Literal["colour", "tone", "occasion", "recipient", "product", "gift", "called", "between", "nothing"]
Words = tuple[str, ...]


class Asks(IntEnum):
    NOTHING = 0
    COMPANY = 1
    """Something beside it that shows what is meant."""
    A_NAME = 2


class Meaning(NamedTuple):
    role: Role
    value: str
    asks: Asks


class Entry(NamedTuple):
    words: Words
    meanings: tuple[Meaning, ...]


_VALUES: dict[Role, str] = {
    "colour": COLOURS, "tone": TONES, "occasion": OCCASIONS, "recipient": RECIPIENTS, "product": PRODUCTS,
}  # fmt: skip
_LISTS: dict[Role, str] = {"gift": GIFT, "called": CALLED, "between": BETWEEN, "nothing": NOTHING}


@cache
def by_first_word() -> dict[str, tuple[Entry, ...]]:
    meanings: dict[Words, dict[Role, Meaning]] = {}
    for words, meaning in _all():
        # Of two meanings in one role the plainer one is meant, and of equals that of the earlier line.
        by_role = meanings.setdefault(words, {})
        by_role[meaning.role] = min(by_role.get(meaning.role, meaning), meaning, key=lambda one: one.asks)
    entries: dict[str, list[Entry]] = {}
    for words, by_role in sorted(meanings.items(), key=lambda item: (-len(item[0]), item[0])):
        told = {"nothing": by_role["nothing"]} if "nothing" in by_role else by_role
        entries.setdefault(words[0], []).append(Entry(words, tuple(told.values())))
    return {first: tuple(those) for first, those in entries.items()}


@cache
def edition() -> str:
    """Another one where the tables are others: what was heard by the old ones is heard anew."""
    return blake2b(repr(sorted(by_first_word().items())).encode(), digest_size=8).hexdigest()


@cache
def phrases(*roles: Role) -> frozenset[str]:
    """All that may say something in these roles, as `token` spells it."""
    every = (entry for entries in by_first_word().values() for entry in entries)
    return frozenset(" ".join(entry.words) for entry in every if any(one.role in roles for one in entry.meanings))


def _all() -> Iterator[tuple[Words, Meaning]]:
    for role in _VALUES:
        yield from _valued(role)
    for role, table in _LISTS.items():
        for written in " ".join(table.split()).split(","):
            yield from _spelled(written, role, role)


def _valued(role: Role) -> Iterator[tuple[Words, Meaning]]:
    for line in _lines(_VALUES[role]):
        name, _, others = line.partition(":")
        value = name.rstrip("?!").strip()
        for written in (name, *others.split(",")):
            yield from _spelled(written, role, value)


def _lines(table: str) -> Iterator[str]:
    """A line without a name of its own goes on with the one before."""
    line = ""
    for more in table.strip().splitlines():
        if ":" in more and line:
            yield line
            line = ""
        line = f"{line} {more}".strip()
    yield line


def _spelled(written: str, role: Role, value: str) -> Iterator[tuple[Words, Meaning]]:
    asks = Asks(min(written.count("?"), 2))
    words = tokens(written)
    if words:
        ends = (words[-1],) if "!" in written else _numbers(words[-1])
        yield from (((*words[:-1], end), Meaning(role, value, asks)) for end in ends)


def tokens(text: str) -> Words:
    return tuple(token(word) for word in read_words(text))


def token(word: str) -> str:
    """“Mother's” is compared as “mothers”."""
    return word.casefold().replace("'", "").replace("’", "")


def _numbers(word: str) -> tuple[str, ...]:
    """A word and its plural, which is its possessive too."""
    if not word.isascii() or not word.isalpha():
        return (word,)
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return (word, f"{word}s", f"{word[:-1]}ies")
    return (word, f"{word}es", f"{word}s") if word.endswith(("s", "x", "ch", "sh")) else (word, f"{word}s")
