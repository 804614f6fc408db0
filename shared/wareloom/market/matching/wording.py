"""What a title says: which product it is, in words with a weight, and how it is made, in attributes.

Shops word one product differently. What is left when case, marks, plurals, phrases of selling and attributes are taken
away is mostly the product itself. Weights are fixed rather than counted: a score must not depend on who came first.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache

from wareloom.market.matching.lexicon import COLOURS, GENERIC, KINDS, NOISE, ORDINARY, PEOPLE, SIZES, STYLES
from wareloom.market.matching.measures import Quantities, take

_LONGEST = 2000
_BREAK = re.compile(r"\s[-~]\s|[|,;:()\[\]{}/•·–—!?&+\n、，。【】「」]|\.\s")
_WORD = re.compile(r"[^\W_]+")
_HASHTAG = re.compile(r"#\w+")
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
_TURN = {"with", "in", "for", "of", "mit", "fur", "avec", "pour", "con", "para", "per", "voor", "met"}
"""Before it a title names the thing, behind it what the thing is about or for."""
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_PHRASE = 3
_PLAIN, _LONG, _SHORT, _ORDINARY, _PART, _MODEL = 1.0, 1.2, 0.4, 0.3, 0.5, 2.0


@dataclass(frozen=True)
class Wording:
    words: frozenset[str]
    kind: str | None
    colours: frozenset[str]
    sizes: frozenset[str]
    people: frozenset[str]
    styles: frozenset[str]
    quantities: Quantities

    @cached_property
    def models(self) -> frozenset[str]:
        return frozenset(word for word in self.words if is_model(word))


@lru_cache(maxsize=10_000)  # an offer is compared many times, and reading its title takes longer than comparing it
def read_title(title: str, *, maker: str | None = None, kind: str | None = None) -> Wording:
    """`maker` is taken out of the title; `kind` is known already, where the page told it apart."""
    text = plain(title)
    if maker and (name := plain(maker)):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " | ", text)
    quantities, text = take(_HASHTAG.sub(" ", text))
    parts = [_WORD.findall(part) for part in _BREAK.split(text)]
    kind = kind or _named_first(parts)
    words: set[str] = set()
    told: dict[str, set[str]] = {"colours": set(), "sizes": set(), "people": set(), "styles": set()}
    for part in parts:
        left = _without_kind(part, kind)
        told["people"] |= {PEOPLE[word] for word in left if word in PEOPLE}
        told["styles"] |= {name for _, _, name in _named(left, STYLES)}
        left = [word for word in left if word not in PEOPLE and word not in NOISE]
        made = _attributes(left)
        if made is None:
            words |= {token for word in left if word not in ORDINARY for token in _tokens(word)}
        else:
            told["colours"] |= made & set(COLOURS.values())
            told["sizes"] |= made & set(SIZES.values())
    return Wording(frozenset(words), kind, *(frozenset(told[name]) for name in told), quantities=quantities)


def plain(text: str) -> str:
    """Lower case, without diacritics, in one spelling of every letter."""
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text[:_LONGEST]).casefold())
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter) or _UNSPACED.match(letter))
    return " ".join(_APOSTROPHE.sub("", unicodedata.normalize("NFC", bare)).split())


def known_kind(said: object) -> str | None:
    """What a page calls the kind of product, if it is a kind that we know."""
    return KINDS.get(" ".join(_WORD.findall(plain(said)))) if isinstance(said, str) else None


@lru_cache(maxsize=50_000)
def weight(word: str) -> float:
    if is_model(word):
        return _MODEL
    if _UNSPACED.search(word):
        return _PART
    if word in _GENERIC or word in _COLOUR_WORDS:
        return _ORDINARY
    if len(word) < 3 and not word.isdigit():
        return _SHORT
    return _LONG if len(word) >= 7 else _PLAIN


@lru_cache(maxsize=50_000)
def is_model(word: str) -> bool:
    """Letters and digits in one, as makers name their models."""
    digits = sum(letter.isdigit() for letter in word)
    return len(word) >= 4 and 2 <= digits < len(word)


def _named_first(parts: list[list[str]]) -> str | None:
    """Of “library card mug” the mug; what a part turns to at its “with” is asked only where nothing else is named."""
    heads = (part[: _turn(part)] for part in parts)
    named = (_named(part, KINDS) for part in (*heads, *parts))
    return next((found[-1][2] for found in named if found), None)


def _turn(part: list[str]) -> int:
    return next((place for place, word in enumerate(part) if word in _TURN and place), len(part))


def _named(part: list[str], meanings: dict[str, str]) -> list[tuple[int, int, str]]:
    """Where each known phrase begins and ends, the longest first where several begin at one word."""
    found: list[tuple[int, int, str]] = []
    place = 0
    while place < len(part):
        sizes = (size for size in range(_PHRASE, 0, -1) if " ".join(part[place : place + size]) in meanings)
        size = min(next(sizes, 0), len(part) - place)
        if size:
            found.append((place, place + size, meanings[" ".join(part[place : place + size])]))
        place += size or 1
    return found


def _without_kind(part: list[str], kind: str | None) -> list[str]:
    gone = {place for start, end, name in _named(part, KINDS) if name == kind for place in range(start, end)}
    return [word for place, word in enumerate(part) if place not in gone]


def _attributes(part: list[str]) -> set[str] | None:
    """Colours and sizes, where the part says nothing else: a black cat is no colour of a mug."""
    made = _named(part, {**SIZES, **COLOURS})
    covered = sum(end - start for start, end, _ in made)
    others = sum(word in ORDINARY or word in {"colour", "color", "size"} for word in part)
    return {name for _, _, name in made} if made and covered + others >= len(part) else None


def _tokens(word: str) -> set[str]:
    """Languages that put no space between words are read two letters at a time."""
    if _UNSPACED.search(word) and len(word) > 1:
        return {word[place : place + 2] for place in range(len(word) - 1)}
    return {_singular(word)}


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 4 and word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


_GENERIC = frozenset(map(_singular, GENERIC))
_COLOUR_WORDS = frozenset(word for spelled in COLOURS for word in spelled.split())
