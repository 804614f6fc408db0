"""Find the phrases that a market's offers share, and number them: grouping counts millions of pairs of them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import prod

from wareloom.trends.wording.said import Run

Runs = tuple[Run, ...]

_LONGEST = 3
_HELD = 0.15
"""Words are one phrase when this much of the time either is said they are said together: their squared cosine."""
_SWALLOWED = 0.8
"""A word is no phrase of its own when it is said inside a longer one at least this often."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """Every phrase, in the order of the alphabet, and which of them each offer says."""

    all: tuple[Run, ...]
    said: tuple[tuple[int, ...], ...]
    titles: tuple[int, ...]
    """How many titles say each phrase. What none says is a shop's own filing."""

    def by_phrase(self) -> list[list[int]]:
        """The offers that say each phrase."""
        offers: list[list[int]] = [[] for _ in self.all]
        for offer, phrases in enumerate(self.said):
            for phrase in phrases:
                offers[phrase].append(offer)
        return offers


def find_phrases(titles: Sequence[Runs], labels: Sequence[Runs], *, shared_by: int) -> Phrases:
    everything = [title + others for title, others in zip(titles, labels, strict=True)]
    found = tuple(sorted(_whole(_frequent(everything, shared_by))))
    number = {phrase: place for place, phrase in enumerate(found)}
    said: list[tuple[int, ...]] = []
    in_titles = [0] * len(found)
    for title, others in zip(titles, labels, strict=True):
        entitled = _said(title, number)
        for phrase in entitled:
            in_titles[phrase] += 1
        said.append(tuple(sorted(entitled | _said(others, number))))
    return Phrases(found, tuple(said), tuple(in_titles))


def _frequent(runs: Sequence[Runs], shared_by: int) -> dict[Run, int]:
    """How many offers say what. Only what is frequent in its halves is counted: few of all combinations are."""
    frequent: dict[Run, int] = {}
    for size in range(1, _LONGEST + 1):
        counts: Counter[Run] = Counter()
        for of_one in runs:
            counts.update({gram for run in of_one for gram in _grams(run, size) if _may_be(gram, frequent)})
        frequent |= {gram: count for gram, count in counts.items() if count >= shared_by}
    return frequent


def _whole(frequent: Mapping[Run, int]) -> set[Run]:
    """Without chance neighbours, and without pieces of longer phrases."""
    held: set[Run] = set()
    for gram in sorted(frequent, key=len):
        halves = _halves(gram)
        apart = prod(frequent[half] for half in halves)
        if not halves or (held.issuperset(halves) and frequent[gram] ** 2 >= _HELD * apart):
            held.add(gram)
    swallowed = {half for gram in held for half in _halves(gram) if frequent[gram] >= _SWALLOWED * frequent[half]}
    return held - swallowed


def _may_be(gram: Run, frequent: Mapping[Run, int]) -> bool:
    return all(half in frequent for half in _halves(gram))


def _halves(gram: Run) -> tuple[Run, ...]:
    return (gram[:-1], gram[1:]) if len(gram) > 1 else ()


def _grams(run: Run, size: int) -> Iterator[Run]:
    return (run[start : start + size] for start in range(len(run) - size + 1))


def _said(runs: Runs, number: Mapping[Run, int]) -> set[int]:
    grams = {gram for run in runs for size in range(1, _LONGEST + 1) for gram in _grams(run, size)}
    return {number[gram] for gram in grams if gram in number}
