"""Search tags for an idea: what people type who look for it."""

from collections.abc import Iterator, Sequence

from wareloom.ideas.brief import Brief
from wareloom.ideas.grammar.noun import Noun
from wareloom.ideas.grammar.terms import Terms
from wareloom.ideas.idea import TAG, TAGS
from wareloom.ideas.season import Occasion

_ALWAYS = ("gift idea", "original design", "witty saying", "made for fans", "unusual gift")


def tags(brief: Brief, found: Terms, drawn: Sequence[Noun], style: str, occasion: Occasion | None) -> list[str]:
    likely = _likely(brief, found, drawn, style, occasion)
    chosen = list(dict.fromkeys(tag.lower() for tag in likely if 1 < len(tag) <= TAG))[: TAGS[1]]
    return chosen + [tag for tag in _ALWAYS if tag not in chosen][: max(0, TAGS[0] - len(chosen))]


def _likely(brief: Brief, found: Terms, drawn: Sequence[Noun], style: str, occasion: Occasion | None) -> Iterator[str]:
    about = found.subject.name if found.subject else found.niche
    yield found.niche
    yield f"{about} gift"
    for noun in drawn:
        yield noun.bare
    for person in found.people[:2]:
        yield person.many
    yield f"{found.people[0].name} gift"
    for noun in found.pastimes:
        yield noun.given
    yield f"{style} {about}"
    yield f"funny {about}"
    if occasion:
        name = occasion.name.lower().replace("’", "")
        yield f"{name} gift" if occasion.gives else name
    yield f"{style} {brief.products[0]}"
    for noun in found.things:
        yield noun.bare
    yield from _ALWAYS[:2]
