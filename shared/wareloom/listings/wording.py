"""Words made to fit: cleaned, cut where a reader would cut them, never longer than allowed."""

import unicodedata
from collections.abc import Iterable, Sequence

_JOINER = "\u200d"
_MODIFIERS = range(0x1F3FB, 0x1F400)
_DANGLING = " \t-–—,;:&+/|·(“'"
_LEADING_NOWHERE = {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"}


def cleaned(text: str) -> str:
    """On one line, with single spaces and nothing that cannot be seen."""
    seen = (character if _is_shown(character) else " " for character in unicodedata.normalize("NFC", text))
    return " ".join("".join(seen).split())


def cut(text: str, most: int) -> str:
    """At the end of a word where there is one, and without a word or sign left over that leads nowhere."""
    if len(text) <= most:
        return text
    head, space, _ = text[: most + 1].rpartition(" ")
    if not space:
        return _hard_cut(text, most)
    kept = head.rstrip(_DANGLING)
    while kept.rpartition(" ")[2].lower() in _LEADING_NOWHERE and " " in kept:
        kept = kept.rpartition(" ")[0].rstrip(_DANGLING)
    return kept or _hard_cut(text, most)


def joined(words: Sequence[str], last: str = "and") -> str:
    """“a”, “a and b”, “a, b and c”."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def distinct(texts: Iterable[str]) -> list[str]:
    """In their order; case makes no difference, and neither does a plural s."""
    kept: dict[str, str] = {}
    for text in texts:
        kept.setdefault(" ".join(word.removesuffix("s") for word in text.casefold().split()), text)
    return [text for text in kept.values() if text]


def sentence(text: str) -> str:
    """With a capital and a full stop, unless it ends in a sign of its own."""
    if not text:
        return ""
    begun = text[0].upper() + text[1:]
    return begun if begun[-1] in ".!?…" else f"{begun}."


def _hard_cut(text: str, most: int) -> str:
    """Never between a sign and what changes it: an accent, a skin tone, the next half of a joined emoji."""
    end = max(0, most)
    while 0 < end < len(text) and (_changes_what_is_before(text[end]) or text[end - 1] == _JOINER):
        end -= 1
    return text[: end or max(0, most)].rstrip()


def _changes_what_is_before(character: str) -> bool:
    return character == _JOINER or ord(character) in _MODIFIERS or unicodedata.category(character).startswith("M")


def _is_shown(character: str) -> bool:
    """Joiners stay: emoji and some scripts are written with them."""
    category = unicodedata.category(character)
    return character in {_JOINER, "\u200c"} or category not in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
