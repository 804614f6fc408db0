"""Which of several slogans to keep: short enough to print large, easy to say, pleasant to hear."""

import re

from wareloom.ideas.likeness import fingerprint

LONGEST, MOST_WORDS = 48, 9
_VOWELS = re.compile(r"[aeiouy]+")
_EASY = range(5, 13)
"""Syllables: what is said in one breath."""
_WIDE = range(14, 36)
"""Characters: what fills two or three lines of a shirt."""


def sayable(slogan: str) -> bool:
    """No more than fits a chest, and no word twice but small ones."""
    words = [word.strip(".,:?!()").lower() for word in slogan.split()]
    long_words = [word for word in words if len(word) > 4]
    joined = sum(word in {"&", "and"} for word in words)
    return (
        len(slogan) <= LONGEST and len(words) <= MOST_WORDS and len(set(long_words)) == len(long_words) and joined < 2
    )


def score(slogan: str) -> int:
    words = [word for word in fingerprint(slogan).split() if word.isalpha()]
    firsts = [word[0] for word in words]
    alliterates = len(firsts) - len(set(firsts))
    return (syllables(slogan) in _EASY) * 2 + (len(slogan) in _WIDE) * 2 + min(alliterates, 2)


def syllables(text: str) -> int:
    return sum(max(1, len(_VOWELS.findall(word.removesuffix("e")))) for word in re.findall(r"[a-z]+", text.lower()))
