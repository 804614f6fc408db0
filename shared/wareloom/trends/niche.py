"""Group offers into niches by their own words.

A phrase is telling when the phrases around it live with it and it lives with them: “camping” is, for campfires and
lanterns are hardly offered without it. A motif is not, for the rest of its niche does without it; a theme is not, for
what stands beside it is different every time. Each offer belongs to the most telling phrase that enough others share.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from wareloom.trends.series.numbers import Flags, Integers, places
from wareloom.trends.telling import ranked
from wareloom.trends.wording.heard import Heard
from wareloom.trends.wording.phrases import Phrases, find_phrases
from wareloom.trends.wording.said import Run
from wareloom.trends.wording.sets import Numbers, Sets

ENOUGH = 5
"""Offers that make a niche."""

_SHARED_BY = 2
"""A phrase that so few share makes no niche, but it shows what belongs together."""
_OF_ITS_OWN = 0.25
"""A phrase names a niche when it is the most telling one for at least this part of the offers that say it."""
_IN_TITLES = 0.2
"""What fewer titles say, of all offers that are labelled with it, is a shop's own filing."""
_MOST_WORDS = 32
_NOWHERE = -1


@dataclass(frozen=True, slots=True, eq=False)
class Niche:
    number: int
    """Its phrase's."""
    phrase: Run
    members: Integers
    """Places in the sequence of offers that was grouped."""

    @property
    def key(self) -> str:
        return " ".join(self.phrase)

    @property
    def places(self) -> list[int]:
        return self.members.tolist()


@dataclass(frozen=True, slots=True, eq=False)
class Grouping:
    niches: tuple[Niche, ...]
    phrases: Phrases
    heard: Heard
    entitled: Flags
    """Of each phrase, whether enough titles say it."""

    def says(self, offer: int, niche: Niche, words: Sequence[Run]) -> list[Run]:
        """Which of a niche's words an offer says."""
        numbers: list[int] = self.phrases.said[offer].tolist()
        said = {self.phrases.all[phrase] for phrase in numbers}
        return [word for word in words if not said.isdisjoint((word, niche.phrase + word, word + niche.phrase))]

    def words(self, niche: Niche) -> tuple[Run, ...]:
        """What the niche says often and others seldom, the most telling first."""
        _sizes, said = self.phrases.said.taken(niche.members)
        here, counts = np.unique(said, return_counts=True)
        enough = (counts >= _SHARED_BY) & self.entitled[here]
        found: list[list[int]] = np.column_stack([here[enough], counts[enough]]).tolist()
        telling: dict[Run, float] = {}
        for phrase, both in found:
            run = _besides(niche.phrase, self.phrases.all[phrase])
            if run and " ".join(run) not in self.heard.people:
                telling[run] = max(telling.get(run, 0.0), both * both / int(self.phrases.counts[phrase]))
        words: list[Run] = []
        for run in sorted(telling, key=lambda run: (-telling[run], run)):
            if len(words) == _MOST_WORDS:
                break
            if not any(set(run).issubset(longer) for longer in words):
                words.append(run)
        return tuple(words)


def group(heard: Heard, *, enough: int = ENOUGH) -> Grouping:
    phrases = find_phrases(heard, shared_by=min(_SHARED_BY, enough))
    entitled = phrases.titles >= _IN_TITLES * phrases.counts
    candidates = np.flatnonzero((phrases.counts >= enough) & entitled)
    names = ranked(phrases, phrases.said.turned(len(phrases.all)), candidates)
    home = _settled(phrases, names, enough)
    niches = (Niche(phrase, phrases.all[phrase], members) for phrase, members in _gathered(home))
    return Grouping(tuple(sorted(niches, key=lambda niche: niche.key)), phrases, heard, entitled)


def _settled(phrases: Phrases, names: Integers, enough: int) -> Integers:
    """Each offer's phrase: where it fits best. What too few chose dissolves, and its offers go where they fit next
    best."""
    place = np.full(len(phrases.all), len(names), np.int32)
    place[names] = np.arange(len(names), dtype=np.int32)
    wishing, wishes = _wishes(phrases.said, place, len(names))
    needed = np.maximum(enough, _OF_ITS_OWN * phrases.counts[names])
    home = np.full(len(phrases.said), _NOWHERE, np.int64)
    gone = np.zeros(len(names) + 1, np.bool_)
    while len(wishing):
        chosen = np.minimum.reduceat(np.where(gone[wishes.members], len(names), wishes.members), wishes.starts[:-1])
        sizes = np.bincount(chosen, minlength=len(names) + 1)[: len(names)]
        small = (sizes > 0) & (sizes < needed)
        if not small.any():
            settled = chosen < len(names)
            home[wishing[settled]] = names[chosen[settled]]
            break
        gone[:-1] |= small
    return home


def _wishes(said: Sets, place: Numbers, count: int) -> tuple[Integers, Sets]:
    """The offers that say any name, and the places of the names that each says."""
    wished = place[said.members]
    there = wished < count
    passed = np.concatenate([places(1), np.cumsum(there, dtype=np.int64)])[said.starts]
    wishing = np.flatnonzero(np.diff(passed))
    return wishing, Sets(np.append(passed[wishing], passed[-1]), wished[there])


def _gathered(home: Integers) -> list[tuple[int, Integers]]:
    order = np.argsort(home, kind="stable")
    order = order[int(np.searchsorted(home[order], 0)) :]
    phrases, begins = np.unique(home[order], return_index=True)
    return list(zip(phrases.tolist(), np.split(order, begins[1:]), strict=True)) if len(order) else []


def _besides(niche: Run, phrase: Run) -> Run:
    """A sauna's ladle is a ladle; but no other piece of a niche's name is one of its words."""
    if phrase[: len(niche)] == niche:
        return phrase[len(niche) :]
    if phrase[-len(niche) :] == niche:
        return phrase[: -len(niche)]
    return phrase if set(niche).isdisjoint(phrase) else ()
