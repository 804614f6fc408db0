"""Plural, singular, “a” or “an”, the doing and the doer: the rules, and what the lexicon knows better."""

from wareloom.ideas.grammar.lexicon import (
    ACRONYMS,
    AGENT_OF,
    GERUND_LOOKALIKES,
    IRREGULAR,
    PLURAL_ONLY,
    SINGULAR_IN_S,
    VERBS,
)

_SINGULAR = {many: one for one, many in IRREGULAR.items() if one != many}
_VOWELS = "aeiou"
_SAID_WITH_YOU = ("uni", "use", "usu", "uti", "eu", "ewe", "uku", "ura", "one-", "once", "ufo")
_SILENT_H = ("hour", "honest", "honor", "honour", "heir")


def plural(phrase: str) -> str:
    rest, word = _last(phrase)
    if word in IRREGULAR:
        return rest + IRREGULAR[word]
    if word.endswith("fish"):
        return phrase
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return rest + word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return rest + word[:-1] + "ies"
    return rest + word + "s"


def singular(phrase: str) -> str:
    rest, word = _last(phrase)
    if word in _SINGULAR:
        return rest + _SINGULAR[word]
    if word.endswith("ies") and len(word) > len("ties"):
        return rest + word[:-3] + "y"
    if word.removesuffix("es") in SINGULAR_IN_S:
        return rest + word.removesuffix("es")
    if word.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return rest + word[:-2]
    return rest + word.removesuffix("s")


def is_plural(phrase: str) -> bool:
    _, word = _last(phrase)
    if word in SINGULAR_IN_S:
        return False
    return word in PLURAL_ONLY or word in _SINGULAR or (word.endswith("s") and len(word) > 3 and word[-2] not in "siu")


def article(phrase: str) -> str:
    """“a” or “an”, by how the phrase is said."""
    said = phrase.split(maxsplit=1)[0]
    first = said.lower()
    if first in ACRONYMS or (said.isupper() and len(first) > 1):
        return "an" if first[0] in "aefhilmnorsx8" and not first.startswith("ufo") else "a"
    if first.startswith(_SAID_WITH_YOU):
        return "a"
    if first.startswith(_SILENT_H) or first.startswith("8") or first in {"11", "18"}:
        return "an"
    return "an" if first[0] in _VOWELS else "a"


def is_gerund(phrase: str) -> bool:
    _, word = _last(phrase)
    return word.endswith("ing") and len(word) > len("ring") + 1 and word not in GERUND_LOOKALIKES


def gerund(verb: str) -> str:
    if verb == "debug":
        return "debugging"
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return (verb + verb[-1] if _doubles(verb) else verb) + "ing"


def doer(verb: str) -> str:
    """Who does it: run, runner; bake, baker; cycle, cyclist."""
    if verb in AGENT_OF:
        return AGENT_OF[verb]
    return gerund(verb).removesuffix("ing") + "er"


def verb_of(doing: str) -> str | None:
    """The short form behind “trail running”, where everybody would say it: run."""
    return _BY_GERUND.get(_last(doing)[1])


def _doubles(verb: str) -> bool:
    """One short syllable that ends in one consonant: run, swim, but not row or sketch."""
    vowels = [at for at, letter in enumerate(verb) if letter in _VOWELS]
    return len(vowels) == 1 and vowels[0] == len(verb) - 2 and verb[-1] not in "wxy" + _VOWELS


def _last(phrase: str) -> tuple[str, str]:
    rest, gap, word = phrase.rpartition(" ")
    return rest + gap, word


_BY_GERUND = {gerund(verb): verb for verb in VERBS}
