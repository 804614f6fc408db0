"""For whom a niche is and how it looks, by what its offers say, with how many of them say so."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from wareloom.trends.series.numbers import Integers
from wareloom.trends.wording.heard import Heard
from wareloom.trends.wording.sets import Sets

_MOST = 12
_SAID_BY = 2


@dataclass(frozen=True, slots=True)
class Count:
    word: str
    offers: int


def audience(heard: Heard, members: Integers) -> list[Count]:
    return _first(_counted(heard.audience, heard, members))


def styles(heard: Heard, members: Integers, *, besides: str) -> list[Count]:
    """Without a style that the niche is named for: every offer of “retro camping” says retro."""
    named = set(besides.casefold().split())
    return _first([one for one in _counted(heard.styles, heard, members) if named.isdisjoint(one.word.split())])


def _counted(traits: Sets, heard: Heard, members: Integers) -> list[Count]:
    _sizes, told = traits.taken(members)
    those, counts = np.unique(told, return_counts=True)
    many = counts >= _SAID_BY
    found: list[list[int]] = np.column_stack([those[many], counts[many]]).tolist()
    return [Count(heard.traits[one], offers) for one, offers in found]


def _first(counts: Sequence[Count]) -> list[Count]:
    return sorted(counts, key=lambda one: (-one.offers, one.word))[:_MOST]
