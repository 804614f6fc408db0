"""For whom a niche is and how it looks, by what its offers say, with how many of them say so."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wareloom.trends.wording.said import Said

_MOST = 12
_SAID_BY = 2


@dataclass(frozen=True, slots=True)
class Count:
    word: str
    offers: int


def audience(offers: Iterable[Said], people: frozenset[str]) -> list[Count]:
    """`people` is what names people anywhere in the market: a tag “night owls” alone does not say that it does."""
    return _counted(_whom(offer, people) for offer in offers)


def styles(offers: Iterable[Said], *, besides: str) -> list[Count]:
    """Without a style that the niche is named for: every offer of “retro camping” says retro."""
    named = set(besides.casefold().split())
    return _counted({style for style in offer.styles if named.isdisjoint(style.split())} for offer in offers)


def _whom(offer: Said, people: frozenset[str]) -> set[str]:
    perhaps = {perhaps.whom for perhaps in offer.perhaps}
    return {*offer.people, *offer.gift_for, *(perhaps & people)}


def _counted(said: Iterable[set[str]]) -> list[Count]:
    count = Counter(word for words in said for word in words)
    return _first([Count(word, offers) for word, offers in count.items() if offers >= _SAID_BY])


def _first(counts: Sequence[Count]) -> list[Count]:
    return sorted(counts, key=lambda one: (-one.offers, one.word))[:_MOST]
