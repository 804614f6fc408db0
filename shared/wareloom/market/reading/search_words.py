"""What a person types to say what is wanted of a marketplace: an address, or words to search for."""

import re
from urllib.parse import quote

from wareloom.kit.errors import Rejected

_MOST_CHARACTERS = 120
_ADDRESS = re.compile(r"www\.\S+|\S*[/\\:]\S*", re.IGNORECASE)
_MEANS_SOMETHING = re.compile(r"[!-/:-@\[-`{-~]")


def is_address(written: str) -> bool:
    """Words may hold a slash too (“1/2 inch hose”), an address no space."""
    return bool(_ADDRESS.fullmatch(written.strip()))


def search_words(written: str) -> str:
    """“  Otter   MUG ” is otter mug: a search does not mind how it is written."""
    words = " ".join(written.split()).lower()
    if len(words) > _MOST_CHARACTERS or not words.isprintable() or not any(map(str.isalnum, words)):
        raise Rejected(f"“{words[:60]}” is nothing that can be searched for. Try plain words, such as otter mug.")
    return words


def in_an_address(words: str, space: str = "+") -> str:
    """Letters of every script stay readable; whoever asks for the page escapes them."""
    return _MEANS_SOMETHING.sub(lambda found: quote(found[0], safe="-."), words).replace(" ", space)
