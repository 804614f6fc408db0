"""Find the phrases that a market's offers share, and number them: grouping counts millions of pairs of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from wareloom.trends.series.numbers import Flags, Integers, places
from wareloom.trends.wording.grams import Level, frequent, placed
from wareloom.trends.wording.heard import Heard, Spoken
from wareloom.trends.wording.said import Run
from wareloom.trends.wording.sets import Sets
from wareloom.trends.wording.words import LONGEST_PHRASE

_HELD = 0.15
"""Words are one phrase when this much of the time either is said they are said together: their squared cosine."""
_SWALLOWED = 0.8
"""A word is no phrase of its own when it is said inside a longer one at least this often."""
NO_WORD = -1


@dataclass(frozen=True, slots=True)
class Phrases:
    """Every phrase, in the order of the alphabet, and which of them each offer says."""

    all: tuple[Run, ...]
    words: Integers
    """The numbers of each phrase's words, a row each; `NO_WORD` where it is shorter than others."""
    said: Sets
    counts: Integers
    """How many offers say each phrase."""
    titles: Integers
    """How many titles do. What none says is a shop's own filing."""


def find_phrases(heard: Heard, *, shared_by: int) -> Phrases:
    levels = frequent(heard, shared_by)
    whole = _whole(levels)
    words = _spelled(levels, whole)
    vocabulary = heard.vocabulary
    spelled: list[list[int]] = words.tolist()
    runs = [tuple(vocabulary[word] for word in row if word != NO_WORD) for row in spelled]
    order = sorted(range(len(runs)), key=runs.__getitem__)
    numbers = _numbers(whole, order)
    titles = np.zeros(len(runs), np.int64)
    said: list[Sets] = []
    for spoken in heard.chunks():
        told, in_titles = _said(spoken, levels, numbers)
        said.append(told)
        titles += np.bincount(in_titles.members, minlength=len(runs))
    together = Sets.joined(said)
    counts = np.bincount(together.members, minlength=len(runs))
    return Phrases(tuple(runs[place] for place in order), words[order], together, counts, titles)


def _whole(levels: Sequence[Level]) -> list[Flags]:
    """Without chance neighbours, and without pieces of longer phrases."""
    held = [np.ones(len(levels[0]), np.bool_)]
    swallowed = [np.zeros(len(level), np.bool_) for level in levels]
    for at, (below, level) in enumerate(pairwise(levels)):
        left, right = below.counts[level.left], below.counts[level.right]
        near = level.counts**2 >= _HELD * (left * right)
        held.append(held[-1][level.left] & held[-1][level.right] & near)
        for half, count in ((level.left, left), (level.right, right)):
            swallowed[at][half[held[-1] & (level.counts >= _SWALLOWED * count)]] = True
    return [one & ~gone for one, gone in zip(held, swallowed, strict=True)]


def _spelled(levels: Sequence[Level], whole: Sequence[Flags]) -> Integers:
    """Of the whole ones, level by level, the words."""
    words = levels[0].keys[:, None]
    rows = [words[whole[0]]]
    for level, kept in zip(levels[1:], whole[1:], strict=True):
        words = np.column_stack([words[level.left], words[level.right, -1]])
        rows.append(words[kept])
    wide = [np.pad(row, ((0, 0), (0, LONGEST_PHRASE - row.shape[1])), constant_values=NO_WORD) for row in rows]
    return np.concatenate(wide)


def _numbers(whole: Sequence[Flags], order: Sequence[int]) -> list[Integers]:
    """For each level, its phrases' numbers; −1 for what is none."""
    number = np.empty(len(order), np.int64)
    number[np.array(order, dtype=np.int64)] = places(len(order))
    found: list[Integers] = []
    passed = 0
    for kept in whole:
        at = np.full(len(kept), -1)
        count = int(kept.sum())
        at[kept] = number[passed : passed + count]
        passed += count
        found.append(at)
    return found


def _said(spoken: Spoken, levels: list[Level], numbers: Sequence[Integers]) -> tuple[Sets, Sets]:
    """By each offer, and by its title alone."""
    owners, phrases, entitled = [places(0)], [places(0)], [np.zeros(0, np.bool_)]
    for at, number in zip(placed(spoken, levels), numbers, strict=True):
        phrase = np.where(at >= 0, number[at], -1) if len(number) else at
        there = phrase >= 0
        owners.append(spoken.offers[there])
        phrases.append(phrase[there])
        entitled.append(spoken.in_title[there])
    owner, phrase, title = np.concatenate(owners), np.concatenate(phrases), np.concatenate(entitled)
    return Sets.of(owner, phrase, spoken.count), Sets.of(owner[title], phrase[title], spoken.count)


def sharing(words: Integers, others: Integers) -> Flags:
    """Whether two phrases have a word in common, row by row."""
    same = words[:, :, None] == others[:, None, :]
    return (same & (words != NO_WORD)[:, :, None]).any(axis=(1, 2))
