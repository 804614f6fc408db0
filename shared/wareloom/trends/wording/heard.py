"""What a whole market says, in numbers: a million offers are heard together, and as words they would not fit."""

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from wareloom.trends.series.numbers import Flags, Integers
from wareloom.trends.wording.said import Perhaps, Run, Said
from wareloom.trends.wording.sets import Numbers, Sets

_TOGETHER = 50_000
_WHOLE, _LONG = "i", "q"
"""Of 32 and of 64 bits."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Some offers' words in the order in which they were said."""

    offers: Integers
    """Whose each word is, counted from the first of them."""
    words: Integers
    goes_on: Flags
    """Whether the next word belongs to the same run."""
    in_title: Flags
    count: int


class Heard:
    """Words are numbers here. `vocabulary` tells which."""

    def __init__(self) -> None:
        self._words = _Numbering()
        self._traits = _Numbering()
        self._titles, self._labels = _Stream(), _Stream()
        self._perhaps, self._whose, self._whom = _Stream(), array(_WHOLE), array(_LONG)
        self._styles, self._audience = _Stream(), _Stream()
        self.people: set[str] = set()
        """Whom this market gives gifts to."""

    def hear(self, offer: Said) -> None:
        for perhaps in offer.perhaps:
            self._perhaps.add(self._spelled(perhaps.runs))
            self._whose.append(len(self))
            self._whom.append(_known_by(perhaps))
        self._styles.add(map(self._traits.number, offer.styles))
        self._audience.add(map(self._traits.number, offer.people | offer.gift_for))
        self._labels.add(self._spelled(offer.labels))
        self._titles.add(self._spelled(offer.title))
        self.people |= offer.gift_for

    def __len__(self) -> int:
        return len(self._titles)

    @cached_property
    def vocabulary(self) -> list[str]:
        return self._words.names

    @cached_property
    def traits(self) -> list[str]:
        return self._traits.names

    @cached_property
    def styles(self) -> Sets:
        owners, styles = self._styles.entries()
        return Sets.of(owners, styles, len(self))

    @cached_property
    def audience(self) -> Sets:
        """For whom an offer says it is, and whom it names where the market gives gifts to them."""
        owners, whom = self._audience.entries()
        known = {hash(one): self._traits.number(one) for one in sorted(self.people)}
        hashes = np.array(sorted(known), dtype=np.int64)
        traits = np.array([known[int(one)] for one in hashes], dtype=np.int64)
        named = np.frombuffer(self._whom, np.int64)
        there = np.isin(named, hashes)
        offers = np.frombuffer(self._whose, np.int32)[there].astype(np.int64)
        more = traits[np.searchsorted(hashes, named[there])] if len(traits) else offers
        return Sets.of(np.concatenate([owners, offers]), np.concatenate([whom, more]), len(self))

    def chunks(self) -> Iterator[Spoken]:
        """Tags that may name people are subjects where the market gives no gifts to those."""
        people = np.array([hash(one) for one in self.people], dtype=np.int64)
        subject = ~np.isin(np.frombuffer(self._whom, np.int64), people)
        whose = np.frombuffer(self._whose, np.int32)
        for start in range(0, len(self), _TOGETHER):
            end = min(start + _TOGETHER, len(self))
            first, last = (int(place) for place in np.searchsorted(whose, [start, end]))
            within, spelled = self._perhaps.entries(first, last)
            kept = subject[first:last][within]
            offers = (whose[first:last] - start)[within].astype(np.int64)
            parts = (self._titles.entries(start, end), self._labels.entries(start, end), (offers[kept], spelled[kept]))
            yield _spoken(parts, end - start)

    def _spelled(self, runs: Iterable[Run]) -> Iterator[int]:
        """A word's number and whether it begins a run, in one."""
        return (2 * self._words.number(word) + (not place) for run in runs for place, word in enumerate(run))


def _known_by(perhaps: Perhaps) -> int:
    """Only equality is asked of it: one tag in ten is like no other, and their spellings would fill the room."""
    return hash(perhaps.whom)


def _spoken(parts: tuple[tuple[Integers, Integers], ...], count: int) -> Spoken:
    offers, spelled = (np.concatenate(column) for column in zip(*parts, strict=True))
    in_title = np.zeros(len(offers), np.bool_)
    in_title[: len(parts[0][0])] = True
    goes_on = np.append(spelled[1:] % 2 == 0, False)[: len(spelled)]
    return Spoken(offers, spelled >> 1, goes_on, in_title, count)


class _Stream:
    """Numbers of one owner after the other."""

    def __init__(self) -> None:
        self._numbers, self._ends = array(_WHOLE), array(_LONG, [0])

    def add(self, numbers: Iterable[int]) -> None:
        self._numbers.extend(numbers)
        self._ends.append(len(self._numbers))

    def __len__(self) -> int:
        return len(self._ends) - 1

    def entries(self, first: int = 0, last: int | None = None) -> tuple[Integers, Integers]:
        """The owner of each, counted from the first that is asked for, and the numbers."""
        ends = np.frombuffer(self._ends, np.int64)[first : None if last is None else last + 1]
        owners = np.repeat(np.arange(len(ends) - 1, dtype=np.int64), np.diff(ends))
        numbers: Numbers = np.frombuffer(self._numbers, np.int32)[ends[0] : ends[-1]]
        return owners, numbers.astype(np.int64)


class _Numbering:
    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, name: str) -> int:
        return self._numbers.setdefault(name, len(self._numbers))

    @property
    def names(self) -> list[str]:
        return list(self._numbers)
