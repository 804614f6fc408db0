"""Pages and answers of Etsy, written for the tests, and the ways to make one by hand."""

import json
from pathlib import Path
from typing import Any

PAGES = Path(__file__).parent / "pages" / "etsy"
SEARCH = "https://www.etsy.com/search?q=fen"


def saved(name: str) -> bytes:
    return (PAGES / name).read_bytes()


def searched(*tiles: str, told: object = None, head: str = "", attributes: str = 'data-currency="USD"') -> bytes:
    """A page of search results with these tiles."""
    script = f'<script type="application/ld+json">{json.dumps(told)}</script>' if told is not None else ""
    grid = f"<div data-search-results><ol data-results-grid-container>{''.join(tiles)}</ol></div>" if tiles else ""
    return f"<!DOCTYPE html><html><head>{head}{script}</head><body {attributes}>{grid}</body></html>".encode()


def tile(inside: str = "", *, number: int = 7, link: str = "?ls=s", price: str = "9.50", title: str = "Mug") -> str:
    cost = f'<div class="n-listing-card__price"><span class="currency-symbol">$</span>{_value(price)}</div>'
    return (
        f'<li><div class="v2-listing-card" data-palette-listing-id="{number}" data-listing-id="{number}">'
        f'<a class="listing-link" href="https://www.etsy.com/listing/{number}/mug{link}"><h3>{title}</h3></a>'
        f"{cost if price else ''}{inside}</div></li>"
    )


def _value(price: str) -> str:
    return f'<span class="currency-value">{price}</span>'


def told(*products: dict[str, Any], **facts: Any) -> dict[str, Any]:
    entries = [{"@type": "ListItem", "position": at, "item": one} for at, one in enumerate(products, 1)]
    return {"@type": "ItemList", "itemListElement": entries, **facts}


def product(number: int = 7, **facts: Any) -> dict[str, Any]:
    known = {"@type": "Product", "name": "Mug", "url": f"https://www.etsy.com/listing/{number}/mug"}
    return {**known, "offers": {"@type": "Offer", "price": "9.50", "priceCurrency": "USD"}, **facts}


def listing_page(*told: object, body: str = "", head: str = "") -> bytes:
    scripts = "".join(f'<script type="application/ld+json">{json.dumps(one)}</script>' for one in told)
    return f"<!DOCTYPE html><html><head>{head}{scripts}</head><body>{body}</body></html>".encode()


def answered(*listings: dict[str, Any], **facts: Any) -> bytes:
    return json.dumps({"count": len(listings), "results": listings, **facts}).encode()


def api_listing(**facts: Any) -> dict[str, Any]:
    """As the Open API tells a listing that somebody looked up with its shop and its images."""
    return {
        "listing_id": 1701000001,
        "shop_id": 8100001,
        "title": "Fen kit &quot;Marsh&quot;",
        "state": "active",
        "quantity": 12,
        "num_favorers": 340,
        "views": 5120,
        "url": "https://www.etsy.com/listing/1701000001/fen-kit-marsh?utm_source=x",
        "tags": ["terrarium", "moss kit"],
        "taxonomy_id": 891,
        "price": {"amount": 4250, "divisor": 100, "currency_code": "GBP"},
        "shop": {"shop_name": "FenAndFern", "review_average": 4.8126, "review_count": 1204},
        "images": [
            {"rank": 2, "url_fullxfull": "https://i.etsystatic.com/8100001/r/il/7b/802/il_fullxfull.802_b.jpg"},
            {"rank": 1, "url_fullxfull": "https://i.etsystatic.com/8100001/r/il/7a/801/il_fullxfull.801_a.jpg"},
        ],
        **facts,
    }
