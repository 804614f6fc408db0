"""Amazon's Selling Partner API and its door, Login with Amazon, played."""

from typing import Any
from urllib.parse import parse_qs

from tests.support.vendor import Asked, Reply, Vendor

KEY = {
    "client_id": "amzn1.application-oa2-client.tests",
    "client_secret": "amzn1.oa2-cs.v1.secret-of-tests",
    "refresh_token": "Atzr|refresh-token-of-tests",
    "marketplaces": ["amazon.de", "amazon.co.uk"],
}
GERMANY = "A1PA6795UKMFR9"
A_PAGE = 20


class AmazonVendor(Vendor):
    def __init__(self, items: int = 2) -> None:
        super().__init__()
        self.items = items
        self.tokens: list[str] = []
        self.lasts = 3600
        self.may_price = True

    def reply(self, asked: Asked) -> Reply:
        if asked.path == "/auth/o2/token":
            return self._token(asked)
        if asked.headers.get("x-amz-access-token") not in self.tokens[-1:]:
            return refused(403, "Unauthorized", f"Access denied to {asked.headers.get('x-amz-access-token')}")
        if asked.path == "/products/pricing/v0/competitivePrice":
            return Reply(priced(asked)) if self.may_price else refused(403, "Unauthorized", "No role")
        return Reply(self._items(asked), headers={"x-amzn-RateLimit-Limit": "2.0"})

    def _token(self, asked: Asked) -> Reply:
        sent = {name: values[0] for name, values in parse_qs(asked.body.decode()).items()}
        wanted = {name: KEY[name] for name in ("client_id", "client_secret", "refresh_token")}
        if sent != {"grant_type": "refresh_token", **wanted}:
            said = f"The request has an invalid grant parameter: {sent.get('refresh_token')}"
            return Reply({"error": "invalid_grant", "error_description": said}, 400)
        self.tokens.append(f"Atza|access-token-{len(self.tokens) + 1}")
        told = {"access_token": self.tokens[-1], "token_type": "bearer", "expires_in": self.lasts}
        return Reply({**told, "refresh_token": wanted["refresh_token"]})

    def _items(self, asked: Asked) -> dict[str, Any]:
        marketplace = asked.query["marketplaceIds"]
        if asin := asked.query.get("identifiers"):
            return {"numberOfResults": 1, "items": [item(asin, marketplace)]}
        start = int(asked.query.get("pageToken", "from-0").removeprefix("from-"))
        numbers = range(start, min(self.items, start + A_PAGE))
        there = {"nextToken": f"from-{start + A_PAGE}"} if start + A_PAGE < self.items else {}
        items = [item(f"B0{one:08}", marketplace) for one in numbers]
        return {"numberOfResults": self.items, "pagination": there, "items": items}


def refused(status: int, code: str, message: str) -> Reply:
    return Reply({"errors": [{"code": code, "message": message, "details": ""}]}, status)


def item(asin: str, marketplace: str = GERMANY, **summary: str) -> dict[str, Any]:
    tea = {"displayName": "Teetassen", "classificationId": "3"}
    kitchen = {"displayName": "Küche", "classificationId": "1"}
    link = f"https://m.media-amazon.com/images/I/{asin}"
    return {
        "asin": asin,
        "summaries": [{"marketplaceId": marketplace, "itemName": f"Otter mug {asin}", "brand": "Fen", **summary}],
        "images": [
            {
                "marketplaceId": marketplace,
                "images": [
                    {"variant": "MAIN", "link": f"{link}.SL75.jpg", "height": 75, "width": 75},
                    {"variant": "MAIN", "link": f"{link}.jpg", "height": 1500, "width": 1500},
                    {"variant": "PT01", "link": f"{link}.PT01.jpg", "height": 2000, "width": 2000},
                ],
            }
        ],
        "salesRanks": [
            {
                "marketplaceId": marketplace,
                "classificationRanks": [{"classificationId": "3", "title": "Teetassen", "rank": 12}],
                "displayGroupRanks": [{"websiteDisplayGroup": "kitchen", "title": "Küche", "rank": 3456}],
            }
        ],
        "classifications": [{"marketplaceId": marketplace, "classifications": [{**tea, "parent": kitchen}]}],
    }


def priced(asked: Asked) -> dict[str, Any]:
    return {"payload": [_price(asin) for asin in asked.query["Asins"].split(",")]}


def _price(asin: str) -> dict[str, Any]:
    if asin.endswith("3"):
        return {"status": "ClientError", "ASIN": asin}
    money = {"ListingPrice": {"CurrencyCode": "EUR", "Amount": 12.99}}
    pricing = {
        "CompetitivePrices": [{"CompetitivePriceId": "1", "Price": money, "condition": "New"}],
        "NumberOfOfferListings": [{"condition": "New", "Count": 4}],
    }
    named = {"MarketplaceASIN": {"MarketplaceId": GERMANY, "ASIN": asin}}
    return {"status": "Success", "ASIN": asin, "Product": {"Identifiers": named, "CompetitivePricing": pricing}}
