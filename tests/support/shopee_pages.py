"""Answers and pages of Shopee, written for the tests, and the ways to make one by hand."""

import json
from pathlib import Path
from typing import Any

PAGES = Path(__file__).parent / "pages" / "shopee"


def saved(name: str) -> bytes:
    return (PAGES / name).read_bytes()


def item(**facts: Any) -> dict[str, Any]:
    told = {"itemid": 9, "shopid": 7, "name": "Mug", "currency": "IDR", "price": 1990000, "image": "otter-mug-a"}
    return {**told, **facts}


def listing(*items: Any, **around: Any) -> bytes:
    """A search's answer with these flat items."""
    return json.dumps({"error": None, "items": items, **around}).encode()
