"""What one offer says in its title, tags and category: what it is about, how it looks and for whom it is."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from wareloom.trends.wording.lexicon import Kind, entries, occasions, trades
from wareloom.trends.wording.words import normal, parts, read_words

Run = tuple[str, ...]
"""Words that stand side by side, with nothing between them that is not about the subject."""

Pieces = tuple["_Piece", ...]

_MOST_TAGS = 100
_LONGEST_TAG = 60
_MOST_WORDS_FOR_WHOM = 3
# What a shop keeps for its own machines: “colour => grey”, “YGroup_strider”.
_BOOKKEEPING = re.compile(r"[_=:<>{}\\/|#]")


@dataclass(frozen=True, slots=True)
class Perhaps:
    """A whole tag, or what follows “tee for”: people, where the market gives gifts to them, and else a subject."""

    whom: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Said:
    title: tuple[Run, ...]
    labels: tuple[Run, ...]
    """From its tags and its category."""
    perhaps: tuple[Perhaps, ...]
    styles: frozenset[str]
    people: frozenset[str]
    gift_for: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word, or an entry of the lexicon; `kind` is None for a word of its own."""

    kind: Kind | None
    words: Run
    name: str


def said(title: str, tags: Sequence[str], category: str | None) -> Said:
    hearing = _Hearing()
    for part in parts(title):
        hearing.title(_pieces(part))
    for tag in tags[:_MOST_TAGS]:
        hearing.also(_tagged(tag))
    hearing.also(_filed(category or ""))
    return hearing.heard()


@lru_cache(maxsize=20_000)
def _tagged(tag: str) -> Said:
    """Tags repeat themselves from offer to offer: most are heard once."""
    hearing = _Hearing()
    if len(tag) <= _LONGEST_TAG and not _BOOKKEEPING.search(tag):
        hearing.tag(tag)
    return hearing.heard()


@lru_cache(maxsize=5_000)
def _filed(category: str) -> Said:
    hearing = _Hearing()
    for part in parts(category):
        hearing.label(_pieces(part))
    return hearing.heard()


@lru_cache(maxsize=50_000)
def _pieces(part: str) -> Pieces:
    words = [normal(word) for word in read_words(part)]
    begin = entries()
    pieces: list[_Piece] = []
    here = 0
    while here < len(words):
        piece = (_known(words, here) if words[here] in begin else None) or _alone(words[here])
        pieces.append(piece)
        here += len(piece.words)
    return tuple(pieces)


def _known(words: list[str], here: int) -> _Piece | None:
    for entry, kind, name in entries()[words[here]]:
        if tuple(words[here : here + len(entry)]) == entry:
            return _Piece(kind, entry, name)
    return None


@lru_cache(maxsize=100_000)
def _alone(word: str) -> _Piece:
    # A number, or a letter on its own, is about nothing.
    own = (word.isalpha() and len(word) > 1) or _spelled(word)
    return _Piece(None if own else Kind.STOP, (word,), word)


def _spelled(word: str) -> bool:
    """Scripts with vowel signs are not `isalpha`."""
    return len(word) > 1 and word[0].isalpha() and not any(letter.isdigit() for letter in word)


class _Hearing:
    def __init__(self) -> None:
        self._title: dict[Run, None] = {}
        self._labels: dict[Run, None] = {}
        self._perhaps: dict[Perhaps, None] = {}
        self._styles: set[str] = set()
        self._people: set[str] = set()
        self._gift_for: set[str] = set()

    def heard(self) -> Said:
        title, labels, perhaps = tuple(self._title), tuple(self._labels), tuple(self._perhaps)
        styles, people, gift_for = frozenset(self._styles), frozenset(self._people), frozenset(self._gift_for)
        return Said(title, labels, perhaps, styles, people, gift_for)

    def also(self, other: Said) -> None:
        self._labels |= dict.fromkeys(other.labels)
        self._perhaps |= dict.fromkeys(other.perhaps)
        self._styles |= other.styles
        self._people |= other.people
        self._gift_for |= other.gift_for

    def title(self, pieces: Pieces) -> None:
        self._title |= dict.fromkeys(self._subjects(self._but_for_whom(pieces)))

    def label(self, pieces: Pieces) -> None:
        self._labels |= dict.fromkeys(self._subjects(self._but_for_whom(pieces)))

    def tag(self, tag: str) -> None:
        for part in parts(tag):
            pieces = _pieces(part)
            words = tuple(word for piece in pieces for word in piece.words)
            if all(piece.kind in (None, Kind.PEOPLE) for piece in pieces):
                self._perhaps[Perhaps(" ".join(words), tuple(self._subjects(pieces)))] = None
                if words[-1:] and words[-1] in trades() and not part.casefold().endswith(words[-1]):
                    self._people.add(" ".join(words))
            else:
                self.label(pieces)

    def _but_for_whom(self, pieces: Pieces) -> Pieces:
        """Without “gift for nurses”; what is said of them is kept."""
        for here in range(1, len(pieces)):
            if pieces[here].words != ("for",):
                continue
            whom, end = _whom(pieces, here + 1)
            if whom and self._is_for(pieces[here - 1], whom):
                return pieces[: here + 1] + self._but_for_whom(pieces[end:])
        return pieces

    def _is_for(self, before: _Piece, whom: Pieces) -> bool:
        words = " ".join(word for piece in whom for word in piece.words)
        if words in occasions():
            return False
        if before.name.startswith(("gift", "present")):
            self._gift_for.add(words)
            return True
        if before.kind is Kind.PRODUCT:
            self._perhaps[Perhaps(words, tuple(self._subjects(whom)))] = None
            return True
        return False

    def _subjects(self, pieces: Iterable[_Piece]) -> Iterator[Run]:
        run: list[str] = []
        for piece in pieces:
            if piece.kind is None:
                run.append(piece.name)
                continue
            if piece.kind is Kind.STYLE:
                self._styles.add(piece.name)
            elif piece.kind is Kind.PEOPLE:
                self._people.add(" ".join((*run[-2:], *piece.words)))
            if run:
                yield tuple(run)
                run = []
        if run:
            yield tuple(run)


def _whom(pieces: Pieces, start: int) -> tuple[Pieces, int]:
    """Those after “for”, and where they end."""
    while start < len(pieces) and pieces[start].kind is Kind.STOP:
        start += 1
    end = start
    while end < len(pieces) and pieces[end].kind in (None, Kind.PEOPLE) and end - start < _MOST_WORDS_FOR_WHOM:
        end += 1
    return pieces[start:end], end
