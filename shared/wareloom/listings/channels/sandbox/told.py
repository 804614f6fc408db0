"""What the practice shop keeps of what it is told, what it refuses, and what it answers."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from wareloom.kit.errors import Rejected
from wareloom.listings.channel import Facts, Goods, Limits

LIMITS = Limits(
    title=140, description=5000, tags=13, tag=20, source="as narrow as the narrowest real shop, for practice"
)


def told(part: str, goods: Goods, product: str) -> Facts:
    if part == "product":
        _check(goods)
        variants = [{**asdict(one), "price": str(one.price)} for one in goods.variants]
        return {
            "id": product,
            "title": goods.title,
            "description": goods.description,
            "tags": list(goods.tags),
            "currency": goods.currency,
            "variants": variants,
        }
    if part == "pictures":
        return {"id": product, "pictures": sorted(goods.mockup_urls)}
    return {"id": product}


def _check(goods: Goods) -> None:
    """As a real shop would: nothing is cut silently."""
    faults = {
        "a title": 0 < len(goods.title) <= LIMITS.title,
        "a description": len(goods.description) <= (LIMITS.description or 0),
        "tags": len(goods.tags) <= (LIMITS.tags or 0) and all(0 < len(tag) <= (LIMITS.tag or 0) for tag in goods.tags),
        "variants": bool(goods.variants) and all(one.price > 0 for one in goods.variants),
    }
    if wrong := [name for name, fine in faults.items() if not fine]:
        raise Rejected(f"The practice shop does not take {' and '.join(wrong)} like these.")


def left(part: str, kept: Mapping[str, Any]) -> Facts:
    """An id and, once it is on sale, an address."""
    shown = ("id", "url") if part == "publish" else ("id",)
    return {"external_id": kept["id"], **{name: kept[name] for name in shown}}
