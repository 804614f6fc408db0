"""Words as sellers write them, and the one form in which they are compared."""

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import normalize

# Letters, digits and the vowel signs of scripts that write them apart; an apostrophe belongs to its word.
_WORD = re.compile(r"[\w\u0300-\u036f\u0900-\u0dff\u0e00-\u0eff]+(?:['’][^\W\d_]+)*")
# What parts a title: anything that is neither a word nor joins words. A lone dash parts, a hyphen joins.
_PART = re.compile(r"[^\w\s'’\-\u0300-\u036f\u0900-\u0dff\u0e00-\u0eff]+|\s[-–—]+\s|_+")
_LONGEST_TEXT = 1_000
LONGEST_PHRASE = 3
"""Words that a trend is called by."""

_IRREGULAR = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "mice": "mouse",
    "geese": "goose",
    "teeth": "tooth",
    "feet": "foot",
    "wolves": "wolf",
    "leaves": "leaf",
    "knives": "knife",
    "wives": "wife",
    "elves": "elf",
    "lives": "life",
    "fungi": "fungus",
    "cacti": "cactus",
}
_SINGULARS = """
christmas xmas tennis series species news texas kansas paris swiss always canvas atlas lens physics mathematics
gymnastics athletics politics yes its gas
movie cookie zombie selfie hoodie pixie brownie foodie veggie hippie rookie birdie aerie genie
shoe toe canoe horseshoe hoe foe mistletoe
"""
_ALREADY_ONE = frozenset(_SINGULARS.split())


@lru_cache(maxsize=50_000)
def parts(text: str) -> tuple[str, ...]:
    """The pieces of a title between its dashes, bars and commas. Tags repeat themselves: most are read once."""
    return tuple(part for part in _PART.split(normalize("NFKC", text[:_LONGEST_TEXT])) if part)


def read_words(text: str) -> Iterator[str]:
    return (match.group() for match in _WORD.finditer(text))


def spans(text: str) -> Iterator[re.Match[str]]:
    return _WORD.finditer(text)


@lru_cache(maxsize=200_000)
def normal(word: str) -> str:
    """Without case, possessive and plural."""
    word = word.casefold().replace("’", "'").removesuffix("'s").removesuffix("'")
    return _IRREGULAR.get(word) or _singular(word)


def plurals(word: str) -> list[str]:
    """Those that do not begin as the word does."""
    return [several for several, one in _IRREGULAR.items() if one == word]


def _singular(word: str) -> str:
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")) or word in _ALREADY_ONE:
        return word
    if word[:-1] in _ALREADY_ONE:
        return word[:-1]
    if word.endswith("ies"):
        return word[:-1] if len(word) < 5 else word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zzes", "oes")):
        return word[:-2]
    return word[:-1]
