"""Words that stand side by side, counted as numbers: of all combinations only what is frequent in its halves."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np

from wareloom.trends.series.numbers import Flags, Integers, places
from wareloom.trends.wording.heard import Heard, Spoken
from wareloom.trends.wording.words import LONGEST_PHRASE


@dataclass(frozen=True, slots=True)
class Level:
    """What is frequent of one length. A gram is known by its two halves' places in the level below, in one number."""

    keys: Integers
    """Of one word: its number."""
    counts: Integers
    """How many offers say each."""
    left: Integers = field(default_factory=lambda: places(0))
    right: Integers = field(default_factory=lambda: places(0))

    def __len__(self) -> int:
        return len(self.keys)

    def find(self, keys: Integers) -> Integers:
        """Where each stands here; −1 where it does not."""
        if not len(self):
            return np.full(len(keys), -1)
        at = np.minimum(np.searchsorted(self.keys, keys), len(self) - 1)
        return np.where(self.keys[at] == keys, at, -1)


def frequent(heard: Heard, shared_by: int) -> list[Level]:
    """By length, the shortest first."""
    levels: list[Level] = []
    for _ in range(LONGEST_PHRASE):
        keys, counts = _summed(_counted(spoken, levels) for spoken in heard.chunks())
        keys, counts = keys[counts >= shared_by], counts[counts >= shared_by]
        below = len(levels[-1]) if levels else 1
        levels.append(Level(keys, counts, keys // max(below, 1), keys % max(below, 1)))
    return levels


def placed(spoken: Spoken, levels: list[Level]) -> Iterator[Integers]:
    """Of each length, the place of the gram that begins at each word; −1 where it is not frequent."""
    keys = spoken.words
    for level in levels:
        at = level.find(keys)
        yield at
        keys = _side_by_side(at, spoken.goes_on, len(level))


def _side_by_side(at: Integers, goes_on: Flags, count: int) -> Integers:
    after = np.append(at[1:], -1)[: len(at)]
    return np.where(goes_on & (at >= 0) & (after >= 0), at * count + after, -1)


def _counted(spoken: Spoken, levels: list[Level]) -> tuple[Integers, Integers]:
    """One longer than those that are known, and how many of these offers say each."""
    keys = spoken.words
    for at, level in zip(placed(spoken, levels), levels, strict=True):
        keys = _side_by_side(at, spoken.goes_on, len(level))
    there = keys >= 0
    grams, place = np.unique(keys[there], return_inverse=True)
    width = max(len(grams), 1)
    told = np.unique(spoken.offers[there] * width + place) % width
    return grams, np.bincount(told, minlength=len(grams))


def _summed(parts: Iterable[tuple[Integers, Integers]]) -> tuple[Integers, Integers]:
    keys, counts = places(0), places(0)
    for more, times in parts:
        merged, place = np.unique(np.concatenate([keys, more]), return_inverse=True)
        total = np.zeros(len(merged), np.int64)
        total[place[: len(keys)]] = counts
        total[place[len(keys) :]] += times
        keys, counts = merged, total
    return keys, counts
