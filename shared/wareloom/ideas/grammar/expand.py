"""A context-free grammar whose leaves are slots for nouns: read from its written form, and derived by chance.

`<symbol>` is one of that symbol's alternatives, `{slot.form}` a noun of the brief in that form. A slot that comes twice
is the same noun both times; `{slot~b}` begins with b and `{slot~-ats}` ends with ats; `other` is a thing that
differs from what was named before.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

from wareloom.ideas.grammar.noun import Noun, noun
from wareloom.ideas.grammar.terms import Terms

PART = re.compile(r"<(?P<symbol>\w+)>|\{(?P<slot>\w+)(?:~(?P<sound>-?\w+))?(?:\.(?P<form>\w+))?\}")
_SAME_POOL = {"other": "thing"}
_DEEPEST = 6


@dataclass(frozen=True)
class Pattern:
    """One way to make a slogan. Its text is its name."""

    family: str
    mood: str
    text: str


class Unfilled(Exception):
    """The brief has nothing that fits a slot."""


@dataclass
class Derivation:
    """One slogan on its way: which noun stands in which slot."""

    terms: Terms
    symbols: Mapping[str, tuple[str, ...]]
    rng: Random
    nouns: dict[str, Noun] = field(default_factory=dict[str, Noun])

    def text(self, pattern: str, depth: int = 0) -> str:
        if depth > _DEEPEST:
            raise Unfilled(pattern)
        return PART.sub(lambda part: self._part(part, depth), pattern)

    def _part(self, part: re.Match[str], depth: int) -> str:
        if part["symbol"]:
            return self.text(self.rng.choice(self.symbols[part["symbol"]]), depth + 1)
        chosen = self.nouns.get(part["slot"]) or self._choose(part["slot"], part["sound"] or "")
        self.nouns[part["slot"]] = chosen
        return str(getattr(chosen, part["form"] or "bare"))

    def _choose(self, slot: str, sound: str) -> Noun:
        taken = {word for each in self.nouns.values() for word in _stems(each)}
        pool = self.terms.pool(_SAME_POOL.get(slot, slot))
        fits = [each for each in pool if taken.isdisjoint(_stems(each)) and _sounds(each, sound)]
        if not fits:
            raise Unfilled(slot)
        return self.rng.choice(fits)


def parsed(grammar: str) -> tuple[Pattern, ...]:
    """Families in brackets with their mood, `[club: warm]`, then one pattern a line."""
    patterns: list[Pattern] = []
    family = mood = ""
    for line in filter(None, map(str.strip, grammar.splitlines())):
        if line.startswith("["):
            family, _, mood = (part.strip() for part in line.strip("[]").partition(":"))
        else:
            patterns.append(Pattern(family, mood, line))
    return tuple(patterns)


def symbols(table: str) -> dict[str, tuple[str, ...]]:
    """`name = this | that`, one symbol a line, or more lines that begin with the bar."""
    joined = table.replace("\n|", " |")
    lines = (line.partition("=") for line in filter(None, map(str.strip, joined.splitlines())))
    return {name.strip(): tuple(each.strip() for each in said.split("|")) for name, _, said in lines}


def _sounds(each: Noun, sound: str) -> bool:
    """`b`: begins with b; `-ats`: ends with ats."""
    return each.bare.endswith(sound[1:]) if sound.startswith("-") else each.bare.lower().startswith(sound)


def _stems(each: Noun) -> set[str]:
    return {noun(word).bare for word in each.given.replace("-", " ").split()}
