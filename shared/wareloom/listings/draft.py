"""A listing's words: title, description and tags out of an idea, within what the channel takes."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from wareloom.kit.errors import Rejected
from wareloom.listings.channel import Limits
from wareloom.listings.price import Average, Price, price
from wareloom.listings.wording import cleaned, cut, distinct, joined, sentence

NAMES: Mapping[str, str] = {
    "tee": "T-Shirt",
    "hoodie": "Hoodie",
    "mug": "Mug",
    "poster": "Poster",
    "tote": "Tote Bag",
    "phone case": "Phone Case",
}
CARE: Mapping[str, str] = {
    "tee": "wash inside out in cold water, and do not iron the print",
    "hoodie": "wash inside out in cold water, and do not iron the print",
    "mug": "washing by hand keeps the print bright the longest",
    "poster": "keep it out of direct sun",
    "tote": "clean with a damp cloth, and do not iron the print",
    "phone case": "wipe clean with a soft, damp cloth",
}
DISCLOSURE = "The artwork was made with the help of AI and chosen by a person."
MADE_TO_ORDER = "Printed for you when you order."
MOST_TAGS, LONGEST_TAG = 20, 40
"""Where the channel names no limit."""
_NAMED_PRODUCT = re.compile(
    r"\b(t[- ]?shirts?|tees?|shirts?|hoodies?|sweatshirts?|mugs?|posters?|tote( bags?)?|(phone )?cases?|gifts?)\b", re.I
)
_NOT_IN_A_TAG = re.compile(r"[^\w\s'&-]|_")


@dataclass(frozen=True)
class Story:
    """What there is to tell."""

    slogan: str
    concept: str
    tags: tuple[str, ...]
    niche: str
    audience: tuple[str, ...]
    """“nurses”, “new dads”: the most likely first."""
    styles: tuple[str, ...]
    products: tuple[str, ...]
    drawn_by_model: bool
    """True when the art came from an image model: buyers are told."""


@dataclass(frozen=True)
class Draft:
    title: str
    description: str
    tags: tuple[str, ...]
    currency: str
    prices: Mapping[str, Price]

    @property
    def price_from(self) -> Decimal:
        return min(one.amount for one in self.prices.values())


def compose(story: Story, limits: Limits, *, currency: str, average: Average | None) -> Draft:
    if not story.products:
        raise Rejected("There is nothing to sell yet: choose a product for the design.")
    if unknown := sorted(set(story.products) - set(NAMES)):
        raise Rejected(f"Nobody knows how to sell a {unknown[0][:40]}.")
    return Draft(
        title=title(story, limits.title),
        description=description(story, limits.description),
        tags=tags(story, limits.tags, limits.tag),
        currency=currency,
        prices={product: price(product, currency, average) for product in dict.fromkeys(story.products)},
    )


def title(story: Story, most: int) -> str:
    """The fullest form that fits; where none does, the slogan gives way before the word for the product."""
    slogan, things = cleaned(story.slogan), _things(story.products)
    subject = _subject(story)
    for end in distinct(_ends(subject, things, story)):
        if slogan and len(whole := f"{slogan} – {end}") <= most:
            return whole
    end = f" – {things[0]}" if things else ""
    if slogan and most - len(end) >= min(len(slogan), 12):
        return cut(slogan, most - len(end)) + end
    return cut(slogan or " ".join(filter(None, [subject, *things[:1]])) or "Original Design", most)


def description(story: Story, most: int | None) -> str:
    """Whole paragraphs. What must be said is kept to the last; what is nice to know goes first."""
    told = [
        (2, _opening(story)),
        (4, _for_whom(story)),
        (3, _offered(story)),
        (5, _care(story)),
        (3, MADE_TO_ORDER),
        (1, DISCLOSURE if story.drawn_by_model else ""),
    ]
    kept = [(rank, text) for rank, text in told if text]
    while most is not None and len(kept) > 1 and len(_paragraphs(kept)) > most:
        # Of those that matter least, the last.
        kept.remove(max(reversed(kept), key=lambda one: one[0]))
    return _paragraphs(kept) if most is None else cut(_paragraphs(kept), most)


def tags(story: Story, most: int | None, longest: int | None) -> tuple[str, ...]:
    limit = LONGEST_TAG if longest is None else longest
    shortened = [_tag(text, limit) for text in _searched_for(story)]
    if len(cleaned(story.slogan)) <= limit:
        shortened.append(_tag(story.slogan, limit))  # half a slogan is searched for by nobody
    return tuple(distinct(filter(None, shortened))[: MOST_TAGS if most is None else most])


def _ends(subject: str, things: Sequence[str], story: Story) -> Iterator[str]:
    """What may stand after the slogan, the fullest first."""
    gift = "".join(f", Gift for {_capitals(people)}" for people in _audience(story)[:1] if things)
    everything, first = joined(things), "".join(things[:1])
    for thing in (everything, first):
        if subject and thing:
            yield f"{subject} {thing}{gift}"
            yield f"{subject} {thing}"
    for thing in (everything, first):
        if thing:
            yield f"{thing}{gift}"
            yield thing
    yield subject


def _things(products: Sequence[str]) -> list[str]:
    return [NAMES[product] for product in dict.fromkeys(products)]


def _subject(story: Story) -> str:
    """The niche without its words for a product, and not where the slogan says it already."""
    niche = cleaned(_NAMED_PRODUCT.sub(" ", cleaned(story.niche))).strip(" -–,&")
    said = cleaned(story.slogan).casefold().split()
    return "" if all(word in said for word in niche.casefold().split()) else _capitals(niche)


def _audience(story: Story) -> list[str]:
    return distinct(map(cleaned, story.audience))


def _capitals(text: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in text.split())


def _opening(story: Story) -> str:
    slogan, concept = cleaned(story.slogan), sentence(cleaned(story.concept))
    return "\n".join(filter(None, [f"“{slogan}”" if slogan else "", concept]))


def _for_whom(story: Story) -> str:
    people = joined(_audience(story)[:3])
    styles = joined(distinct(cleaned(style).lower() for style in story.styles)[:3])
    if people and styles:
        return f"Made for {people}, in a {styles} style."
    return f"Made for {people}." if people else f"Drawn in a {styles} style." if styles else ""


def _offered(story: Story) -> str:
    things = [NAMES[product].lower() for product in dict.fromkeys(story.products)]
    return f"Available as {joined([f'a {thing}' for thing in things], 'or')}." if things else ""


def _care(story: Story) -> str:
    by_care: dict[str, list[str]] = {}
    for product in dict.fromkeys(story.products):
        by_care.setdefault(CARE[product], []).append(NAMES[product].lower())
    lines = [f"• {sentence(f'{joined(things)}: {care}')}" for care, things in by_care.items()]
    return "\n".join(["Care:", *lines]) if lines else ""


def _paragraphs(kept: Sequence[tuple[int, str]]) -> str:
    return "\n\n".join(text for _, text in kept)


def _searched_for(story: Story) -> Iterator[str]:
    """What a buyer might type, the most telling first."""
    yield from story.tags
    yield story.niche
    niche = _NAMED_PRODUCT.sub(" ", cleaned(story.niche))
    for product in dict.fromkeys(story.products):
        yield f"{niche} {NAMES[product]}"
    for people in _audience(story):
        yield f"gift for {people}"
        yield people
    yield from story.styles


def _tag(text: str, longest: int) -> str:
    """Whole words only: half a word is searched for by nobody."""
    words = cleaned(_NOT_IN_A_TAG.sub(" ", cleaned(text))).lower().strip(" -'&")
    if len(words) <= longest:
        return words
    shorter = cut(words, longest) if " " in words[: longest + 1] else ""
    return shorter.strip(" -'&")
