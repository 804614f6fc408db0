"""A page of the sample market as its fetcher would bring it: so many mugs, at these prices."""

from typing import Any

import orjson


def body(*prices: str, further: str | None = None) -> bytes:
    """A page of the sample market; `further` is where it says that there is more."""
    listings: list[dict[str, Any]] = [
        {
            "id": f"offer-{number}",
            "title": "A mug",
            "shop": "Paper Fox",
            "department": "mug",
            "tags": [],
            "attributes": {},
            "currency": "USD",
            "price": price,
            "rating": None,
            "reviews": 3,
            "history": [],
        }
        for number, price in enumerate(prices, 1)
    ]
    return orjson.dumps({"page": 1, "pages": 1, "next": further, "listings": listings})
