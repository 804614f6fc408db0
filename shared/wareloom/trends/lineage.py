"""Which of today's niches are yesterday's under other words, and which came of others by a split or a merger.

A niche is its offers: where most of them are the same ones, it is the same niche, whatever they are called together
today. Pure: who keeps the rows asks.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

Kind = Literal["renamed", "split", "merged"]

_MOST_OF = 0.5


@dataclass(frozen=True, slots=True)
class Overlap:
    before: UUID
    """A trend as the analysis before left it."""
    now: str
    """The key of one of today's niches."""
    offers: int
    """How many are in both."""


@dataclass(frozen=True, slots=True)
class Descent:
    kind: Kind
    before: UUID
    now: str
    offers: int


@dataclass(frozen=True, slots=True)
class Sizes:
    before: Mapping[UUID, int]
    """Offers of each trend as the analysis before left it."""
    now: Mapping[str, int]


def descents(
    overlaps: Iterable[Overlap], sizes: Sizes, *, vanished: Collection[UUID], new: Collection[str]
) -> list[Descent]:
    """`vanished` are trends under whose key nothing is found today; `new` are keys that no trend ever had."""
    ranked = sorted(overlaps, key=lambda one: (-one.offers, one.now, one.before))
    renamed = _renamed(ranked, sizes, vanished, new)
    heirs = {one.before: one.now for one in renamed}
    gone, come = set(vanished) - heirs.keys(), set(new) - set(heirs.values())
    merged = {one.before: one for one in reversed(ranked) if one.before in gone and _is_most(one, sizes, of_old=True)}
    split = {one.now: one for one in reversed(ranked) if one.now in come and _is_most(one, sizes, of_new=True)}
    return [
        *renamed,
        *(Descent("merged", one.before, one.now, one.offers) for one in merged.values()),
        *(Descent("split", one.before, one.now, one.offers) for one in split.values() if one.before not in merged),
    ]


def _renamed(
    ranked: Sequence[Overlap], sizes: Sizes, vanished: Collection[UUID], new: Collection[str]
) -> list[Descent]:
    found: dict[UUID, Descent] = {}
    taken: set[str] = set()
    for one in ranked:
        free = one.before in vanished and one.now in new and one.before not in found and one.now not in taken
        if free and _is_most(one, sizes, of_old=True) and _is_most(one, sizes, of_new=True):
            found[one.before] = Descent("renamed", one.before, one.now, one.offers)
            taken.add(one.now)
    return list(found.values())


def _is_most(one: Overlap, sizes: Sizes, *, of_old: bool = False, of_new: bool = False) -> bool:
    enough_of_old = not of_old or one.offers >= _MOST_OF * sizes.before[one.before]
    return enough_of_old and (not of_new or one.offers >= _MOST_OF * sizes.now[one.now])
