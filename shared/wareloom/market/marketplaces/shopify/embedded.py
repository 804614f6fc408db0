"""What Shopify and its themes keep in a page's scripts: for counting visits, and for choosing variants."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from wareloom.market.reading.text import Object, a_list, an_object, is_list, read_json

_COUNTED = ("var meta", re.compile(r"var meta\s*=\s*(?=\{)"))
_EVENTS = ("events", re.compile(r'events"?\s*:\s*(?="\[\[)'))
_VARIANTS = ("variants", re.compile(r'variants"?\s*:\s*(?=\[\s*\{\s*"id"\s*:)'))
_KIND = re.compile(r'"pageType"\s*:\s*"(\w+)"|"p"\s*:\s*"(\w+)"\s*,\s*"rtyp"')
_MOST_MARKS = 2000
_MOST = 20
"""Themes repeat themselves; what the first ones do not say, the others do not either."""


def counted(text: str) -> Object:
    """What Shopify's own counter knows of the page; its prices are hundredths."""
    return an_object(next(_after(_COUNTED, text), None))


def kind(text: str, counted_page: Object) -> str | None:
    """Shopify's own name for what sort of page this is: product, collection, searchresults, home …"""
    named = an_object(counted_page.get("page")).get("pageType")
    if isinstance(named, str):
        return named
    found = _KIND.search(text)
    return (found[1] or found[2]) if found else None


def events(text: str) -> list[tuple[str, Object]]:
    """What the page reports to a shop's own counters: each event's name, and what was seen."""
    values = [_inner(value) for value in _after(_EVENTS, text)]
    pairs = [a_list(pair) for value in values for pair in a_list(value)]
    return [(str(pair[0]), an_object(pair[1])) for pair in pairs if len(pair) > 1]


def variants(text: str, data: Iterable[str]) -> list[list[Object]]:
    """The lists of variants that themes keep, with what each cost before and whether it can be had."""
    loose = [value for value in _after(_VARIANTS, text) if is_list(value)]
    kept = [an_object(_read(script)) for script in islice((one for one in data if '"variants"' in one), _MOST)]
    listed = [a_list((an_object(one.get("product")) or one).get("variants")) for one in kept]
    return [own for value in (*loose, *listed) if (own := [one for one in map(an_object, a_list(value)) if one])]


def _after(mark: tuple[str, re.Pattern[str]], text: str) -> Iterator[Any]:
    """The values that scripts write after a mark. Its plain word is looked for first: that is much the quicker."""
    found = (match for at in islice(_all(mark[0], text), _MOST_MARKS) if (match := mark[1].match(text, at)))
    values = (_read(text[match.end() :]) for match in islice(found, _MOST))
    return (value for value in values if value is not None)


def _all(word: str, text: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _inner(value: object) -> Any:
    """JSON within JSON."""
    return _read(value) if isinstance(value, str) else value


def _read(text: str) -> Any:
    try:
        return read_json(text.lstrip())
    except ValueError:
        return None
