"""An idea put together offline: a slogan by chance and taste, then everything that follows from it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

from wareloom.ideas.brief import Brief
from wareloom.ideas.grammar.expand import Derivation, Pattern, Unfilled
from wareloom.ideas.grammar.noun import Noun
from wareloom.ideas.grammar.scene import STYLES, concept, design_prompt
from wareloom.ideas.grammar.slogans import patterns
from wareloom.ideas.grammar.tags import tags
from wareloom.ideas.grammar.taste import sayable, score
from wareloom.ideas.grammar.terms import Terms, terms
from wareloom.ideas.grammar.titlecase import titled
from wareloom.ideas.grammar.vocabulary import vocabulary
from wareloom.ideas.idea import MOTIFS, IdeaDraft, IdeaSet
from wareloom.ideas.likeness import Known
from wareloom.ideas.palettes import Palette, suiting
from wareloom.ideas.products import PRODUCTS, Product
from wareloom.ideas.season import Occasion

_TASTED = 3
"""Slogans made for each one that is kept."""
_TRIES = 400

_SUITS: dict[str, tuple[Product, ...]] = {
    "dry": ("mug", "tee"),
    "calm": ("poster", "tote"),
    "warm": ("mug", "tote"),
    "bold": ("tee", "hoodie"),
    "minimal": ("poster", "tee"),
    "classic": ("hoodie", "tee"),
}


@dataclass(frozen=True)
class Line:
    """A slogan, with what it was made by and of."""

    slogan: str
    pattern: Pattern
    nouns: tuple[Noun, ...]


def composed(brief: Brief, wanted: int, avoid: Iterable[str], rng: Random) -> IdeaSet:
    """As many ideas as are wanted, or fewer where the brief has too few words for that many different ones."""
    # The same draw must not bring every trend the same figure of speech.
    rng = Random(f"{rng.getrandbits(64)} {brief.niche} {brief.words}")  # noqa: S311 - variety, no secret
    found = terms(brief)
    ideas: list[IdeaDraft] = []
    used: list[Palette] = []
    for line in lines(found, wanted, avoid, rng):
        style = _style(brief, [idea.style for idea in ideas], rng)
        palette = suiting(style, brief.season.name, rng, without=[each.name for each in used], colours=brief.colours)
        used.append(palette)
        ideas.append(_idea(brief, found, line, style, palette, rng))
    return IdeaSet(ideas=ideas)


def lines(found: Terms, wanted: int, avoid: Iterable[str], rng: Random) -> list[Line]:
    known, kept = Known(avoid), list[Line]()
    for attempt in range(_TRIES):
        if len(kept) == wanted:
            break
        # Families differ within a set as long as there are any left.
        fresh = _fresh(kept, by_family=attempt < _TRIES // 2)
        line = _tasty(found, fresh, kept, rng)
        if line and not known.match(line.slogan):
            known.add(line.slogan)
            kept.append(line)
    return kept


def _fresh(kept: Sequence[Line], *, by_family: bool) -> list[Pattern]:
    if by_family:
        families = {line.pattern.family for line in kept}
        return [each for each in patterns() if each.family not in families]
    texts = {line.pattern.text for line in kept}
    return [each for each in patterns() if each.text not in texts] or list(patterns())


def _tasty(found: Terms, fresh: Sequence[Pattern], kept: Sequence[Line], rng: Random) -> Line | None:
    said = {noun for line in kept for noun in line.nouns}
    made = [line for _ in range(_TASTED) if (line := _line(found, rng.choice(fresh), rng))]
    return max(made, key=lambda line: score(line.slogan) - 2 * len(said & set(line.nouns)), default=None)


def _line(found: Terms, pattern: Pattern, rng: Random) -> Line | None:
    derivation = Derivation(found, vocabulary(), rng)
    try:
        slogan = titled(derivation.text(pattern.text))
    except Unfilled:
        return None
    return Line(slogan, pattern, tuple(derivation.nouns.values())) if sayable(slogan) else None


def _idea(brief: Brief, found: Terms, line: Line, style: str, palette: Palette, rng: Random) -> IdeaDraft:
    drawn, mood = _drawn(found, line, rng), line.pattern.mood
    occasion = rng.choice(occasions) if (occasions := _occasions(brief)) else None
    return IdeaDraft(
        slogan=line.slogan,
        concept=concept(found, drawn[0], mood, occasion and occasion.name, rng),
        design_prompt=design_prompt(found, drawn, line.slogan, style, palette, mood, rng),
        palette=list(palette.colours),
        products=_products(brief, mood, rng),
        tags=tags(brief, found, drawn, style, occasion),
        style=style,
        motifs=[each.given for each in drawn],
        mood=mood,
    )


def _occasions(brief: Brief) -> Sequence[Occasion]:
    """Of those ahead the ones that its offers are given for, if any is."""
    given_for = {one.casefold() for one in brief.occasions}
    own = [one for one in brief.season.occasions if one.name.casefold().replace("’", "'") in given_for]
    return own or brief.season.occasions


def _drawn(found: Terms, line: Line, rng: Random) -> list[Noun]:
    """What the slogan names comes first; a slogan that names no thing gets the trend's own."""
    named = [each for each in line.nouns if each in found.things]
    others = [each for each in found.things if each not in named]
    return (named + rng.sample(others, len(others)))[: max(len(named), rng.randint(MOTIFS[0] + 1, MOTIFS[1] - 1))]


def _style(brief: Brief, used: Sequence[str], rng: Random) -> str:
    said = [style.lower() for style in brief.styles] or list(STYLES)
    return rng.choice([style for style in said if style not in used] or said)


def _products(brief: Brief, mood: str, rng: Random) -> list[Product]:
    likely: list[Product] = [*brief.products, *_SUITS.get(mood, ()), *brief.products[:2]]
    first: list[Product] = [rng.choice(likely), *rng.sample(likely, 2), *rng.sample(PRODUCTS, 1)]
    return list(dict.fromkeys(first))
