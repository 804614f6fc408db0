"""Where to look for an offer's likes. Two offers are compared only if the keys that they share weigh enough: so never
all with all, and not everything that speaks of one niche."""

import hashlib
from collections.abc import Iterator, Mapping
from itertools import combinations

from wareloom.market.matching.likeness import Likeness
from wareloom.market.matching.wording import is_model, weight

_SAYING = 7
"""Of a title's words that say most: every two of them are a key, which is rare where one alone is not."""
ENOUGH = 3
"""Three words that both say are three keys."""
_LEAST = 0.5
_BITS, _BAND = 64, 16
"""Pictures that differ in up to three bits share a band of sixteen for certain, and many that differ in more."""


def keys(likeness: Likeness) -> dict[int, int]:
    """Each with its weight. They are numbers of 64 bits with a sign, which PostgreSQL compares fastest."""
    return {_number(spelled): weighs for spelled, weighs in _spelled(likeness)}


def lead_together(one: Mapping[int, int], other: Mapping[int, int]) -> bool:
    """As the search in the database has it."""
    return sum(max(one[key], other[key]) for key in one.keys() & other.keys()) >= ENOUGH


def _spelled(likeness: Likeness) -> Iterator[tuple[str, int]]:
    yield from ((f"{kind} {number}", ENOUGH) for kind, number in likeness.numbers)
    telling = (word for word in likeness.wording.words if weight(word) >= _LEAST)
    words = sorted(telling, key=lambda word: (-weight(word), -len(word), word))[:_SAYING]
    # Who says two things only is found by the two.
    weighs = ENOUGH if len(words) == 2 else 1
    yield from ((f"words {' '.join(pair)}", weighs) for pair in combinations(sorted(words), 2))
    yield from ((f"model {word}", ENOUGH) for word in words if is_model(word))
    if likeness.picture is not None:
        for start in range(0, _BITS, _BAND):
            yield f"picture {start} {(likeness.picture >> start) & (2**_BAND - 1)}", ENOUGH


def _number(spelled: str) -> int:
    return int.from_bytes(hashlib.blake2b(spelled.encode(), digest_size=8).digest(), signed=True)
