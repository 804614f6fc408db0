"""A shop's Admin API, played: products in pages, and an allowance that runs out."""

import json
from typing import Any

from tests.support.vendor import Asked, Reply, Vendor

SHOP, TOKEN = "fen-pottery.myshopify.com", "shpat_token-of-tests"
A_PAGE = 25


class ShopifyVendor(Vendor):
    def __init__(self, products: int = 3) -> None:
        super().__init__()
        self.products = [product(number) for number in range(1, products + 1)]
        self.available = 1900

    def reply(self, asked: Asked) -> Reply:
        if asked.headers.get("x-shopify-access-token") != TOKEN:
            return Reply({"errors": "[API] Invalid API key or access token"}, 401)
        sent: dict[str, Any] = json.loads(asked.body)
        after = int(sent["variables"].get("after", "cursor-0").removeprefix("cursor-"))
        shown = self.products[after : after + A_PAGE]
        info = {"hasNextPage": after + A_PAGE < len(self.products), "endCursor": f"cursor-{after + len(shown)}"}
        listed = {"products": {"pageInfo": info, "nodes": shown}}
        if "handle" in sent["variables"]:
            listed = {"collectionByIdentifier": listed if sent["variables"]["handle"] == "hats" else None}
        return Reply({"data": {"shop": {"currencyCode": "GBP"}, **listed}, "extensions": {"cost": self.cost()}})

    def cost(self) -> dict[str, Any]:
        status = {"maximumAvailable": 2000.0, "currentlyAvailable": self.available, "restoreRate": 100.0}
        return {"requestedQueryCost": 400, "actualQueryCost": 90, "throttleStatus": status}

    def error(self, code: str, message: str = "No") -> Reply:
        told = {"errors": [{"message": message, "extensions": {"code": code}}], "extensions": {"cost": self.cost()}}
        return Reply(told)


def product(number: int, **facts: Any) -> dict[str, Any]:
    variants = [
        {"price": "21.50", "compareAtPrice": "25.00", "availableForSale": True},
        {"price": "24.00", "compareAtPrice": None, "availableForSale": False},
    ]
    return {
        "id": f"gid://shopify/Product/{number}",
        "title": f"Fen mug {number}",
        "handle": f"fen-mug-{number}",
        "vendor": "Fen Pottery",
        "productType": "Mugs",
        "tags": ["mug", "fen"],
        "onlineStoreUrl": f"https://fen.example/products/fen-mug-{number}",
        "publishedAt": "2026-05-01T10:00:00Z",
        "updatedAt": "2026-10-01T10:00:00Z",
        "options": [{"name": "Size"}],
        "featuredMedia": {"preview": {"image": {"url": f"https://cdn.shopify.com/{number}.jpg"}}},
        "priceRangeV2": {"minVariantPrice": {"amount": "21.5"}},
        "variantsCount": {"count": 2},
        "variants": {"pageInfo": {"hasNextPage": False}, "nodes": variants},
        **facts,
    }
