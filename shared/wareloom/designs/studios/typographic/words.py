"""The slogan: cleaned, cut into rows, its small words told from the ones that matter."""

import itertools
import unicodedata
from collections.abc import Callable

from wareloom.kit.errors import Rejected

LONGEST = 120
_EVERY_WAY = 11
"""So many words can be set in every possible way and the best one kept."""

_SMALL = frozenset({
    "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "from", "i", "if", "in", "into", "is", "it", "its",
        "it’s",
    "i’m", "me", "my", "no", "nor", "not", "of", "on", "or", "our", "so", "than", "that", "the", "this", "to", "too",
        "up",
    "was", "we", "with", "you", "your", "&", "+", "der", "die", "das", "und", "mit", "für", "le", "la", "les", "de",
        "du",
    "des", "et", "el", "los", "y", "con",
})  # fmt: skip


def cleaned(slogan: str) -> str:
    """One space between words, composed letters, the quotes that printers use."""
    spaced = (" " if unicodedata.category(sign) in {"Cc", "Zl", "Zp"} else sign for sign in slogan)
    seen = "".join(sign for sign in spaced if unicodedata.category(sign) != "Cf")
    text = " ".join(unicodedata.normalize("NFC", seen).replace("'", "’").split())
    opened = itertools.count()
    text = "".join(("“", "”")[next(opened) % 2] if sign == '"' else sign for sign in text)
    if not any(sign.isalnum() for sign in text):
        raise Rejected("A design needs a slogan with at least one letter or digit.")
    ways = {unicodedata.bidirectional(sign) for sign in text}
    if "L" in ways and ways & {"R", "AL"}:
        raise Rejected("A slogan that is read both from the left and from the right cannot be set.")
    if len(text) > LONGEST:
        raise Rejected(f"A slogan for print has at most {LONGEST} characters; this one has {len(text)}.")
    return text


def is_small(word: str) -> bool:
    return word.lower().strip(".,!?") in _SMALL


def strongest(words: tuple[str, ...]) -> int:
    """Which word carries the slogan: a long one that is not a small word, rather late than early."""
    return max(range(len(words)), key=lambda n: (not is_small(words[n]), min(len(words[n]), 9), n))


def splits(words: tuple[str, ...], most: int) -> list[tuple[str, ...]]:
    """Every way to set the words in at most so many rows; of long slogans only the even ones."""
    count = len(words)
    if count <= _EVERY_WAY:
        cuts = itertools.chain.from_iterable(
            itertools.combinations(range(1, count), rows - 1) for rows in range(1, min(most, count) + 1)
        )
        return [_cut(words, cut) for cut in cuts]
    return [even(words, rows) for rows in range(2, min(most, count) + 1)]


def even(words: tuple[str, ...], rows: int) -> tuple[str, ...]:
    """Rows of about the same length, none empty."""
    rows = max(1, min(rows, len(words)))
    if len(words) > _EVERY_WAY:
        return _filled(words, rows)

    def spread(way: tuple[str, ...]) -> float:
        lengths = [len(row) for row in way]
        return (max(lengths) - min(lengths)) / sum(lengths)

    return best([_cut(words, cut) for cut in itertools.combinations(range(1, len(words)), rows - 1)], spread)


def _filled(words: tuple[str, ...], rows: int) -> tuple[str, ...]:
    """Row by row, each ended where its share of the letters is reached."""
    total, cut, seen = sum(len(word) + 1 for word in words), list[int](), 0
    for number, word in enumerate(words):
        share = total * (len(cut) + 1) / rows
        enough = number > 0 and seen + len(word) / 2 >= share
        pressing = rows - 1 - len(cut) >= len(words) - number
        if number and len(cut) < rows - 1 and (enough or pressing):
            cut.append(number)
        seen += len(word) + 1
    return _cut(words, tuple(cut))


def best(ways: list[tuple[str, ...]], cost: Callable[[tuple[str, ...]], float]) -> tuple[str, ...]:
    return min(ways, key=lambda rows: cost(rows) + 0.05 * sum(_dangles(row) for row in rows[:-1]))


def _dangles(row: str) -> bool:
    """A row should not end in a small word, unless it is one alone."""
    words = row.split()
    return len(words) > 1 and is_small(words[-1])


def _cut(words: tuple[str, ...], cut: tuple[int, ...]) -> tuple[str, ...]:
    edges = (0, *cut, len(words))
    return tuple(" ".join(words[a:b]) for a, b in itertools.pairwise(edges))
