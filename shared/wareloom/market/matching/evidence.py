"""What speaks for and against two offers being one product. Symmetric: nobody comes first."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import log

from wareloom.market.matching.likeness import Likeness
from wareloom.market.matching.measures import Quantities
from wareloom.market.matching.wording import Wording, weight

_TOLD = 8
"""How many words are told as examples."""
_ADDED = 0.35
"""What only one side says counts less than what each says in the other's stead: shops add words and leave words out."""
_SAYS_ENOUGH, _MOST_INSTEAD = 4.0, 4.0
_UNLIKE = 16
"""Bits of 64: pictures further apart than this are simply different ones."""
_TOLERANCE = 0.06
"""A mug of 11 ounces is sold as one of 325 and of 330 millilitres."""
_WORD = 2**64 - 1
_DECIDING = frozenset({"gtin", "mpn"})
"""Two offers with different ones are two products; another ASIN may be the same product listed twice."""


@dataclass(frozen=True)
class Evidence:
    identifier: str | None
    """The kind of number that both carry, which then decides."""
    title: float
    information: float
    """How much the shared words say: “funny gift mug” twice is no evidence."""
    instead: float
    """How much each says that the other does not: one more word is nothing, another word in its stead is much."""
    picture: int | None
    """Bits of 64 that differ."""
    price_ratio: float | None
    agrees: frozenset[str]
    contradicts: frozenset[str]
    shared: tuple[str, ...] = ()
    only_one: tuple[str, ...] = ()

    @property
    def picture_likeness(self) -> float:
        return 0.0 if self.picture is None else max(0.0, 1 - self.picture / _UNLIKE)

    @property
    def price_gap(self) -> float:
        """0 while prices are within a factor of two of each other: shops differ, and so do their days."""
        return 0.0 if self.price_ratio is None else min(4.0, max(0.0, log(self.price_ratio) - log(2)))


def compare(one: Likeness, other: Likeness) -> Evidence:
    shared, apart = one.wording.words & other.wording.words, one.wording.words ^ other.wording.words
    known = one.numbers & other.numbers
    lacking = _lacking(one.wording, other.wording)
    return Evidence(
        identifier=min((kind for kind, _ in known), default=None),
        title=_similarity(_heft(shared), *lacking),
        information=min(1.0, _heft(shared) / _SAYS_ENOUGH),
        instead=min(_MOST_INSTEAD, lacking[0]),
        picture=_distance(one.picture, other.picture),
        price_ratio=_ratio(one, other),
        agrees=frozenset(_agreements(one, other)),
        contradicts=frozenset(_contradictions(one, other)),
        shared=_heaviest(shared),
        only_one=_heaviest(apart),
    )


def _lacking(one: Wording, other: Wording) -> tuple[float, float]:
    """What each says alone, the lesser first."""
    less, more = sorted(_heft(words) for words in (one.words - other.words, other.words - one.words))
    return less, more


def _similarity(both: float, less: float, more: float) -> float:
    """Tversky's index, its two sides made symmetric."""
    whole = both + less + _ADDED * (more - less)
    return both / whole if whole else 0.0


def _heft(words: frozenset[str]) -> float:
    return sum(weight(word) for word in sorted(words))


def _heaviest(words: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (-weight(word), word))[:_TOLD])


def _distance(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else ((one ^ other) & _WORD).bit_count()


def _ratio(one: Likeness, other: Likeness) -> float | None:
    if not one.price_usd or not other.price_usd:
        return None
    low, high = sorted((one.price_usd, other.price_usd))
    return float(high / low)


def _agreements(one: Likeness, other: Likeness) -> Iterator[str]:
    if one.brand and one.brand == other.brand:
        yield "brand"
    elif one.seller and one.seller == other.seller and one.marketplace != other.marketplace:
        yield "seller"
    if one.wording.kind and one.wording.kind == other.wording.kind:
        yield "kind"
    if one.colours & other.colours:
        yield "colour"
    if one.wording.models & other.wording.models:
        yield "model"
    if one.wording.quantities.pack == other.wording.quantities.pack > 1:
        yield "pack"


def _contradictions(one: Likeness, other: Likeness) -> Iterator[str]:
    mine, theirs = one.wording, other.wording
    people = mine.people | theirs.people
    found = {
        "kind": _differ(mine.kind, theirs.kind),
        "pack": mine.quantities.pack != theirs.quantities.pack,
        "measure": _sized_differently(mine.quantities, theirs.quantities),
        "number": _neither_holds_the_other(mine.quantities.numbers, theirs.quantities.numbers),
        "model": _disjoint(mine.models, theirs.models),
        "size": _disjoint(mine.sizes, theirs.sizes),
        "people": _disjoint(mine.people, theirs.people) and "unisex" not in people,
        "style": _disjoint(mine.styles, theirs.styles),
        "colour": _disjoint(one.colours, other.colours),
        "brand": _differ(one.brand, other.brand),
        # Which would not compete with itself.
        "shop": bool(one.seller) and one.seller == other.seller and one.marketplace == other.marketplace,
        "identifier": _numbered_differently(one, other),
    }
    return (name for name, holds in found.items() if holds)


def _differ(one: str | None, other: str | None) -> bool:
    return bool(one and other and one != other)


def _disjoint(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other and not one & other)


def _neither_holds_the_other(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and not (one <= other or other <= one)


def _sized_differently(one: Quantities, other: Quantities) -> bool:
    for unit in {unit for unit, _ in one.measures} & {unit for unit, _ in other.measures}:
        mine, theirs = ([amount for name, amount in side.measures if name == unit] for side in (one, other))
        if not any(abs(a - b) <= _TOLERANCE * max(a, b) for a in mine for b in theirs):
            return True
    return False


def _numbered_differently(one: Likeness, other: Likeness) -> bool:
    if one.numbers & other.numbers:
        return False
    kinds = [{kind for kind, _ in side.numbers} & _DECIDING for side in (one, other)]
    return bool(kinds[0] & kinds[1])
