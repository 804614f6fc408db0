"""Pages of Shopify shops, written for the tests, and the ways to make one by hand."""

import json
from pathlib import Path
from typing import Any

PAGES = Path(__file__).parent / "pages" / "shopify"


def saved(name: str) -> bytes:
    return (PAGES / name).read_bytes()


def listing(*products: dict[str, Any]) -> bytes:
    return json.dumps({"products": products}).encode()


def product(**facts: Any) -> dict[str, Any]:
    return {"id": 1, "title": "Mug", "handle": "mug", "variants": [{"price": "9.50"}], **facts}


def linked(*told: Any, head: str = "", body: str = "") -> bytes:
    """A page that tells search engines this; a string is written as it is."""
    scripts = (one if isinstance(one, str) else json.dumps(one) for one in told)
    written = "".join(f'<script type="application/ld+json">{script}</script>' for script in scripts)
    return f"<html><head>{head}{written}</head><body>{body}</body></html>".encode()
