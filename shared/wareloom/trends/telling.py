"""How telling each phrase is of what stands beside it: the mean squared cosine of the two, more for one said more.

Squared, the cosine is how often one is said with the other, times how often the other is said with the one.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from wareloom.trends.series.numbers import Flags, Integers, places
from wareloom.trends.wording.phrases import Phrases, sharing
from wareloom.trends.wording.sets import Sets

_WITHIN = 0.9
_AS_TELLING = 0.7
"""A phrase said within a wider one this often names no niche if the wider one is at least so telling in comparison."""
_TOGETHER = 1_000_000
"""Pairs of phrases counted at once."""
_DIGITS = 9
"""Beyond them, one phrase is more telling than another only by the order in which sums were made."""


@dataclass(frozen=True, slots=True)
class _Beside:
    """Some phrases, and what stands beside each, pair by pair."""

    of: Integers
    other: Integers
    both: Integers


def ranked(phrases: Phrases, offers_of: Sets, candidates: Integers) -> Integers:
    """Those of the candidates that may name a niche, the most telling one first."""
    telling = np.zeros(len(phrases.all))
    narrow, wide = [places(0)], [places(0)]
    for beside in _beside(phrases, offers_of, candidates):
        count, others = phrases.counts[beside.of], phrases.counts[beside.other]
        shares = beside.both.astype(np.float64) ** 3 / (count * others)
        first = int(beside.of[0]) if len(beside.of) else 0
        agreement = np.bincount(beside.of - first, weights=shares)
        weight = np.bincount(beside.of - first, weights=beside.both)
        mean = np.divide(agreement, weight, out=np.zeros(len(weight)), where=weight > 0)
        last = first + len(mean)
        telling[first:last] += np.round(mean * np.log(np.maximum(phrases.counts[first:last], 1)), _DIGITS)
        within = (beside.both >= _WITHIN * count) & (others > count)
        narrow.append(beside.of[within])
        wide.append(beside.other[within])
    outdone = np.zeros(len(telling), np.bool_)
    inner, outer = np.concatenate(narrow), np.concatenate(wide)
    outdone[inner[telling[outer] >= _AS_TELLING * telling[inner]]] = True
    names = candidates[~outdone[candidates]]
    # Ties go to the phrase that more offers say, then to the alphabet: the same market is grouped the same every day.
    return names[np.lexsort((names, -phrases.counts[names], -telling[names]))]


def _beside(phrases: Phrases, offers_of: Sets, candidates: Integers) -> Iterator[_Beside]:
    """So many at once as pairs fit into little room. A phrase that very many say is counted slice by slice."""
    lengths = phrases.said.sizes
    starts, total = [0], 0
    works = [int(lengths[offers_of[phrase]].sum()) for phrase in candidates]
    for place, work in enumerate(works):
        if total and total + work > _TOGETHER:
            starts.append(place)
            total = 0
        total += work
    for start, end in zip(starts, [*starts[1:], len(candidates)], strict=True):
        yield _counted(phrases, offers_of, candidates[start:end])


def _counted(phrases: Phrases, offers_of: Sets, some: Integers) -> _Beside:
    sizes, offers = offers_of.taken(some)
    owners = np.repeat(some, sizes)
    width = len(phrases.all)
    keys, counts = places(0), places(0)
    for start in range(0, len(offers), _TOGETHER // 8):
        part = slice(start, start + _TOGETHER // 8)
        each, said = phrases.said.taken(offers[part].astype(np.int64))
        more, times = np.unique(np.repeat(owners[part], each) * width + said, return_counts=True)
        merged, place = np.unique(np.concatenate([keys, more]), return_inverse=True)
        total = np.zeros(len(merged), np.int64)
        total[place[: len(keys)]] = counts
        total[place[len(keys) :]] += times
        keys, counts = merged, total
    of, other = keys // width, keys % width
    apart: Flags = ~sharing(phrases.words[of], phrases.words[other])
    return _Beside(of[apart], other[apart], counts[apart])
