"""What Etsy's Open API v3 can be asked, and where: searches, whole shops and single listings, without filters."""

import re
from urllib.parse import parse_qsl, urlencode

from wareloom.market.keys import MarketKeys
from wareloom.market.official import host_and_path
from wareloom.market.page import PageRequest

HOST = "openapi.etsy.com"
PATH = "/v3/application"
A_PAGE = 100
"""The most that Etsy tells at once, as its OpenAPI file says."""
WITH_THEM = "Shop,Images"
_ORDERS = {
    "most_relevant": {"sort_on": "score"},
    "date_desc": {"sort_on": "created", "sort_order": "desc"},
    "price_asc": {"sort_on": "price", "sort_order": "asc"},
    "price_desc": {"sort_on": "price", "sort_order": "desc"},
}
_SHOP = re.compile(r"/shop/(\w+)")
_LISTING = re.compile(r"/listing/(\d{1,19})")


class EtsyOfficial:
    def configured(self, keys: MarketKeys) -> bool:
        return keys.etsy is not None

    def first_page(self, target: str, keys: MarketKeys) -> PageRequest | None:
        """What is asked in a country's own shop window is left to pages: the API has only one."""
        if not self.configured(keys):
            return None
        path, _, query = target.removeprefix("etsy.com").partition("?")
        asked = dict(parse_qsl(query))
        if path == "/search" and asked.keys() <= {"q", "order"}:
            return _search(asked)
        if (shop := _SHOP.fullmatch(path)) and not asked:
            return _at("/shops", shop_name=shop[1], limit=A_PAGE)
        if (listing := _LISTING.fullmatch(path)) and not asked:
            return _at(f"/listings/{listing[1]}", includes=WITH_THEM)
        return None

    def claims(self, url: str) -> bool:
        host, path = host_and_path(url)
        return host == HOST and path.startswith(f"{PATH}/")


def _search(asked: dict[str, str]) -> PageRequest | None:
    order = _ORDERS.get(asked.get("order", "most_relevant"))
    return _at("/listings/active", keywords=asked["q"], **order, limit=A_PAGE, offset=0) if order else None


def _at(path: str, **asked: str | int) -> PageRequest:
    return PageRequest(url=f"https://{HOST}{PATH}{path}?{urlencode(asked, safe=',')}")
