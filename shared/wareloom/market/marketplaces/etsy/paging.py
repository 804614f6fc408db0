"""Whether a list goes on, and where."""

import re
from urllib.parse import urljoin

from wareloom.kit.http.place import Place
from wareloom.market.marketplaces.etsy import address
from wareloom.market.marketplaces.etsy.document import Document
from wareloom.market.page import PageRequest

_PAGES = re.compile(r'"initial_total_pages"\s*:\s*(\d{1,6})\b')
_LISTS = {"search", "category", "market", "shop"}
_HOME = "https://www.etsy.com/"


def total(document: Document) -> int | None:
    counted = [int(found) for found in _PAGES.findall(document.text)]
    return min(max(counted), address.MOST_PAGES) if counted and max(counted) else None


def following(document: Document) -> PageRequest | None:
    here = document.place if address.kind_of(document.place) in _LISTS else None
    number = address.number_of(here.url) if here else 1
    if number >= address.MOST_PAGES:
        return None
    if here and (total(document) or 0) > number:
        return address.numbered(here, number + 1)
    for node in document.tree.css('link[rel="next"], a[rel="next"], a[href*="page="]'):
        there = address.place_of(_joined(here.url if here else _HOME, node.attributes.get("href")))
        if there and address.number_of(there.url) == number + 1 and _goes_on(document, here, there):
            return address.numbered(there if here is None or here.url == document.link else here, number + 1)
    return None


def _goes_on(document: Document, here: Place | None, there: Place) -> bool:
    """A shop's reviews have pages too. Who only knows what a page calls itself takes its word for where it goes on."""
    if here and _path(here.target) == _path(there.target):
        return True
    return (here is None or here.url == document.link) and address.kind_of(there) in _LISTS - {"shop"}


def _path(target: str) -> str:
    return target.partition("?")[0].rstrip("/").lower()


def _joined(base: str, link: str | None) -> str | None:
    try:
        return urljoin(base, link) if link else None
    except ValueError:
        return None
