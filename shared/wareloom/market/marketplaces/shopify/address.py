"""How a Shopify shop is named, and where its products are listed."""

import re
from urllib.parse import parse_qs

from wareloom.kit.errors import Rejected
from wareloom.kit.http.place import Place, read_place
from wareloom.market.page import PageRequest

PRODUCTS_A_PAGE = 250
MOST_PAGES = 100
"""Shopify shows no more than the first 25,000 products this way."""
_SERVED_WITHOUT_ASKING = 30
_COLLECTION = re.compile(r"/collections/([^/?#]+)")
_WHOLE_SHOP = "all"


def spelled(written: str) -> str:
    """“https://Shop.example/collections/hats?page=2” is shop.example/collections/hats."""
    asked = written.strip()
    place = read_place(asked if "://" in asked else f"https://{asked}")
    if "." not in place.host and not _on_this_machine(place):
        raise Rejected(f"“{written.strip()[:60]}” is not the address of a shop. It looks like shop.example.")
    collection = _COLLECTION.search(place.target.lower())
    if collection is None or collection[1] == _WHOLE_SHOP:
        return place.authority
    return f"{place.authority}/collections/{collection[1]}"


def first_list(target: str) -> PageRequest:
    authority, _, collection = target.partition("/")
    scheme = "http" if _on_this_machine(read_place(f"http://{authority}/")) else "https"
    path = f"/{collection}" if collection else ""
    return PageRequest(url=f"{scheme}://{authority}{path}/products.json?limit={PRODUCTS_A_PAGE}&page=1")


def next_list(place: Place | None, listed: int) -> PageRequest | None:
    """The page after this one; None when this was the last, or no page of a list at all."""
    path, _, query = place.target.partition("?") if place else ("", "", "")
    if place is None or not path.endswith("/products.json"):
        return None
    asked = parse_qs(query)
    number = _number(asked.get("page"), 1)
    limit = _number(asked.get("limit"), _SERVED_WITHOUT_ASKING)
    if listed < limit or number >= MOST_PAGES:
        return None
    return PageRequest(url=f"{place.origin}{path}?limit={limit}&page={number + 1}", number=number + 1)


def place_of(url: str) -> Place | None:
    """Where a page came from, if its address is known and makes sense."""
    try:
        return read_place(url)
    except Rejected:
        return None


def _number(written: list[str] | None, otherwise: int) -> int:
    digits = written[0] if written else ""
    return int(digits) if digits.isascii() and digits.isdigit() and 0 < int(digits[:6]) < 10_000 else otherwise


def _on_this_machine(place: Place) -> bool:
    return place.host in {"localhost", "::1"} or place.host.startswith("127.")
