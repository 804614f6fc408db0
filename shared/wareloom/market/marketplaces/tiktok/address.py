"""How TikTok Shop's searches, categories, stores and products are named."""

import re
from urllib.parse import parse_qsl, unquote

from wareloom.kit.errors import Rejected
from wareloom.kit.http.place import Place, read_place
from wareloom.market.page import PageRequest
from wareloom.market.reading.search_words import in_an_address, is_address, search_words

HOME = "tiktok.com/shop"
_HOME_HOSTS = {"tiktok.com", "www.tiktok.com", "m.tiktok.com"}
_SHOP_HOST = "shop.tiktok.com"
_PRODUCT = re.compile(r"/(?:pdp|view/product)/(?:[^/]+/)?([0-9]{6,25})/?$", re.IGNORECASE)
_LIST = re.compile(r"(/(?:c|store)/[^/]+/[0-9]+|/k/[^/]+)/?", re.IGNORECASE)
_SEARCH = re.compile(r"/(?:s|search)(?:/([^/]+))?/?", re.IGNORECASE)
_COUNTRY = re.compile(r"/([a-z]{2})(?=/)", re.IGNORECASE)
_REFUSED = re.compile(r"/(?:login|captcha|verify)\b")


def spelled(written: str) -> str:
    """“https://www.tiktok.com/shop/pdp/otter-mug/1729?x=y” is tiktok.com/shop/pdp/1729; plain words are a search."""
    asked = written.strip()
    if not is_address(asked):
        return f"{HOME}/s/{in_an_address(search_words(asked), '%20')}"
    place = read_place(asked if "://" in asked else f"https://{asked}")
    home, path = _home(place, asked)
    if product := _PRODUCT.search(path):
        return f"{home}/pdp/{product[1]}"
    if listed := _LIST.fullmatch(path):
        return f"{home}{listed[1].lower()}"
    if search := _SEARCH.fullmatch(path):
        query = dict(parse_qsl(place.target.partition("?")[2]))
        words = search_words(unquote(search[1] or "") or query.get("q", "") or query.get("keyword", ""))
        return f"{home}/s{'/' if home == HOME else '?q='}{in_an_address(words, '%20')}"
    raise Rejected(f"“{asked[:60]}” is no search, category, store or product of TikTok Shop.")


def first_page(target: str) -> PageRequest:
    scheme = "https://www." if target.startswith(HOME) else "https://"
    return PageRequest(url=read_place(f"{scheme}{target}").url)


def product_link(product_id: str) -> str:
    return f"https://www.{HOME}/pdp/{product_id}"


def country_of(place: Place | None) -> str | None:
    """“us” of shop.tiktok.com/us/…: the country whose window this is."""
    found = _COUNTRY.match(place.target) if place and place.host == _SHOP_HOST else None
    return found[1].upper() if found else None


def refuses(place: Place | None) -> bool:
    return bool(place and _REFUSED.match(place.target))


def place_of(url: str) -> Place | None:
    """Where a page came from, if its address is known and makes sense."""
    try:
        return read_place(url)
    except Rejected:
        return None


def _home(place: Place, asked: str) -> tuple[str, str]:
    """Whose window it is, and the path behind it."""
    path = place.target.partition("?")[0]
    if place.host == _SHOP_HOST:
        country = _COUNTRY.match(path)
        return (f"{_SHOP_HOST}/{country[1].lower()}", path[country.end() :]) if country else (HOME, path)
    if place.host in _HOME_HOSTS and re.match(r"/(?:shop|view/product)/", path, re.IGNORECASE):
        return HOME, re.sub(r"^/shop", "", path, flags=re.IGNORECASE)
    raise Rejected(f"“{asked[:60]}” is not an address of TikTok Shop. It looks like {HOME}/pdp/1729000000000000001.")
