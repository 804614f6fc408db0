"""Pages and answers of TikTok, written for the tests, and the ways to make one by hand."""

import json
from pathlib import Path
from typing import Any

PAGES = Path(__file__).parent / "pages" / "tiktok"


def saved(name: str) -> bytes:
    return (PAGES / name).read_bytes()


def scripted(identity: str, state: Any) -> bytes:
    """A page that keeps its state in a script; a string is written as it is."""
    written = state if isinstance(state, str) else json.dumps(state)
    return f'<html><body><script id="{identity}" type="application/json">{written}</script></body></html>'.encode()


def put_together(*parts: dict[str, Any], region: str = "US") -> bytes:
    """A page of TikTok Shop made of these parts."""
    page = {"region_info": {"path_region": region}, "page_config": {"components_map": parts}}
    return scripted("__MODERN_ROUTER_DATA__", {"loaderData": {"layout": None, "a/page": page}})


def part(name: str, data: Any = None, **settings: Any) -> dict[str, Any]:
    kind = "feed_list" if name.startswith("feed_list") else name
    return {"component_type": kind, "component_name": name, "fe_config": settings, "component_data": data}


def product(**facts: Any) -> dict[str, Any]:
    """One product's own page, of the older make."""
    base = {"title": "Mug", "price": {"min_sku_price": "9.50", "currency": "USD"}, **facts.pop("base", {})}
    return {"product_info": {"product_id": "1729000000000000007", "product_base": base, **facts}}


def hit(**facts: Any) -> dict[str, Any]:
    """One product in a list."""
    price = {"sale_price_decimal": "9.50", "currency_name": "USD"}
    return {"product_id": "1729000000000000007", "title": "Mug", "product_price_info": price, **facts}


def video(**facts: Any) -> dict[str, Any]:
    told = {"id": "7500000000000000001", "desc": "An otter", "createTime": 1750000000, "author": {"uniqueId": "lena"}}
    return {**told, "stats": {"playCount": 5, "diggCount": 4, "commentCount": 3, "shareCount": 2}, **facts}
