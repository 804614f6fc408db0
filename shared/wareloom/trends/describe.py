"""What there is to say of each niche: its name, its words, its figures, its audience and its styles."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from wareloom.trends.audience import Count, audience, styles
from wareloom.trends.niche import Grouping, Niche, group
from wareloom.trends.score import Figures, figures
from wareloom.trends.wording.heard import Heard
from wareloom.trends.wording.naming import motifs, name, occurrences, spellings
from wareloom.trends.wording.said import Run, said

_MOST_WORDS = 16
READ_FOR_SPELLING = 100
"""Offers of a niche. How it is spelled shows in these as well as in all."""


@dataclass(frozen=True, slots=True)
class MarketOffer:
    """What grouping and scoring need of an offer, and no more: there are many."""

    id: UUID
    marketplace: str
    title: str
    tags: Sequence[str]
    category: str | None
    price: Decimal | None
    currency: str | None
    rating: Decimal | None
    reviews_count: int | None


@dataclass(frozen=True, slots=True)
class Described:
    key: str
    name: str
    words: list[str]
    figures: Figures
    audience: list[Count]
    styles: list[Count]
    evidence: list[tuple[MarketOffer, list[str]]]
    """Its offers, each with the words that put it here."""


def describe(offers: Sequence[MarketOffer]) -> Iterator[Described]:
    """The same offers in the same order are described the same, whatever the day."""
    heard = Heard()
    for offer in offers:
        heard.hear(said(offer.title, offer.tags, offer.category))
    grouping = group(heard)
    return (described(niche, grouping, [offers[place] for place in niche.places]) for niche in grouping.niches)


def described(niche: Niche, grouping: Grouping, members: Sequence[MarketOffer]) -> Described:
    """`members` are the niche's offers, in their order. Only the first of them need to tell their words."""
    whom = audience(grouping.heard, niche.members)
    people = {tuple(one.word.split()) for one in whom}
    all_words = grouping.words(niche)
    read = (text for offer in members[:READ_FOR_SPELLING] for text in (offer.title, *offer.tags))
    said = occurrences(read, {niche.phrase, *people, *all_words})
    called = name(niche.phrase, said)
    spelled_whom = spellings(people, said)
    spelled = spellings([niche.phrase], said) | motifs(all_words, said, but=niche.phrase)
    words = _chosen(all_words, spelled)
    return Described(
        key=niche.key,
        name=called,
        words=[spelled[word] for word in words],
        figures=figures(members),
        audience=[Count(spelled_whom[tuple(one.word.split())], one.offers) for one in whom],
        styles=styles(grouping.heard, niche.members, besides=called),
        evidence=[
            (offer, [spelled[word] for word in grouping.says(place, niche, [niche.phrase, *words])])
            for place, offer in zip(niche.places, members, strict=True)
        ],
    )


def _chosen(words: Sequence[Run], spelled: Mapping[Run, str]) -> list[Run]:
    """No word that is only a piece of another before it: what is “long snoot” need not be “snoot”, too."""
    chosen: list[Run] = []
    for word in words:
        pieces = set(spelled[word].split())
        if not any(pieces.issubset(spelled[other].split()) for other in chosen):
            chosen.append(word)
    return chosen[:_MOST_WORDS]
