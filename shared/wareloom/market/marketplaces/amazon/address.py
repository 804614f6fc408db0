"""How a search, a shelf, a shop or a product at Amazon is named, and where the pages of each are."""

import re
from urllib.parse import parse_qsl, urljoin, urlsplit

from wareloom.kit.errors import Rejected
from wareloom.kit.http.place import Place, read_place
from wareloom.market.marketplaces.amazon.links import product_in
from wareloom.market.marketplaces.amazon.query import meant_by, query_of
from wareloom.market.marketplaces.amazon.shops import ENDINGS, Shop, shop_named
from wareloom.market.page import PageRequest
from wareloom.market.reading.search_words import is_address, search_words

MOST_PAGES = 20
"""Amazon shows no more of a search, whatever number of results it claims."""
_HOME = "amazon.com"
_WORDS_THERE = re.compile(rf"(?:www\.)?(amazon\.(?:{ENDINGS}))\s*:\s*(?!\d{{1,5}}(?:/|$))(.+)", re.IGNORECASE)
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|info|example|[a-z]{2})", re.IGNORECASE)
_ID_SHAPED = re.compile(r"(?<=/)\w{10}(?=/|$)")
_SEARCHES = re.compile(r"/(?:s|b|sr|gp/search|gp/browse\.html|mn/search|exec/obidos/search-handle-url)(?:/|$)")
_SELLERS = re.compile(r"/(?:sp|shops|gp/aag/main|s)(?:/|$)")
_SHELF = re.compile(
    r"/(?:zgbs|(?:gp/|zg/)?(bestsellers|new-releases|movers-and-shakers|most-wished-for|most-gifted))"
    r"((?:/(?!ref=)[\w-]+(?=[/?]|$)){0,4})"
)
_SHOP_IN_PATH = re.compile(r"/shops/(A[0-9A-Z]{9,20})(?:/|$)")


def spelled(written: str) -> str:
    """“https://www.Amazon.de/dp/B0…?tag=x” is amazon.de/dp/B0…; “mugs” is a search at amazon.com."""
    asked = " ".join(written.split())
    if found := _WORDS_THERE.fullmatch(asked):
        return _search(found[1].lower(), {"k": search_words(found[2])})
    if is_address(asked) or "://" in asked or _HOST.fullmatch(asked):
        return _at(read_place(asked if "://" in asked else f"https://{asked}"))
    return _search(_HOME, {"k": search_words(asked)})


def first_page(target: str) -> PageRequest:
    return PageRequest(url=f"https://www.{target}")


def next_search(link: str, shop: Shop) -> PageRequest | None:
    _, asked = _parts(link, shop)
    number = _number(asked.get("page"))
    meant = meant_by(asked)
    if not number or not meant:
        return None
    return PageRequest(url=f"https://www.{_search(shop.domain, meant)}&page={number}", number=number)


def next_shelf(link: str, shop: Shop) -> PageRequest | None:
    path, asked = _parts(link, shop)
    number = _number(asked.get("pg"))
    shelf = _shelf(path)
    return PageRequest(url=f"{shop.origin}/{shelf}?pg={number}", number=number) if number and shelf else None


def _at(place: Place) -> str:
    shop = shop_named(place.host)
    if shop is None or not place.usual_port:
        raise Rejected(f"“{place.shown[:60]}” is no address of Amazon. It looks like amazon.de/s?k=mugs.")
    path, _, query = place.target.partition("?")
    if shelf := _shelf(path.lower()):
        return f"{shop.domain}/{shelf}"
    if product := product_in(_ID_SHAPED.sub(lambda found: found[0].upper(), path)):
        return f"{shop.domain}/dp/{product}"
    asked = dict(parse_qsl(query))
    if meant := _sold_by(path, asked) or (meant_by(asked) if _SEARCHES.search(path.lower()) else {}):
        return _search(shop.domain, meant)
    raise Rejected(
        f"“{place.shown[:60]}” is at Amazon, but is no search, category, list of bestsellers, shop or product."
    )


def _search(domain: str, meant: dict[str, str]) -> str:
    return f"{domain}/s?{query_of(meant)}"


def _sold_by(path: str, asked: dict[str, str]) -> dict[str, str]:
    """A seller's own page says what others think of them; what they sell is a search."""
    found = _SHOP_IN_PATH.search(path)
    seller = found[1] if found else asked.get("seller")
    return meant_by({"me": seller}) if seller and _SELLERS.search(path.lower()) else {}


def _shelf(path: str) -> str | None:
    """A list of what sells best, or is newest, or rises: gp/bestsellers/books/1318158031."""
    found = _SHELF.search(path)
    return f"gp/{found[1] or 'bestsellers'}{found[2]}" if found else None


def _parts(link: str, shop: Shop) -> tuple[str, dict[str, str]]:
    try:
        parts = urlsplit(urljoin(shop.origin, link))
    except ValueError:
        return "", {}
    return parts.path, dict(parse_qsl(parts.query))


def _number(written: str | None) -> int | None:
    """Of a page after the first."""
    digits = (written or "")[:6]
    return int(digits) if digits.isascii() and digits.isdigit() and 1 < int(digits) <= MOST_PAGES else None
