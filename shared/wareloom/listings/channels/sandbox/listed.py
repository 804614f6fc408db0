"""What stands in a practice shop, for whoever wants to know that nothing stands there twice."""

from collections import Counter
from dataclasses import dataclass

from wareloom.listings.channels.sandbox.shelf import Shelf


@dataclass(frozen=True)
class Listed:
    """One product that stands in the shop."""

    key: str
    id: str
    title: str
    url: str
    on_sale: bool
    asked: int
    """How often it was asked for. A lost answer is to be looked for, not asked for again."""


def listed(shop: str) -> list[Listed]:
    """What stands in the shop now."""
    shelf = Shelf(shop)
    asked = Counter(one["key"] for one in shelf.all("told/") if one["act"] == "do")
    on_sale = {one["id"] for one in shelf.all("parts/") if one["part"] == "publish"}
    return [
        Listed(one["key"], one["id"], one["title"], one["url"], one["id"] in on_sale, asked[one["key"]])
        for one in shelf.all("parts/")
        if one["part"] == "product"
    ]
