"""The words that a subject is: how they are kept, and by what two spellings of them are one."""

import unicodedata

from wareloom.kit.errors import Rejected

LONGEST = 100


def tidied(words: str) -> str:
    """As they are shown: each break a single space."""
    text = " ".join(unicodedata.normalize("NFC", words).split())
    text = "".join(sign for sign in text if unicodedata.category(sign) not in {"Cc", "Cs", "Cf"})
    if not any(sign.isalnum() for sign in text):
        raise Rejected("A subject needs a word that can be listened for.")
    if len(text) > LONGEST:
        raise Rejected(f"A subject has at most {LONGEST} characters: listen for fewer words.")
    return text


def key_of(words: str) -> str:
    return unicodedata.normalize("NFKC", tidied(words)).casefold()
