"""What Amazon's Selling Partner API can be asked, and where: searches in its catalogue, and single products.

The Product Advertising API was switched off on 2026-05-15, and its successor, the Creators API, is for affiliates who
sell enough; a seller gets a key to the Selling Partner API by registering an application of their own.
"""

import re
from urllib.parse import parse_qsl, urlencode

from wareloom.kit.http.place import read_place
from wareloom.market.keys import MarketKeys
from wareloom.market.marketplaces.amazon.shops import BY_MARKETPLACE_ID, Shop
from wareloom.market.official import host_and_path
from wareloom.market.page import PageRequest

ITEMS = "/catalog/2022-04-01/items"
A_PAGE = 20
"""The most of `pageSize` in the catalogue's contract, and of the ASINs that prices are asked for at once."""
TOLD = "summaries,images,salesRanks,classifications,identifiers"
_REGIONS = {
    "na": "com ca com.mx com.br",
    "eu": "co.uk ie de fr it es nl com.be se pl com.tr ae sa eg co.za in",
    "fe": "co.jp sg com.au",
}
"""As the list of SP-API endpoints has them. Amazon in China is in none."""
_HOSTS = {
    f"amazon.{ending}": f"sellingpartnerapi-{region}.amazon.com"
    for region, endings in _REGIONS.items()
    for ending in endings.split()
}
_IDS = {shop.domain: marketplace_id for marketplace_id, shop in BY_MARKETPLACE_ID.items()}
_PRODUCT = re.compile(r"dp/(\w{10})")


class AmazonOfficial:
    def configured(self, keys: MarketKeys) -> bool:
        return keys.amazon is not None

    def first_page(self, target: str, keys: MarketKeys) -> PageRequest | None:
        domain, _, asked = target.partition("/")
        if keys.amazon is None or domain not in keys.amazon.marketplaces or domain not in _HOSTS:
            return None
        if product := _PRODUCT.fullmatch(asked):
            return _at(domain, identifiers=product[1], identifiersType="ASIN")
        path, _, query = asked.partition("?")
        meant = dict(parse_qsl(query))
        if path == "s" and meant.keys() == {"k"}:
            # A comma would part the words into several searches.
            return _at(domain, keywords=" ".join(meant["k"].replace(",", " ").split()), pageSize=A_PAGE)
        return None

    def claims(self, url: str) -> bool:
        host, path = host_and_path(url)
        return host in _HOSTS.values() and path == ITEMS


def further(url: str, token: str, number: int) -> PageRequest:
    """The number stands where no server sees it: Amazon numbers no pages, and people do."""
    place = read_place(url)
    asked = {**dict(parse_qsl(place.target.partition("?")[2])), "pageToken": token}
    return PageRequest(url=f"{place.origin}{ITEMS}?{urlencode(asked, safe=',')}#page={number}", number=number)


def shop_asked(url: str) -> Shop | None:
    asked = dict(parse_qsl(url.partition("?")[2].partition("#")[0]))
    return BY_MARKETPLACE_ID.get(asked.get("marketplaceIds", ""))


def number_of(url: str) -> int:
    written = url.rpartition("#page=")[2] if "#page=" in url else ""
    return int(written) if written.isascii() and written.isdigit() and len(written) < 6 else 1


def _at(domain: str, **asked: str | int) -> PageRequest:
    where = {"marketplaceIds": _IDS[domain], "includedData": TOLD}
    return PageRequest(url=f"https://{_HOSTS[domain]}{ITEMS}?{urlencode({**asked, **where}, safe=',')}")
