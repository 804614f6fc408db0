"""What a page shows and cannot be read is counted, with its reason: nothing is left out in silence."""

import json
from typing import Any

import pytest

from tests.support import amazon_pages, etsy_pages, shop_pages, shopee_pages, tiktok_pages
from wareloom.market.marketplaces.registry import marketplace
from wareloom.market.page import UNREADABLE

TILES = [amazon_pages.tile(number=f"B0WL0000{number:02}") for number in range(30)]


def _broken(document: bytes) -> bytes:
    """The first tile loses its title."""
    before, title, after = document.partition(b"<h2")
    inside, _, rest = after.partition(b"</h2>")
    assert title
    assert inside
    return before + rest


PAGES: list[tuple[str, bytes, str, int]] = [
    ("amazon", _broken(amazon_pages.searched(*TILES)), "https://www.amazon.com/s?k=mug", 29),
    ("etsy", etsy_pages.searched(*(etsy_pages.tile(number=n, title="Mug" if n else "") for n in range(9))),
     "https://www.etsy.com/search?q=mug", 8),
    ("shopify", shop_pages.listing(shop_pages.product(), {"title": "It has no number"}),
     "https://shop.example/products.json", 1),
    ("shopee", shopee_pages.listing(shopee_pages.item(), {"name": "It has no number"}),
     "https://shopee.sg/api/v4/search/search_items", 1),
    ("tiktok", json.dumps({"products": [tiktok_pages.hit(), {"title": "No number"}]}).encode(),
     "https://shop.tiktok.com/us/s/mug", 1),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "url", "read"), PAGES, ids=[page[0] for page in PAGES])
def test_what_cannot_be_read_is_counted(name: str, body: bytes, url: str, read: int) -> None:
    page = marketplace(name).read(body, url)
    assert (len(page.offers), page.passed_over) == (read, {UNREADABLE: 1})


@pytest.mark.parametrize("name", ["shopify", "shopee"])
def test_a_page_of_which_all_is_read_passes_nothing_over(name: str) -> None:
    told: dict[str, Any] = {
        "shopify": (shop_pages.listing(shop_pages.product()), "https://shop.example/products.json"),
        "shopee": (shopee_pages.listing(shopee_pages.item()), "https://shopee.sg/api/v4/search/search_items"),
    }
    body, url = told[name]
    assert marketplace(name).read(body, url).passed_over == {}
