"""When two slogans are the same joke: compared by the stems of their words, and by their letters where words differ."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable

ALIKE = 0.7
"""From here on two slogans are one. A turned order, a plural, other punctuation or a typing slip score 0.75 and more;
so does a long figure of speech with one word changed. A short one about something else is another slogan: “Just One
More Trilobite” and “Just One More Ammonite” score 0.5."""

_WORD = re.compile(r"[^\W_]+")
_STOP_WORDS = """
a an and are as at be been but by do for from had has have here i if in into is it its just m me my no nor of on or our
ours re s so t than that the their them then there these they this those to too us was we were will with you your
"""
_STOP = frozenset(_STOP_WORDS.split())
_ENDINGS = ("ings", "ing", "ies", "edly", "ed", "ers", "er", "es", "ly", "s", "e", "y")
_SHORTEST_STEM = 3


def fingerprint(slogan: str) -> str:
    """What is unique about a slogan: the stems of its words in order of the alphabet, each once."""
    return " ".join(sorted(_stems(slogan))) or _plain(slogan) or slogan.strip()


def alike(one: str, other: str) -> bool:
    return Known([other]).match(one) is not None


class Known:
    """Slogans that exist already, kept so that thousands of them are looked through in a moment."""

    def __init__(self, slogans: Iterable[str] = ()) -> None:
        self._slogans: list[str] = []
        self._stems: list[frozenset[str]] = []
        self._grams: list[frozenset[str]] = []
        self._with_gram: defaultdict[str, list[int]] = defaultdict(list)
        for slogan in slogans:
            self.add(slogan)

    def add(self, slogan: str) -> None:
        place = len(self._slogans)
        self._slogans.append(slogan)
        self._stems.append(_stems(slogan))
        self._grams.append(_grams(slogan))
        for gram in self._grams[place]:
            self._with_gram[gram].append(place)

    def match(self, slogan: str) -> str | None:
        """The known slogan that this one is too close to, the closest one."""
        stems, grams = _stems(slogan), _grams(slogan)
        shared = Counter(place for gram in grams for place in self._with_gram.get(gram, ()))
        scores = (
            (max(_overlap(stems, self._stems[place]), 2 * count / (len(grams) + len(self._grams[place]))), -place)
            for place, count in shared.items()
        )
        best, place = max(scores, default=(0.0, 0))
        return self._slogans[-place] if best >= ALIKE else None


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / (len(one | other) or 1)


def _stems(slogan: str) -> frozenset[str]:
    words = _plain(slogan).split()
    return frozenset(_stem(word) for word in words if word not in _STOP) or frozenset(words)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and not word.endswith("ss") and len(word) - len(ending) >= _SHORTEST_STEM:
            bare = word.removesuffix(ending)
            return bare[:-1] if len(bare) > _SHORTEST_STEM and bare[-1] == bare[-2] else bare
    return word


def _grams(slogan: str) -> frozenset[str]:
    padded = f"  {' '.join(sorted(_stems(slogan)))} "
    return frozenset(padded[at : at + 3] for at in range(len(padded) - 2))


def _plain(slogan: str) -> str:
    """Small letters without marks: “Café” and “CAFE” are one word."""
    apart = unicodedata.normalize("NFKD", slogan.replace("’", "").replace("'", "")).casefold()
    return " ".join(_WORD.findall("".join(each for each in apart if not unicodedata.combining(each))))
