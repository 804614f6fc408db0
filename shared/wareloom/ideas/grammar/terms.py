"""What a brief offers a grammar: things, what is done, who does it. All of it in the trend's own words."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from wareloom.ideas.brief import Brief
from wareloom.ideas.grammar.inflect import doer, gerund, is_gerund, is_plural, singular, verb_of
from wareloom.ideas.grammar.lexicon import (
    ADJECTIVES,
    DO_IT_ING,
    DO_IT_TO_SOMETHING,
    GROUPS,
    PLAYED,
)
from wareloom.ideas.grammar.noun import (
    LONGEST,
    Noun,
    Sense,
    is_person,
    noun,
    read,
    read_long,
    read_plain,
    singular_head,
)
from wareloom.kit.errors import Rejected

MOST_THINGS = 12
_LONGEST_NAME = 36

_TOO_WIDE = frozenset(
    {
        "people",
        "person",
        "woman",
        "man",
        "kid",
        "child",
        "staff",
        "everyone",
        "fan",
        "buyer",
        "shopper",
        "owner",
        "friend",
        "adult",
        "teen",
        "family",
        "crew",
        "guild",
        "regular",
        "volunteer",
        "retiree",
        "student",
        "senior",
    }
)
_NEEDS_ITS_OBJECT = frozenset({"hunt", "collect", "pick", "roast"})
"""Said alone they mean something else: who hunts fossils does not hunt."""
_NOT_ONE_PERSON = frozenset({"staff", "family", "crew", "guild", "community", "regular", "couple"})


@dataclass(frozen=True)
class Terms:
    niche: str
    """The niche's own name, as it is said."""
    things: tuple[Noun, ...]
    pastimes: tuple[Noun, ...]
    """What is done, as a noun: trail running, chess."""
    people: tuple[Noun, ...]
    verbs: tuple[str, ...]
    subject: Noun | None
    """What the niche does it to or is about: the vinyl of a vinyl collector."""

    def pool(self, slot: str) -> tuple[Noun, ...]:
        """Every noun that may stand in a slot."""
        if slot == "pastime":
            return self.pastimes
        if slot == "doing":
            return tuple(each for each in self.pastimes if each.sense == "doing")
        if slot == "who":
            return self.people
        if slot == "verb":
            return tuple(Noun(verb, "count", None) for verb in self.verbs)
        return tuple(thing for thing in self.things if _SLOTS[slot](thing))


_IN_THE_HAND: frozenset[Sense | None] = frozenset({None, "food"})
_SLOTS: dict[str, Callable[[Noun], bool]] = {
    "thing": lambda thing: True,  # noqa: ARG005 - one signature for every slot
    "count": lambda thing: thing.number == "count",
    "several": lambda thing: thing.number != "mass",
    "animal": lambda thing: thing.sense == "animal",
    "food": lambda thing: thing.sense == "food",
    "body": lambda thing: thing.sense == "body" and thing.number == "plural",
    "place": lambda thing: thing.sense == "place" and thing.number == "count",
    "object": lambda thing: thing.sense in _IN_THE_HAND,
    "item": lambda thing: thing.sense in _IN_THE_HAND and thing.number == "count",
}
SLOTS = frozenset(_SLOTS) | {"pastime", "doing", "who", "verb"}


def terms(brief: Brief) -> Terms:
    niche = read_long(brief.niche) or next(filter(None, map(read, brief.words)), None)
    said = read_plain(brief.niche)[:_LONGEST_NAME].strip()
    if not niche and not said:
        raise Rejected(f"There is no word in “{brief.niche}” to make ideas of.")
    niche = niche or noun(said)
    subject = _subject(niche)
    styles = {style.lower() for style in brief.styles}
    told = [found for word in brief.words if word.lower() not in styles and (found := read(word))]
    things = _things(told, niche, subject)
    doing = list(dict.fromkeys(_doing(niche) + [each for each in told if each.sense == "doing"]))
    return Terms(
        niche=niche.given,
        things=things or (subject or niche,),
        pastimes=tuple(doing),
        people=tuple(_people(niche, doing, (*brief.audience, *brief.recipients), subject)),
        verbs=tuple(
            verb for each in doing if (verb := verb_of(each.given)) and not (subject and verb in _NEEDS_ITS_OBJECT)
        ),
        subject=subject,
    )


def _things(told: Iterable[Noun], niche: Noun, subject: Noun | None) -> tuple[Noun, ...]:
    own = {niche.given, niche.bare}
    kept = [each for each in told if each.given not in own and each.sense not in {"doing", "person"}]
    kept = [each for each in kept if not _is_part(each, niche)]
    if subject:
        kept.insert(1, subject)
    return tuple({each.bare: each for each in kept}.values())[:MOST_THINGS]


def _is_part(word: Noun, niche: Noun) -> bool:
    """A single word of the niche's name, as titles repeat it, is said by the niche already."""
    return word.given in niche.given.split() or word.bare in niche.bare.split()


def _split(niche: Noun) -> tuple[str, str]:
    rest, _, head = niche.given.rpartition(" ")
    words = rest.split()
    while words and words[0] in ADJECTIVES and words[0] != "black":
        words = words[1:]
    return " ".join(words), singular(head) if is_plural(head) else head


def _subject(niche: Noun) -> Noun | None:
    rest, head = _split(niche)
    is_its_object = head in DO_IT_TO_SOMETHING or head in DO_IT_ING or head in GROUPS
    if not rest:
        return noun(head) if niche.number != "mass" and not is_person(head) else None
    if is_its_object:
        about = noun(rest)
        return None if "-" in rest or (about.number == "mass" and head in GROUPS) else about
    return noun(f"{rest} {head}") if niche.sense in {"animal", "food"} else None


def _doing(niche: Noun) -> list[Noun]:
    rest, head = _split(niche)
    if is_gerund(head):
        whole = Noun(f"{rest} {head}".strip(), "mass", "doing")
        return [whole]
    if head in GROUPS and rest:
        group_of = noun(rest)
        return [group_of] if group_of.number == "mass" else []
    if niche.number == "mass" and niche.sense != "food":
        return [Noun(niche.given, "mass", None)]
    verb = _verb_of_doer(head)
    return [Noun(f"{rest} {gerund(verb)}".strip(), "mass", "doing")] if verb else []


def _verb_of_doer(head: str) -> str | None:
    """“hunter” hunts: only where the verb is one that everybody knows."""
    return _BY_DOER.get(head)


def _people(niche: Noun, doing: list[Noun], audience: Iterable[str], subject: Noun | None) -> list[Noun]:
    found: list[str] = []
    if is_person(niche.given):
        found.append(niche.given if niche.number == "count" else singular(niche.given))
    for each in doing:
        verb = verb_of(each.given)
        if verb:
            rest, _ = _split(each)
            found.append(f"{rest} {doer(verb)}".strip())
    found += [one for said in audience if (one := _one_person(said))]
    if not found:
        about = subject or niche
        found.append(f"{about.name} {_calls(about)}")
    people = {one: Noun(one, "count", "person") for one in found if len(one) <= LONGEST}
    return list(people.values()) or [Noun("enthusiast", "count", "person")]


def _calls(about: Noun) -> str:
    return "player" if about.head in PLAYED or about.head.endswith("ball") else "person"


def _one_person(said: str) -> str | None:
    person = read(said)
    if not person:
        return None
    one = singular(person.given) if person.number == "plural" or person.given.endswith("people") else person.given
    head = singular_head(one)
    if head in _NOT_ONE_PERSON or one in _TOO_WIDE or not is_person(one):
        return None
    return one


_DO = """
bake brew camp climb cook debug dig farm forage garden grow hike hoard hunt keep knit paint pick quilt ride roast run
sail sing sketch ski surf swim teach thrift truck weave weld write
"""
_BY_DOER = {doer(verb): verb for verb in _DO.split()} | {
    "collector": "collect",
    "sculptor": "sculpt",
    "firefighter": "firefight",
    "beekeeper": "beekeep",
    "cyclist": "cycle",
}
