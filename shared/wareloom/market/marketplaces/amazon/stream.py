"""A search as Amazon sends it to its own scripts: records between “&&&”, each with a piece of the page."""

from typing import Any

from wareloom.kit.errors import Rejected
from wareloom.market.reading.text import a_list, an_object, read_json

_BETWEEN = "&&&"
_WANTED = ("data-main-slot:", "data-search-metadata", "search-results", "data-upper-slot:")


def page_in(text: str) -> str:
    """The pieces, put together. A record that is cut off is left out whole."""
    records = [a_list(_record(part)) for part in text.split(_BETWEEN)]
    pieces = [(str(name), an_object(piece)) for _, name, piece, *_ in (one for one in records if len(one) > 2)]
    wanted = [piece for name, piece in pieces if name.startswith(_WANTED)]
    if not wanted:
        raise Rejected("The page is neither a web page nor a search as Amazon's scripts get it.")
    html = "".join(piece["html"] for piece in wanted if isinstance(piece.get("html"), str))
    return f'<html><body><div id="search"><div class="s-main-slot">{html}{_total(wanted)}</div></div></body></html>'


def _total(pieces: list[dict[str, Any]]) -> str:
    told = (an_object(piece.get("metadata")).get("totalResultCount") for piece in pieces)
    total = next((number for number in told if isinstance(number, int)), None)
    return "" if total is None else f'<script>{{"totalResultCount":{total}}}</script>'


def _record(part: str) -> Any:
    try:
        return read_json(part.strip())
    except ValueError:
        return None
