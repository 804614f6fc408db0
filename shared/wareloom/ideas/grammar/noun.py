"""A phrase of a trend, read as a noun: whether it is counted, what kind of thing it is, and every form of it."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from wareloom.ideas.grammar.inflect import article, is_gerund, is_plural, plural, singular
from wareloom.ideas.grammar.lexicon import (
    ACRONYMS,
    ADJECTIVES,
    AGENTS,
    ANIMALS,
    BODY,
    FOOD,
    MASS,
    MASS_ENDINGS,
    MERCH,
    NOT_AGENTS,
    NOT_MASS,
    PLACES,
    PLURAL_ONLY,
    SPLITTERS,
    STYLES,
    WARES,
)

LONGEST = 24
MOST_WORDS = 3
_SHORT = 3

Number = Literal["count", "mass", "plural"]
Sense = Literal["animal", "food", "body", "place", "doing", "person"]

_SENSES: tuple[tuple[Sense, frozenset[str]], ...] = (
    ("animal", ANIMALS), ("food", FOOD), ("body", BODY), ("place", PLACES), ("person", AGENTS),
)  # fmt: skip
_VOWEL = re.compile(r"[AEIOUY]")
_TOKEN = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*|[&+|/,;:]")


@dataclass(frozen=True)
class Noun:
    given: str
    """As the trend has it, in small letters but for acronyms."""
    number: Number
    sense: Sense | None

    @property
    def bare(self) -> str:
        """Said in general: morels, cold coffee, drop bars."""
        return plural(self.given) if self.number == "count" else self.given

    @property
    def one(self) -> str:
        return self.given

    @property
    def a(self) -> str:
        return f"{article(self.given)} {self.given}"

    @property
    def a_or_bare(self) -> str:
        return self.a if self.number == "count" else self.given

    @property
    def many(self) -> str:
        return self.bare

    @property
    def own(self) -> str:
        """After “my” and “the”: in the number that it came in."""
        return self.given

    @property
    def name(self) -> str:
        """Before another noun: a Drop Bar Club."""
        last = self.given.rsplit(" ", 1)[-1]
        return singular(self.given) if self.number == "plural" and last not in PLURAL_ONLY else self.given

    @property
    def be(self) -> str:
        """“is” or “are”, after the bare form."""
        return "is" if self.number == "mass" else "are"

    @property
    def stays(self) -> str:
        """“s” or nothing: the ending of a verb after the bare form."""
        return "s" if self.number == "mass" else ""

    @property
    def own_be(self) -> str:
        return "are" if self.number == "plural" else "is"

    @property
    def own_has(self) -> str:
        return "have" if self.number == "plural" else "has"

    @property
    def much(self) -> str:
        return "much" if self.number == "mass" else "many"

    @property
    def head(self) -> str:
        return singular_head(self.given)


def read(phrase: str) -> Noun | None:
    """The noun that a phrase is, or None where it is none fit for print."""
    chunks = _chunks(phrase)
    return noun(" ".join(chunks[0])) if len(chunks) == 1 and _fits(chunks[0]) else None


def read_long(phrase: str) -> Noun | None:
    """The first noun in a phrase, however much is said around it."""
    fitting = [chunk for chunk in _chunks(phrase) if _fits(chunk)]
    return noun(" ".join(fitting[0])) if fitting else None


def noun(given: str) -> Noun:
    head = singular_head(given)
    return Noun(given, _number(given, head), _sense(given, head))


def read_plain(phrase: str) -> str:
    """What is left of a phrase without small words, marks and pictures."""
    return " ".join(word for word in _words(phrase) if word not in SPLITTERS)


def singular_head(given: str) -> str:
    head = given.rsplit(" ", 1)[-1].rsplit("-", 1)[-1]
    return singular(head) if is_plural(head) else head


def is_person(given: str) -> bool:
    head = singular_head(given)
    if head in AGENTS:
        return True
    return head.endswith(("er", "or", "ist", "ian", "eer")) and head not in NOT_AGENTS and len(head) > 4


def _chunks(phrase: str) -> list[list[str]]:
    """Cut at small words: “gifts for dads who love fly fishing” is gifts, dads and fly fishing."""
    chunks: list[list[str]] = [[]]
    for word in _words(phrase):
        if word in SPLITTERS:
            chunks.append([])
        else:
            chunks[-1].append(word)
    return [trimmed for chunk in chunks if (trimmed := _trimmed(chunk))]


def _trimmed(chunk: list[str]) -> list[str]:
    while chunk and _says_nothing(chunk, -1):
        chunk = chunk[:-1]
    while len(chunk) > 1 and (_says_nothing(chunk, 0) or chunk[0].isdigit() or len(chunk) > MOST_WORDS):
        chunk = chunk[1:]
    return chunk


def _says_nothing(chunk: list[str], at: int) -> bool:
    word, alone = chunk[at], len(chunk) == 1
    if word in STYLES or (at and word.isdigit()):
        return True
    if word in MERCH:
        return alone or at == -1
    if word in WARES:
        return alone or (at == -1 and (chunk[-2] in MERCH or chunk[-2] in WARES))
    return alone and word in ADJECTIVES


def _fits(chunk: list[str]) -> bool:
    said = " ".join(chunk)
    return bool(said) and len(said) <= LONGEST and any(map(str.isalpha, said)) and not _repeats(chunk)


def _repeats(chunk: list[str]) -> bool:
    return len(set(chunk)) < len(chunk)


def _words(phrase: str) -> list[str]:
    tokens = _TOKEN.findall(unicodedata.normalize("NFC", phrase).replace("'", "’"))
    return [_spelled(token, shouted=phrase.isupper()) for token in tokens]


def _spelled(word: str, *, shouted: bool) -> str:
    """Capitals are kept where they mean something: ER, DnD, SLR; not where somebody shouts."""
    if word.lower() in ACRONYMS and (word.isupper() or word.islower()):
        return word.upper()
    short = not shouted and len(word) <= _SHORT
    means_something = short or not word.isupper() or not _VOWEL.search(word)
    return word if means_something and not word.istitle() else word.lower()


def _number(given: str, head: str) -> Number:
    if not given.isascii() or is_gerund(given):
        return "mass"
    if is_plural(given):
        return "plural"
    if head in MASS or (_ends_as_mass(head) and head not in NOT_MASS):
        return "mass"
    return "count"


def _ends_as_mass(head: str) -> bool:
    return any(head.endswith(ending) and len(head) > len(ending) for ending in MASS_ENDINGS)


def _sense(given: str, head: str) -> Sense | None:
    if is_gerund(given):
        return "doing"
    return next((sense for sense, heads in _SENSES if head.lower() in heads), None)
