"""What a search asks for, in the names of today: the rest of its address tells Amazon who asks, and from where."""

import re
from urllib.parse import quote

from wareloom.market.reading.search_words import in_an_address, search_words

_NAMES = ("k", "i", "rh", "bbn", "me", "low-price", "high-price", "s")
_OLDER_NAMES = {"keywords": "k", "field-keywords": "k", "url": "i", "search-alias": "i", "node": "n", "sort": "s"}
_SHAPES = {
    "i": re.compile(r"(?!aps$)[a-z0-9][a-z0-9-]{1,60}"),
    "rh": re.compile(r"[\w:,|.%+ &'!-]{1,600}"),
    "n": re.compile(r"\d{2,15}"),
    "bbn": re.compile(r"\d{2,15}"),
    "me": re.compile(r"A[0-9A-Z]{9,20}"),
    "low-price": re.compile(r"\d{1,9}"),
    "high-price": re.compile(r"\d{1,9}"),
    "s": re.compile(r"[a-z-]{2,40}-rank"),
}
_ENOUGH = {"k", "i", "rh", "bbn", "me"}


def query_of(meant: dict[str, str]) -> str:
    words = [f"k={in_an_address(meant['k'])}"] if "k" in meant else []
    return "&".join([*words, *(f"{name}={quote(meant[name], safe=':,|')}" for name in _NAMES[1:] if name in meant)])


def meant_by(asked: dict[str, str]) -> dict[str, str]:
    """Nothing where no search is meant."""
    named = {_OLDER_NAMES.get(name, name): value for name, value in asked.items()}
    named |= {name: value for name, value in asked.items() if name in _NAMES}
    parts = [part for part in named.get("rh", "").split(",") if part]
    named = {part[0]: part[2:] for part in parts if part[:2] in {"k:", "i:"}} | named
    named["i"] = named.get("i", "").removeprefix("search-alias=")
    filters = [part for part in parts if part[:2] not in {"k:", "i:"} and not part.startswith("n:!")]
    node = named.get("n", "")
    if _SHAPES["n"].fullmatch(node) and f"n:{node}" not in filters:
        filters.insert(0, f"n:{node}")
    named["rh"] = ",".join(filters)
    kept = {name: value for name, shape in _SHAPES.items() if shape.fullmatch(value := named.get(name, ""))}
    words = " ".join(named.get("k", "").split())
    kept |= {"k": search_words(words)} if words else {}
    return kept if _ENOUGH & kept.keys() else {}
