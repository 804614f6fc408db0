"""Links as Amazon writes them: dressed up, redirected through advertisers, and all leading to some product's number."""

import re
from urllib.parse import unquote

from wareloom.market.marketplaces.amazon.shops import Shop
from wareloom.market.reading.text import words

_MOST_CHARACTERS = 8000
_WRAPPED = 3
"""A link inside a link inside an advertiser's link."""
_ID = r"(?:B[0-9A-Z]{9}|[0-9]{9}[0-9X])"
"""Of books it is the old ISBN."""
_PRODUCT_ID = re.compile(_ID)
_IN_A_LINK = re.compile(
    r"/(?:dp(?:/product)?|gp/(?:product|aw/d|aw/ol|offer-listing|video/detail)|d|product-reviews|exec/obidos/ASIN|o/ASIN)"
    rf"/({_ID})(?![0-9A-Za-z])"
)
_PAID = re.compile(r"/sspa/click|/slredirect/|picassoRedirect|amazon-adsystem\.|/gp/r\.html")
_IMAGE = re.compile(r"(?:https?:)?//[^\s/]+/\S+")


def is_product_id(written: str | None) -> bool:
    return bool(written and _PRODUCT_ID.fullmatch(written))


def product_in(link: str | None) -> str | None:
    """The product that a link leads to, also when the link is wrapped into another."""
    text = (link or "")[:_MOST_CHARACTERS]
    for _ in range(_WRAPPED):
        if found := _IN_A_LINK.search(text):
            return found[1]
        text = unquote(text)
    return None


def is_paid(link: str | None) -> bool:
    """Somebody pays when it is followed."""
    return bool(_PAID.search(link or ""))


def product_link(product_id: str, shop: Shop | None) -> str | None:
    return f"{shop.origin}/dp/{product_id}" if shop else None


def image_link(written: str | None) -> str | None:
    """Whole, or none: a page saved with its images names files, and one that loads them late names a grey pixel."""
    link = words(written)
    if not link or not _IMAGE.fullmatch(link) or "grey-pixel" in link or "transparent-pixel" in link:
        return None
    return f"https:{link}" if link.startswith("//") else link
