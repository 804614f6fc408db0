"""What a shop's own Admin API can be asked: all of its products, or those of one collection.

Its one address takes questions, not pages; which part of the answer is wanted stands in the query that is kept on the
task's row, and is moved into the question when it is sent.
"""

import re
from urllib.parse import parse_qsl, urlencode

from wareloom.kit.http.place import read_place
from wareloom.market.keys import MarketKeys
from wareloom.market.official import host_and_path
from wareloom.market.page import PageRequest

VERSION = "2026-07"
"""Each is served for a year; this one until July 2027."""
PATH = f"/admin/api/{VERSION}/graphql.json"
MOST_PAGES = 1000
"""Of 25 products: Shopify pages through no more than 25,000."""
_SHOPS = ".myshopify.com"
_ANY_VERSION = re.compile(r"/admin/api/\d{4}-\d{2}/graphql\.json")
"""A collection that began under an earlier version goes on under this one, and its archive stays readable."""


class ShopifyOfficial:
    def configured(self, keys: MarketKeys) -> bool:
        return bool(keys.shopify)

    def first_page(self, target: str, keys: MarketKeys) -> PageRequest | None:
        asked, _, collection = target.partition("/collections/")
        authority = asked.removeprefix("www.")
        for shop, key in keys.shopify.items():
            if authority in {shop, *(domain.lower().removeprefix("www.") for domain in key.domains)}:
                query = f"?{urlencode({'collection': collection})}" if collection else ""
                return PageRequest(url=f"https://{shop}{PATH}{query}")
        return None

    def claims(self, url: str) -> bool:
        host, path = host_and_path(url)
        return host.endswith(_SHOPS) and bool(_ANY_VERSION.fullmatch(path))


def wanted(url: str) -> dict[str, str]:
    """`collection`, `after` and `page`, as far as they are named."""
    return dict(parse_qsl(read_place(url).target.partition("?")[2]))


def further(url: str, cursor: str, number: int) -> PageRequest:
    asked = {**wanted(url), "after": cursor, "page": str(number)}
    return PageRequest(url=f"{read_place(url).origin}{PATH}?{urlencode(asked)}", number=number)


def number_of(url: str) -> int:
    written = wanted(url).get("page", "")
    return int(written) if written.isascii() and written.isdigit() and len(written) < 6 else 1
