"""What one offer says of its looks and of whom it is for, each with the words it says so with.

Phrases are found word by word, the longest first, and a word belongs to one phrase: “rose gold” is not gold, Mother's
Day names no mother, and nothing is said across the dash of a title. A colour is the offer's when a thing has it or it
stands for itself: an orange mug is orange, an orange cat is a cat.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from wareloom.trends.patterns.entries import Asks, Entry, Meaning, Role, by_first_word, token
from wareloom.trends.patterns.lexicon.products import FOR
from wareloom.trends.wording.words import parts, spans

Told = dict[str, dict[str, str]]
"""By kind, each value and the first words that said it; what it is stands under “product”."""

COLOUR_FIELDS = ("colour", "color", "Colour", "Color")
"""Of an offer's details."""
_MOST_TAGS = 100
_LONGEST_TAG = 60
_JOINS = frozenset({"and", "und", "et", "y", "e", "dan", "or", "n", "oder", "ou"})
_ARTICLES = frozenset({"a", "an", "the", "your", "my", "our", "his", "her", "their", "this", "any", "every", "all"})
_LITTLE = _JOINS | _ARTICLES | FOR | {"that", "with", "in", "on", "from", "of", "by", "to", "de", "la", "le", "el"}
_AS_FAR_AS_FOR = 4


class _Piece(NamedTuple):
    text: str
    words: tuple[str, ...]
    meanings: tuple[Meaning, ...]

    def as_a(self, role: Role) -> Meaning | None:
        return next((meaning for meaning in self.meanings if meaning.role == role), None)

    @property
    def leads_on(self) -> bool:
        return not self.meanings and self.words[0] in _JOINS | _ARTICLES

    @property
    def is_little(self) -> bool:
        return not self.meanings and self.words[0] in _LITTLE


class _Heard(NamedTuple):
    role: Role
    value: str
    text: str


def hear(title: str, tags: Sequence[str], category: str | None, *, colour: str | None = None) -> Told:
    """`colour` is what a field of that name says."""
    told: Told = {}
    for heard in (*_titled(title), *_labelled(tags, category), *_in_field(colour or "")):
        told.setdefault(heard.role, {}).setdefault(heard.value, heard.text)
    if "product" in told:
        # A shirt's cutting file is a file; else what the title names first is what is sold.
        named = told["product"]
        what = "digital file" if "digital file" in named else next(iter(named))
        told["product"] = {what: named[what]}
    return told


def _titled(title: str) -> Iterator[_Heard]:
    for part in parts(title):
        yield from _in_part(part)


def _labelled(tags: Sequence[str], category: str | None) -> Iterator[_Heard]:
    for label in (*tags[:_MOST_TAGS], category or ""):
        if len(label) <= _LONGEST_TAG:
            yield from _titled(label)


def _in_field(said: str) -> Iterator[_Heard]:
    """A field for a colour needs nothing else to be believed."""
    for part in parts(said):
        for piece in _pieces(part):
            if meaning := piece.as_a("colour"):
                yield _Heard("colour", meaning.value, piece.text)


@lru_cache(maxsize=50_000)
def _in_part(part: str) -> tuple[_Heard, ...]:
    pieces = _pieces(part)
    return tuple(
        _Heard(meaning.role, meaning.value, piece.text)
        for here, piece in enumerate(pieces)
        for meaning in piece.meanings
        if meaning.role in _HOLDS and _HOLDS[meaning.role](pieces, here, meaning.asks)
    )


def _pieces(part: str) -> tuple[_Piece, ...]:
    found = list(spans(part))
    words = [token(match.group()) for match in found]
    pieces: list[_Piece] = []
    here = 0
    while here < len(words):
        entry = _known(words, here)
        end = here + (len(entry.words) if entry else 1)
        text = part[found[here].start() : found[end - 1].end()]
        pieces.append(_Piece(text, tuple(words[here:end]), entry.meanings if entry else ()))
        here = end
    return tuple(pieces)


def _known(words: Sequence[str], here: int) -> Entry | None:
    return next(
        (e for e in by_first_word().get(words[here], ()) if tuple(words[here : here + len(e.words)]) == e.words), None
    )


def _of_itself(_pieces: Sequence[_Piece], _here: int, asks: Asks) -> bool:
    return asks is Asks.NOTHING


def _of_somebody(pieces: Sequence[_Piece], here: int, asks: Asks) -> bool:
    if asks is not Asks.COMPANY:
        return asks is Asks.NOTHING
    after = pieces[here + 1] if here + 1 < len(pieces) else None
    return bool(after and (after.as_a("gift") or after.as_a("product"))) or _is_given(pieces[:here])


def _is_given(before: Sequence[_Piece]) -> bool:
    """“for mom and him” is for him, too; “for cats on a boy's mug” is not for the boy."""
    for piece in reversed(before[-_AS_FAR_AS_FOR:]):
        if piece.words[0] in FOR:
            return True
        if not (piece.leads_on or piece.as_a("recipient") or piece.as_a("between")):
            return False
    return False


def _of_a_thing(pieces: Sequence[_Piece], here: int, asks: Asks) -> bool:
    start, end = _run(pieces, here)
    asked = min(asks, *(said.asks for piece in pieces[start:end] if (said := piece.as_a("colour"))))
    if len(pieces[here].words) > 1:
        return True  # nobody says “navy blue” of a whale
    after = next((p for p in pieces[end:] if not p.as_a("between") or p.as_a("product")), None)
    before = pieces[start - 1] if start else None
    if after and after.as_a("called"):
        return True
    if after and after.as_a("product"):
        return asked < Asks.A_NAME
    if after and not after.is_little:
        return False
    if asked is Asks.NOTHING:
        return True
    return bool(before and (before.words == ("in",) or (asked < Asks.A_NAME and before.as_a("product"))))


def _run(pieces: Sequence[_Piece], here: int) -> tuple[int, int]:
    """Colours that stand together: black, white and orange."""
    start, end = here, here + 1
    while start and (pieces[start - 1].as_a("colour") or _joins(pieces, start - 1)):
        start -= 1
    while end < len(pieces) and (pieces[end].as_a("colour") or _joins(pieces, end)):
        end += 1
    return start, end


def _joins(pieces: Sequence[_Piece], here: int) -> bool:
    beside = (pieces[place] for place in (here - 1, here + 1) if 0 <= place < len(pieces))
    colours = [piece for piece in beside if piece.as_a("colour")]
    return len(colours) == 2 and not pieces[here].meanings and pieces[here].words[0] in _JOINS


def _of_what_it_is(pieces: Sequence[_Piece], here: int, asks: Asks) -> bool:
    return asks is Asks.NOTHING or here == len(pieces) - 1


_HOLDS = {
    "colour": _of_a_thing,
    "tone": _of_itself,
    "occasion": _of_somebody,
    "recipient": _of_somebody,
    "product": _of_what_it_is,
}
