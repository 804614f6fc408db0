"""How searches, categories, shops and products of Shopee are named, and where its program asks for them."""

import re
from urllib.parse import parse_qs, parse_qsl, urlencode

from wareloom.kit.errors import Rejected
from wareloom.kit.http.place import Place, read_place
from wareloom.market.marketplaces.shopee.sites import DEFAULT, Site, site_at
from wareloom.market.page import PageRequest
from wareloom.market.reading.search_words import in_an_address, is_address, search_words

ITEMS_A_SEARCH_PAGE = 60
ITEMS_A_SHOP_PAGE = 30
MOST_PAGES = 50
"""Shopee shows no more than the first 3,000 products of a search."""
AS_ITS_OWN_PAGE = {"x-api-source": "pc", "x-requested-with": "XMLHttpRequest"}
_PRODUCT = re.compile(r"(?:-i\.|/product/)([0-9]{1,20})[./]([0-9]{1,20})/?$", re.IGNORECASE)
_CATEGORY = re.compile(r"[/-]cat((?:\.[0-9]{1,20}){1,4})/?$", re.IGNORECASE)
_SHOP = re.compile(r"/shop/([0-9]{1,20})(?:/.*)?|/([a-z0-9._-]{2,60})(?:/search)?/?", re.IGNORECASE)
_NOT_A_SHOP = {"api", "buyer", "cart", "events", "m", "mall", "product", "search", "shop", "user", "verify"}
_REFUSED = re.compile(r"/(?:verify|buyer/login)\b")


def spelled(written: str) -> str:
    """“https://shopee.co.id/Cangkir-i.7.9?sp_atk=x” is shopee.co.id/product/7/9; plain words are a search."""
    asked = written.strip()
    if not is_address(asked) and site_at(asked.lower()) is None:
        return _search(DEFAULT, asked)
    place = read_place(asked if "://" in asked else f"https://{asked}")
    site = site_at(place.host)
    if site is None:
        raise Rejected(f"“{asked[:60]}” is not an address of Shopee. It looks like {DEFAULT.domain}/product/7/9.")
    path, _, query = place.target.partition("?")
    if product := product_in(path):
        return f"{site.domain}/product/{product[0]}/{product[1]}"
    if category := _CATEGORY.search(path):
        return f"{site.domain}/cat{category[1]}"
    if path.rstrip("/").lower() == "/search":
        return _search(site, _first(query, "keyword"))
    return f"{site.domain}/{_shop(path, asked)}"


def first_page(target: str) -> PageRequest:
    """Pages of Shopee are drawn by a program: what is asked for is what that program asks for."""
    domain, _, path = target.partition("/")
    if product := product_in(f"/{path}"):
        asked = {"item_id": product[1], "shop_id": product[0], "tz_offset_minutes": "0", "detail_level": "0"}
        return _request(domain, "pdp/get_pc", asked)
    if path.startswith("search?"):
        words = _first(path.partition("?")[2], "keyword")
        return _request(domain, "search/search_items", _list_of("relevancy", "PAGE_GLOBAL_SEARCH", keyword=words))
    if category := _CATEGORY.search(f"/{path}"):
        narrowest = category[1].rpartition(".")[2]
        return _request(domain, "search/search_items", _list_of("pop", "PAGE_CATEGORY", fe_categoryids=narrowest))
    if path.startswith("shop/"):
        return shop_list(domain, path.removeprefix("shop/"))
    return _request(domain, "shop/get_shop_base", {"username": path, "version": "1"})


def shop_list(domain: str, shop_id: str, *, number: int = 1) -> PageRequest:
    asked = {"bundle": "shop_page_category_tab_main", "limit": str(ITEMS_A_SHOP_PAGE), "offset": "0"}
    return _request(domain, "shop/rcmd_items", {**asked, "shop_id": shop_id, "sort_type": "1"}, number)


def next_list(place: Place | None, *, total: int | None, more: bool | None) -> PageRequest | None:
    """The page after this one. `more` is what the page itself says about it, and None where it says nothing."""
    path, _, query = place.target.partition("?") if place else ("", "", "")
    asked = dict(parse_qsl(query, keep_blank_values=True))
    counted = next((name for name in ("newest", "offset") if name in asked), None)
    if place is None or counted is None or more is False:
        return None
    start, limit = _number(asked[counted], 0), _number(asked.get("limit", ""), ITEMS_A_SEARCH_PAGE) or 1
    number = (start + limit) // limit + 1
    if number > MOST_PAGES or (total is not None and start + limit >= total):
        return None
    asked[counted] = str(start + limit)
    # A shop's list comes after the page that told the shop's number: two pages of a task never share one.
    behind = 1 if path.endswith("/rcmd_items") else 0
    url = f"{place.origin}{path}?{urlencode(asked)}"
    return PageRequest(url=url, number=number + behind, headers=AS_ITS_OWN_PAGE)


def limit_of(place: Place | None) -> int | None:
    asked = parse_qs(place.target.partition("?")[2]) if place else {}
    return _number(asked.get("limit", [""])[0], 0) or None


def product_in(link: str | None) -> tuple[str, str] | None:
    """The shop and the item that an address names."""
    found = _PRODUCT.search((link or "").partition("?")[0])
    return (found[1], found[2]) if found else None


def refuses(place: Place | None) -> bool:
    """Whether we were sent to where robots and strangers are sent."""
    return bool(place and _REFUSED.match(place.target))


def place_of(url: str | None) -> Place | None:
    """Where a page came from, if its address is known and makes sense."""
    try:
        return read_place(url) if url else None
    except Rejected:
        return None


def _search(site: Site, words: str) -> str:
    return f"{site.domain}/search?keyword={in_an_address(search_words(words))}"


def _shop(path: str, asked: str) -> str:
    found = _SHOP.fullmatch(path)
    if found and found[1]:
        return f"shop/{found[1]}"
    if found is None or found[2].lower() in _NOT_A_SHOP:
        raise Rejected(f"“{asked[:60]}” is no search, category, shop or product of Shopee.")
    return found[2].lower()


def _list_of(order: str, scenario: str, **wanted: str) -> dict[str, str]:
    asked = {"by": order, **wanted, "limit": str(ITEMS_A_SEARCH_PAGE), "newest": "0", "order": "desc"}
    return {**asked, "page_type": "search", "scenario": scenario, "version": "2"}


def _request(domain: str, endpoint: str, asked: dict[str, str], number: int = 1) -> PageRequest:
    url = f"https://{domain}/api/v4/{endpoint}?{urlencode(asked)}"
    return PageRequest(url=url, number=number, headers=AS_ITS_OWN_PAGE)


def _first(query: str, name: str) -> str:
    return next((value for key, value in parse_qsl(query) if key == name), "")


def _number(written: str, otherwise: int) -> int:
    return int(written) if written.isascii() and written.isdigit() and len(written) < 7 else otherwise
