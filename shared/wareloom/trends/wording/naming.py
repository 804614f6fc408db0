"""Spell counted phrases the way sellers mostly do: “night shift nurse” is a night-shift nurse."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from wareloom.trends.wording.lexicon import Kind, entries
from wareloom.trends.wording.said import Run
from wareloom.trends.wording.words import normal, parts, spans

_LONGEST = 4
_NOT_IN_NAMES = frozenset({Kind.STOP, Kind.GENERIC, Kind.PRODUCT})
_NOT_IN_MOTIFS = _NOT_IN_NAMES | {Kind.STYLE, Kind.PEOPLE, Kind.COLOUR}


@dataclass(frozen=True, slots=True)
class Text:
    """A part of a title, or a tag, in which a phrase was found."""

    text: str
    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Found:
    within: Text
    start: int
    end: int

    def spelled(self) -> str:
        first, last = self.within.places[self.start], self.within.places[self.end - 1]
        return " ".join(self.within.text[first[0] : last[1]].casefold().split())

    def beside(self, step: int) -> str | None:
        """The word before it (−1) or after it (1)."""
        place = self.start - 1 if step < 0 else self.end
        return self.within.words[place] if 0 <= place < len(self.within.words) else None

    def widened(self, step: int) -> "_Found":
        return _Found(self.within, self.start + min(step, 0), self.end + max(step, 0))


Occurrences = Mapping[Run, list[_Found]]


def occurrences(titles_and_tags: Iterable[str], phrases: Collection[Run]) -> Occurrences:
    """Where each phrase is said. What many say word for word, as tags are, is looked through once."""
    by_first: dict[str, list[Run]] = {}
    for phrase in phrases:
        by_first.setdefault(phrase[0], []).append(phrase)
    found: dict[Run, list[_Found]] = {}
    for part, times in Counter(part for one in titles_and_tags for part in parts(one)).items():
        for one in _in_text(_text(part), by_first):
            found.setdefault(one.within.words[one.start : one.end], []).extend([one] * times)
    return found


@lru_cache(maxsize=20_000)
def _text(part: str) -> Text:
    matches = list(spans(part))
    return Text(part, tuple(normal(m.group()) for m in matches), tuple(m.span() for m in matches))


def name(phrase: Run, said: Occurrences) -> str:
    """The phrase with the words that mostly stand beside it: all camping may be retro camping here."""
    spelled = _mostly(_widest(said.get(phrase, []), _NOT_IN_NAMES, often=0.6), phrase)
    return spelled[0].upper() + spelled[1:]


def motifs(phrases: Collection[Run], said: Occurrences, *, but: Collection[str]) -> dict[Run, str]:
    """The same for what a niche is about, `but` without the niche's own words."""
    return {
        phrase: _mostly(_widest(said.get(phrase, []), _NOT_IN_MOTIFS, often=0.8, but=but), phrase) for phrase in phrases
    }


def spellings(phrases: Collection[Run], said: Occurrences) -> dict[Run, str]:
    return {phrase: _mostly(said.get(phrase, []), phrase) for phrase in phrases}


def _widest(found: list[_Found], refused: frozenset[Kind], *, often: float, but: Collection[str] = ()) -> list[_Found]:
    """As long as one word stands before or after nearly all of them, it belongs to them."""
    while found and found[0].end - found[0].start < _LONGEST:
        for step in (-1, 1):
            beside = Counter(one.beside(step) for one in found)
            word, times = min(beside.items(), key=lambda item: (-item[1], item[0] or ""))
            if word and times >= often * len(found) and word not in but and not _kinds(word) & refused:
                found = [one.widened(step) for one in found if one.beside(step) == word]
                break
        else:
            break
    return found


@lru_cache(maxsize=50_000)
def _kinds(word: str) -> frozenset[Kind]:
    known = frozenset(kind for words, kind, _ in entries().get(word, ()) if words == (word,))
    return known if word.isalpha() and len(word) > 1 else known | {Kind.STOP}


def _mostly(found: Iterable[_Found], phrase: Run) -> str:
    spelled = Counter(one.spelled() for one in found)
    return min(spelled, key=lambda one: (-spelled[one], one)) if spelled else " ".join(phrase)


def _in_text(text: Text, by_first: Mapping[str, Sequence[Run]]) -> Iterator[_Found]:
    for start, word in enumerate(text.words):
        for phrase in by_first.get(word, ()):
            if text.words[start : start + len(phrase)] == phrase:
                yield _Found(text, start, start + len(phrase))
