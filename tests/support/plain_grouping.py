"""Grouping as one would write it down: sets, counters and sorted lists, one offer at a time, with no thought for room.

What `wareloom.trends.niche` does in arrays must come out as it does here.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import log, prod

from wareloom.trends.wording.said import Run, Said

_ENOUGH, _SHARED_BY = 5, 2
Found = dict[str, tuple[list[int], tuple[Run, ...]]]
"""By key: the places of its offers, and its words."""


class PlainMarket:
    def __init__(self, offers: Sequence[Said]) -> None:
        self.people = frozenset(whom for offer in offers for whom in offer.gift_for)
        titles = [offer.title for offer in offers]
        everything = [(*offer.title, *offer.labels, *self._subjects(offer)) for offer in offers]
        phrases = _whole(_frequent(everything))
        self.said = [phrases & _all_grams(runs) for runs in everything]
        self.offers_of: dict[Run, list[int]] = {phrase: [] for phrase in phrases}
        for offer, said in enumerate(self.said):
            for phrase in said:
                self.offers_of[phrase].append(offer)
        self._in_titles = Counter(phrase for title in titles for phrase in phrases & _all_grams(title))

    def found(self) -> Found:
        members = self._settled(self._ranked())
        return {" ".join(phrase): (those, self._words(phrase, those)) for phrase, those in members.items()}

    def _subjects(self, offer: Said) -> Iterator[Run]:
        return (run for perhaps in offer.perhaps if perhaps.whom not in self.people for run in perhaps.runs)

    def _entitled(self, phrase: Run) -> bool:
        return self._in_titles[phrase] >= 0.2 * len(self.offers_of[phrase])

    def _ranked(self) -> list[Run]:
        candidates = [one for one, those in self.offers_of.items() if len(those) >= _ENOUGH and self._entitled(one)]
        judged = {one: self._judged(one) for one in candidates}
        telling = {one: how for one, (how, _within) in judged.items()}
        names = [
            one for one, (how, within) in judged.items() if all(telling.get(wider, 0.0) < 0.7 * how for wider in within)
        ]
        return sorted(names, key=lambda one: (-telling[one], -len(self.offers_of[one]), one))

    def _judged(self, phrase: Run) -> tuple[float, list[Run]]:
        """How telling it is, and the wider phrases that nearly all of its offers say, too."""
        beside = Counter(other for offer in self.offers_of[phrase] for other in self.said[offer])
        count, weight, agreement = len(self.offers_of[phrase]), 0.0, 0.0
        within: list[Run] = []
        for other, both in sorted(beside.items()):
            if not set(phrase).isdisjoint(other):
                continue
            weight += both
            agreement += both**3 / (count * len(self.offers_of[other]))
            if both >= 0.9 * count and len(self.offers_of[other]) > count:
                within.append(other)
        return round(agreement / weight * log(count), 9) if weight else 0.0, within

    def _settled(self, names: Sequence[Run]) -> dict[Run, list[int]]:
        place = {phrase: at for at, phrase in enumerate(names)}
        wishes = [sorted((one for one in said if one in place), key=place.__getitem__) for said in self.said]
        while True:
            members: dict[Run, list[int]] = {}
            for offer, wished in enumerate(wishes):
                if wished:
                    members.setdefault(wished[0], []).append(offer)
            needed = {one: max(_ENOUGH, 0.25 * len(self.offers_of[one])) for one in members}
            small = {one for one, those in members.items() if len(those) < needed[one]}
            if not small:
                return members
            wishes = [[one for one in wished if one not in small] for wished in wishes]

    def _words(self, niche: Run, members: Sequence[int]) -> tuple[Run, ...]:
        here = Counter(phrase for offer in members for phrase in self.said[offer])
        telling: dict[Run, float] = {}
        for phrase, both in here.items():
            run = _besides(niche, phrase)
            if run and both >= _SHARED_BY and " ".join(run) not in self.people and self._entitled(phrase):
                telling[run] = max(telling.get(run, 0.0), both * both / len(self.offers_of[phrase]))
        words: list[Run] = []
        for run in sorted(telling, key=lambda run: (-telling[run], run)):
            if not any(set(run).issubset(longer) for longer in words):
                words.append(run)
        return tuple(words[:32])


def _besides(niche: Run, phrase: Run) -> Run:
    if phrase[: len(niche)] == niche:
        return phrase[len(niche) :]
    if phrase[-len(niche) :] == niche:
        return phrase[: -len(niche)]
    return phrase if set(niche).isdisjoint(phrase) else ()


def _all_grams(runs: Sequence[Run]) -> set[Run]:
    return {gram for size in (1, 2, 3) for run in runs for gram in _grams(run, size)}


def _grams(run: Run, size: int) -> Iterator[Run]:
    return (run[start : start + size] for start in range(len(run) - size + 1))


def _frequent(offers: Sequence[Sequence[Run]]) -> dict[Run, int]:
    counts = Counter(gram for runs in offers for gram in _all_grams(runs))
    return {gram: count for gram, count in counts.items() if count >= _SHARED_BY}


def _whole(frequent: dict[Run, int]) -> set[Run]:
    held: set[Run] = set()
    for gram in sorted(frequent, key=len):
        halves = _halves(gram)
        near = frequent[gram] ** 2 >= 0.15 * prod(frequent[half] for half in halves)
        if not halves or (near and held.issuperset(halves)):
            held.add(gram)
    return held - {half for gram in held for half in _halves(gram) if frequent[gram] >= 0.8 * frequent[half]}


def _halves(gram: Run) -> tuple[Run, ...]:
    return (gram[:-1], gram[1:]) if len(gram) > 1 else ()
