"""Why a page shows no listing that can be read: cut off, a wall before it, gone, or simply another page."""

import re

from wareloom.kit.errors import Failure, Rejected
from wareloom.market.reading.walls import wall

_WHOLE = re.compile(r"<(?:html|body|!doctype)\b", re.IGNORECASE)
_ENDED = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
_START = 20_000


def reason(text: str, *, otherwise: str) -> Failure:
    return wall(text) or Rejected(otherwise)


def cut_off(text: str) -> bool:
    """Browsers close what a page leaves open, so a listing that was cut in two would look whole. What does not begin
    like a page is an excerpt, and need not end like one; but where it ends amid a text, a price may lack its end."""
    if _WHOLE.search(text[:_START]):
        return _ENDED.search(text) is None
    if not text.rstrip().endswith(">"):
        return True
    small = text.lower()
    return small.count("<script") > small.count("</script>")
