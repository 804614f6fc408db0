"""Whether a product can be had, as its page tells it."""

from wareloom.market.marketplaces.shopify import feed
from wareloom.market.marketplaces.shopify.document import Document
from wareloom.market.page import Availability
from wareloom.market.reading import linked_data
from wareloom.market.reading.text import Object

_SAID: dict[str, Availability] = {
    "instock": "in_stock",
    "availablefororder": "in_stock",
    "limitedavailability": "low_stock",
    "preorder": "preorder",
    "backorder": "preorder",
    "pending": "preorder",
    "oos": "out_of_stock",
    "outofstock": "out_of_stock",
    "discontinued": "out_of_stock",
}


def availability(page: Document, told: list[Object], variants: list[Object]) -> Availability | None:
    return linked_data.availability(told) or feed.availability(variants) or _social(page)


def _social(page: Document) -> Availability | None:
    said = (page.social.get(name, "") for name in ("product:availability", "og:availability"))
    return next((known for one in said if (known := _SAID.get("".join(filter(str.isalpha, one.lower()))))), None)
