"""Title case as editors write it: small words small inside, both halves of a compound tall, capitals left alone."""

import re

_SMALL_WORDS = "a an and as at but by de del du for in la nor of on or per the to vs via"
_SMALL = frozenset(_SMALL_WORDS.split())
_WORD = re.compile(r"[^\W_][^\s]*")
_AFTER_A_BREAK = (".", "!", "?", ":", "·", "—")


def titled(text: str) -> str:
    words = text.split(" ")
    last = len(words) - 1
    return " ".join(
        word if _small(word) and 0 < at < last and not words[at - 1].endswith(_AFTER_A_BREAK) else _tall(word)
        for at, word in enumerate(words)
    )


def _small(word: str) -> bool:
    return word.rstrip(",") in _SMALL


def _tall(word: str) -> str:
    return "-".join(
        _capital(part) if at == 0 or part not in _SMALL else part for at, part in enumerate(word.split("-"))
    )


def _capital(part: str) -> str:
    found = _WORD.search(part)
    if not found or any(map(str.isupper, part)):
        return part
    return part[: found.start()] + part[found.start()].upper() + part[found.start() + 1 :]
