"""How searches, categories, market pages, shops and listings of Etsy are addressed."""

import re
from typing import Literal
from urllib.parse import parse_qsl, quote, urlsplit

from wareloom.kit.errors import Rejected
from wareloom.kit.http.place import Place, read_place
from wareloom.market.marketplaces.etsy import links
from wareloom.market.page import PageRequest

Kind = Literal["search", "category", "market", "shop", "listing", "signin", "other"]

_KINDS: tuple[Kind, ...] = ("search", "category", "market", "shop", "listing", "signin")

MOST_PAGES = 100
"""Etsy shows up to 250 pages of a list; what comes after the first hundred is hardly ever looked at."""
_MOST_CHARACTERS = 120
_HOSTS = {"etsy.com", "www.etsy.com", "m.etsy.com"}
_NOT_SHOPS = {"api", "openapi", "help", "community", "partners", "investors", "careers", "blog", "ir", "pages", "img0"}
_SHOP_HOST = re.compile(r"([a-z0-9]{3,32})\.etsy\.com")
_LIKE_AN_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*:|\S*[\\/]|www\.)\S*|\S+\.\w{2,}", re.IGNORECASE)
_PATH = re.compile(
    r"(?:/(?P<locale>[a-z]{2}(?:-[a-z]{2})?))?/(?:"
    r"(?P<search>search(?:/[\w-]+)*)|(?P<category>c(?:/[\w%-]+)+)|(?P<market>market/[^/]+)"
    r"|shop/(?P<shop>\w+)(?:/.*)?|listing/(?P<listing>\d+)(?:/.*)?|(?P<signin>signin|join)(?:/.*)?"
    r")/?",
    re.IGNORECASE,
)
_OF_A_SEARCH = (
    "q order min max explicit ship_to location locationQuery free_shipping is_discounted is_personalizable customizable"
    " instant_download item_type is_star_seller is_best_seller is_merch_library gift_wrap facet max_processing_days"
)
_OF_A_SHOP = "section_id search_query sort_order"
_ATTRIBUTE = re.compile(r"attr_\d+$")


def spelled(written: str) -> str:
    """“https://www.Etsy.com/de/search?ref=x&q=Mug” is etsy.com/de/search?q=mug, and so is what leads there in words."""
    asked = written.strip()
    if not _LIKE_AN_ADDRESS.fullmatch(asked):
        return f"etsy.com/search?q={_words(asked)}"
    place = read_place(asked if "://" in asked else f"https://{asked}")
    shop = _shop_of(place.host)
    if place.host not in _HOSTS and not shop:
        raise Rejected(f"“{asked[:60]}” is not an address of Etsy. It looks like etsy.com/shop/name.")
    path, _, query = place.target.partition("?")
    if shop and path == "/":
        path = f"/shop/{shop}"
    return "etsy.com" + _path(path, query, asked)


def first_page(target: str) -> PageRequest:
    return PageRequest(url=read_place(f"https://www.{target}").url)


def numbered(place: Place, number: int) -> PageRequest:
    """A page of the same list."""
    path, _, query = place.target.partition("?")
    kept = [f"{_escaped(name)}={_escaped(value)}" for name, value in _asked(query) if name not in {"page", "ref"}]
    further = read_place(f"{place.origin}{path}?{'&'.join([*kept, f'page={number}'])}")
    return PageRequest(url=further.url, number=number)


def number_of(url: str) -> int:
    """Which page of a list an address names."""
    digits = next((value for name, value in _asked(urlsplit(url).query) if name == "page"), "")
    return int(digits) if digits.isascii() and digits.isdigit() and 0 < int(digits[:6]) < 10_000 else 1


def place_of(url: str | None) -> Place | None:
    """Where a page came from, if its address is known and makes sense."""
    try:
        return read_place(links.original(url)) if url else None
    except Rejected:
        return None


def kind_of(place: Place | None) -> Kind | None:
    """What an address of Etsy leads to; None for any other address."""
    if place is None or not (place.host in _HOSTS or _shop_of(place.host)):
        return None
    path = place.target.partition("?")[0]
    if _shop_of(place.host) and path == "/":
        return "shop"
    found = _PATH.fullmatch(path)
    for kind in _KINDS:
        if found and found[kind]:
            return kind
    return "other"


def locale_of(place: Place | None) -> str | None:
    """“de” of etsy.com/de/…: the country whose shop window this is."""
    found = _PATH.fullmatch(place.target.partition("?")[0]) if place and place.host in _HOSTS else None
    return found["locale"].lower() if found and found["locale"] else None


def _path(path: str, query: str, asked: str) -> str:
    found = _PATH.fullmatch(path)
    if found is None or found["signin"]:
        raise Rejected(f"“{asked[:60]}” is no search, category, market page, shop or listing of Etsy.")
    locale = f"/{found['locale']}" if found["locale"] else ""
    if found["listing"]:
        return f"{locale}/listing/{found['listing']}".lower()
    kept = _filters(query, _OF_A_SHOP if found["shop"] else _OF_A_SEARCH)
    if found["search"] and not kept.startswith("?q="):
        raise Rejected(f"“{asked[:60]}” searches for nothing: it lacks the words, as in etsy.com/search?q=mug.")
    named = f"shop/{found['shop']}" if found["shop"] else found["search"] or found["category"] or found["market"]
    return f"{locale}/{named}".lower() + kept


def _filters(query: str, named: str) -> str:
    """What narrows a list down, in one order, the words first; what only tracks is left out."""
    kept = named.split()
    asked = {name: value.strip() for name, value in _asked(query) if value.strip()}
    words = [f"q={_words(asked.pop('q'))}"] if "q" in asked and "q" in kept else []
    narrowed = [f"{name}={_escaped(asked[name])}" for name in sorted(asked) if name in kept or _ATTRIBUTE.match(name)]
    return f"?{'&'.join([*words, *narrowed])}" if words or narrowed else ""


def _words(written: str) -> str:
    words = " ".join(written.split()).lower()
    if len(words) > _MOST_CHARACTERS or not words.isprintable() or not any(map(str.isalnum, words)):
        raise Rejected("These are no words to search Etsy for. They look like: ceramic mug.")
    return _escaped(words)


def _escaped(value: str) -> str:
    """Letters of every script stay readable; they are escaped where the page is asked for."""
    return "".join(one if one.isalnum() else "+" if one == " " else quote(one, safe="") for one in value)


def _asked(query: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(query, keep_blank_values=True)
    except ValueError:
        return []


def _shop_of(host: str) -> str | None:
    found = _SHOP_HOST.fullmatch(host)
    return found[1] if found and host not in _HOSTS and found[1] not in _NOT_SHOPS else None
