"""A page's markup as a tree, unless it is made to keep its reader busy.

The parser walks up the open elements at every block that begins: a page that is nested a hundred thousand times, or
one tag with as many attributes, would hold it for minutes. No real page comes near.
"""

import re
from collections import Counter
from typing import TYPE_CHECKING

from wareloom.kit.errors import Rejected

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_MOST_STEPS = 3 * 10**8
_MOST_ATTRIBUTES = 2000
_LONG_TAG = 20_000
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
_ATTRIBUTE = re.compile(r"""\s[^\s"'<>=/]+(?=[\s=/>])""")
_CLOSED_BY_THE_NEXT = """
area base br col embed hr img input link meta param source track wbr li p dt dd option optgroup tr td th thead tbody
tfoot colgroup path circle rect line polygon polyline use stop
"""


def parsed(text: str) -> "LexborHTMLParser":
    from selectolax.lexbor import LexborHTMLParser

    parts = text.split("<")
    begun = len(parts)
    if begun * begun > _MOST_STEPS and _is_deeper(text, _MOST_STEPS // begun):
        raise Rejected("The page is nested too deeply to be a page of a shop.")
    if any(_attributes(part) > _MOST_ATTRIBUTES for part in parts if len(part) > _LONG_TAG):
        raise Rejected("The page has a tag with too many attributes to be a page of a shop.")
    return LexborHTMLParser(text.replace("\x00", ""))


def _is_deeper(text: str, most: int) -> bool:
    """An end without a beginning closes nothing."""
    single = frozenset(_CLOSED_BY_THE_NEXT.split())
    begun: Counter[str] = Counter()
    depth = 0
    for tag in _TAG.finditer(text):
        name = tag[2].lower()
        if tag[1] and begun[name]:
            begun[name] -= 1
            depth -= 1
        elif not tag[1] and name not in single:
            begun[name] += 1
            depth += 1
            if depth > most:
                return True
    return False


def _attributes(part: str) -> int:
    """Of a tag that is longer than it should be; what follows a tag may be of any length."""
    end = part.find(">")
    return sum(1 for _ in _ATTRIBUTE.finditer(part, 0, end)) if end < 0 or end > _LONG_TAG else 0
