"""Group offers into niches by their own words.

A phrase is telling when the phrases around it live with it and it lives with them: “camping” is, for campfires and
lanterns are hardly offered without it. A motif is not, for the rest of its niche does without it; a theme is not, for
what stands beside it is different every time. Each offer belongs to the most telling phrase that enough others share.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log

from wareloom.trends.wording.phrases import Phrases, find_phrases
from wareloom.trends.wording.said import Run, Said

ENOUGH = 5
"""Offers that make a niche."""

_SHARED_BY = 2
"""A phrase that so few share makes no niche, but it shows what belongs together."""
_OF_ITS_OWN = 0.25
"""A phrase names a niche when it is the most telling one for at least this part of the offers that say it."""
_IN_TITLES = 0.2
"""What fewer titles say, of all offers that are labelled with it, is a shop's own filing."""
_WITHIN = 0.9
_AS_TELLING = 0.7
"""A phrase said within a wider one this often names no niche if the wider one is at least so telling in comparison."""
_MOST_WORDS = 32


@dataclass(frozen=True, slots=True)
class Niche:
    phrase: Run
    members: tuple[int, ...]
    """Places in the sequence of offers that was grouped."""
    words: tuple[Run, ...]
    """What they say besides, the most telling first."""

    @property
    def key(self) -> str:
        return " ".join(self.phrase)


@dataclass(frozen=True, slots=True)
class Grouping:
    niches: tuple[Niche, ...]
    phrases: Phrases
    people: frozenset[str]
    """Whom this market gives gifts to."""

    def says(self, offer: int, niche: Niche, words: Sequence[Run]) -> list[Run]:
        """Which of a niche's words an offer says."""
        said = {self.phrases.all[phrase] for phrase in self.phrases.said[offer]}
        return [word for word in words if not said.isdisjoint((word, niche.phrase + word, word + niche.phrase))]


def group(offers: Sequence[Said], *, enough: int = ENOUGH) -> Grouping:
    people = frozenset(whom for offer in offers for whom in offer.gift_for)
    titles = [offer.title for offer in offers]
    labels = [(*offer.labels, *_subjects(offer, people)) for offer in offers]
    phrases = find_phrases(titles, labels, shared_by=min(_SHARED_BY, enough))
    offers_of = phrases.by_phrase()
    counts = [len(those) for those in offers_of]
    niches = (
        Niche(phrases.all[phrase], tuple(those), _words(phrase, those, phrases, counts, people))
        for phrase, those in _settled(phrases, _ranked(phrases, offers_of, enough), counts, enough).items()
    )
    return Grouping(tuple(sorted(niches, key=lambda niche: niche.key)), phrases, people)


def _subjects(offer: Said, people: frozenset[str]) -> Iterator[Run]:
    return (run for perhaps in offer.perhaps if perhaps.whom not in people for run in perhaps.runs)


@dataclass(frozen=True, slots=True)
class _Candidate:
    telling: float
    within: tuple[int, ...]
    """Wider phrases that nearly all of its offers say, too."""


def _ranked(phrases: Phrases, offers_of: Sequence[Sequence[int]], enough: int) -> dict[int, int]:
    """The place of each phrase that may name a niche, the most telling one's being the lowest."""
    counts = [len(those) for those in offers_of]
    candidates = {
        phrase: _candidate(phrase, phrases, offers_of)
        for phrase, those in enumerate(offers_of)
        if len(those) >= enough and _entitled(phrase, phrases, counts)
    }
    telling = {phrase: candidate.telling for phrase, candidate in candidates.items()}
    names = [
        phrase
        for phrase, candidate in candidates.items()
        if all(telling.get(wider, 0.0) < _AS_TELLING * candidate.telling for wider in candidate.within)
    ]
    # Ties go to the phrase that more offers say, then to the alphabet: the same market is grouped the same every day.
    names.sort(key=lambda phrase: (-telling[phrase], -len(offers_of[phrase]), phrase))
    return {phrase: place for place, phrase in enumerate(names)}


def _candidate(phrase: int, phrases: Phrases, offers_of: Sequence[Sequence[int]]) -> _Candidate:
    """The mean squared cosine of a phrase and what stands beside it, more for a phrase that is said more.

    Squared, the cosine is how often one is said with the other, times how often the other is said with the one.
    """
    beside: Counter[int] = Counter()
    for offer in offers_of[phrase]:
        beside.update(phrases.said[offer])
    count, own = len(offers_of[phrase]), set(phrases.all[phrase])
    weight = agreement = 0.0
    within: list[int] = []
    for other, both in beside.items():
        if not own.isdisjoint(phrases.all[other]):
            continue
        weight += both
        agreement += both * both * both / (count * len(offers_of[other]))
        if both >= _WITHIN * count and len(offers_of[other]) > count:
            within.append(other)
    return _Candidate(agreement / weight * log(count) if weight else 0.0, tuple(within))


def _settled(phrases: Phrases, rank: dict[int, int], counts: Sequence[int], enough: int) -> dict[int, list[int]]:
    """Offers go where they fit best. What too few chose dissolves, and its offers go where they fit next best."""
    wishes = [sorted((phrase for phrase in said if phrase in rank), key=rank.__getitem__) for said in phrases.said]
    while True:
        members: dict[int, list[int]] = {}
        for offer, wished in enumerate(wishes):
            if wished:
                members.setdefault(wished[0], []).append(offer)
        small = {phrase for phrase, those in members.items() if len(those) < max(enough, _OF_ITS_OWN * counts[phrase])}
        if not small:
            return members
        wishes = [[phrase for phrase in wished if phrase not in small] for wished in wishes]


def _words(
    niche: int, members: Sequence[int], phrases: Phrases, counts: Sequence[int], people: frozenset[str]
) -> tuple[Run, ...]:
    """What the niche says often and others seldom."""
    here = Counter(phrase for offer in members for phrase in phrases.said[offer])
    telling: dict[Run, float] = {}
    for phrase, both in here.items():
        run = _besides(phrases.all[niche], phrases.all[phrase])
        if run and both >= _SHARED_BY and " ".join(run) not in people and _entitled(phrase, phrases, counts):
            telling[run] = max(telling.get(run, 0.0), both * both / counts[phrase])
    words: list[Run] = []
    for run in sorted(telling, key=lambda run: (-telling[run], run)):
        if not any(set(run).issubset(longer) for longer in words):
            words.append(run)
    return tuple(words[:_MOST_WORDS])


def _besides(niche: Run, phrase: Run) -> Run:
    """A sauna's ladle is a ladle; but no other piece of a niche's name is one of its words."""
    if phrase[: len(niche)] == niche:
        return phrase[len(niche) :]
    if phrase[-len(niche) :] == niche:
        return phrase[: -len(niche)]
    return phrase if set(niche).isdisjoint(phrase) else ()


def _entitled(phrase: int, phrases: Phrases, counts: Sequence[int]) -> bool:
    return phrases.titles[phrase] >= _IN_TITLES * counts[phrase]
