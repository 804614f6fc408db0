"""Which language a text is in, told by its script and by the small words that no sentence does without.

Not fine enough to tell neighbours apart for certain; it is asked whether a model may read a text at all.
"""

import re
import unicodedata
from collections import Counter

from wareloom.kit.mood.small_words import DISTINCT, SMALL_WORDS

UNKNOWN = "und"
ENGLISH = "en"
_LOOKED_AT = 2000
# The first word of a letter's name, as Unicode has it. Hangul and kana win over the Han that they are mixed with.
_SCRIPTS = {
    "HANGUL": "ko",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "CJK": "zh",
    "CYRILLIC": "ru",
    "ARABIC": "ar",
    "HEBREW": "he",
    "GREEK": "el",
    "DEVANAGARI": "hi",
    "BENGALI": "bn",
    "TAMIL": "ta",
    "TELUGU": "te",
    "THAI": "th",
    "ARMENIAN": "hy",
    "GEORGIAN": "ka",
}
_MIXED = ("HANGUL", "HIRAGANA", "KATAKANA")
_FOREIGN_SHARE = 0.3
"""Of the letters: a Greek fraternity's name or one word of Japanese does not make an English post another."""
_FEWEST_SMALL_WORDS, _SHORT, _ONE_IN = 2, 5, 8
"""So many small words tell a language, one in so many words; in a short text without an English one, one is enough."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_NO_WORDS = {"http", "user"}


def language_of(text: str) -> str:
    """Two letters, or “und” where no word is left."""
    words = [word for word in _WORD.findall(text[:_LOOKED_AT].lower()) if word not in _NO_WORDS]
    if not words:
        return UNKNOWN
    return _by_script("".join(words)) or _by_small_words(words)


def _by_script(letters: str) -> str | None:
    if letters.isascii():
        return None
    scripts = Counter(unicodedata.name(letter, "").partition(" ")[0] for letter in letters)
    foreign = {script: count for script, count in scripts.items() if script in _SCRIPTS}
    if sum(foreign.values()) < _FOREIGN_SHARE * len(letters):
        return None
    mixed = [script for script in _MIXED if script in foreign]
    return _SCRIPTS[mixed[0] if mixed else max(foreign, key=foreign.__getitem__)]


def _by_small_words(words: list[str]) -> str:
    """English unless another language has clearly more to show: names and single words are quoted everywhere.

    A word of both, such as “me”, speaks for neither.
    """
    known = {language: sum(word in small for word in words) for language, small in DISTINCT.items()}
    best = max(known, key=known.__getitem__)
    english = sum(word in SMALL_WORDS[ENGLISH] and word not in SMALL_WORDS[best] for word in words)
    enough = _FEWEST_SMALL_WORDS if english or len(words) > _SHORT else 1
    if known[best] >= enough and known[best] > english and known[best] * _ONE_IN >= len(words):
        return best
    return ENGLISH
