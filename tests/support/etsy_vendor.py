"""Etsy's Open API v3, played: searches, a shop, single listings, and the headers that count what is left."""

from typing import Any

from tests.support.vendor import Asked, Reply, Vendor

KEY = "keystring-of-tests:shared-secret-of-tests"
API = "/v3/application"
SHOP = {"shop_id": 77, "shop_name": "FenPottery", "review_average": 4.8, "review_count": 312}


class EtsyVendor(Vendor):
    def __init__(self, listings: int = 3, key: str = KEY) -> None:
        super().__init__()
        self.listings = listings
        self.key = key
        self.remaining: dict[str, str] = {}

    def reply(self, asked: Asked) -> Reply:
        if (sent := asked.headers.get("x-api-key")) != self.key:
            return Reply({"error": f"Invalid API key: {sent}"}, 403)
        told = self._told(asked)
        if told is None:
            return Reply({"error": "Resource not found"}, 404)
        counted = {"x-limit-per-second": "10", "x-remaining-this-second": "9", "x-remaining-today": "9000"}
        return Reply(told, headers={**counted, **self.remaining})

    def _told(self, asked: Asked) -> Any:
        path, query = asked.path.removeprefix(API), asked.query
        numbers = range(1_000_000_001, 1_000_000_001 + self.listings)
        if path in {"/listings/active", f"/shops/{SHOP['shop_id']}/listings/active"}:
            offset, limit = int(query.get("offset", 0)), int(query.get("limit", 25))
            return {"count": self.listings, "results": [listing(one) for one in numbers[offset : offset + limit]]}
        if path == "/listings/batch":
            wanted = [int(one) for one in query["listing_ids"].split(",")]
            return {"count": len(wanted), "results": [whole_listing(one) for one in reversed(wanted)]}
        if path == "/shops":
            alike = {**SHOP, "shop_id": 78, "shop_name": f"{SHOP['shop_name']}Too"}
            return {"count": 2, "results": [alike, SHOP]}
        number = path.removeprefix("/listings/")
        return whole_listing(int(number)) if number.isdigit() and int(number) in numbers else None


def listing(number: int) -> dict[str, Any]:
    """As a list tells it."""
    return {
        "listing_id": number,
        "shop_id": SHOP["shop_id"],
        "title": f"Fen mug {number}",
        "state": "active",
        "quantity": 4,
        "url": f"https://www.etsy.com/listing/{number}/fen-mug",
        "tags": ["mug", "fen"],
        "price": {"amount": 2150, "divisor": 100, "currency_code": "EUR"},
        "num_favorers": 12,
        "taxonomy_id": 1633,
    }


def whole_listing(number: int) -> dict[str, Any]:
    images = [{"rank": 1, "url_fullxfull": f"https://i.etsystatic.com/{number}.jpg"}]
    return {**listing(number), "shop": SHOP, "images": images}
