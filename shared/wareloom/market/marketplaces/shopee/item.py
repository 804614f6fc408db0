"""One item, as Shopee's own program is told of it."""

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

from wareloom.market.currencies import code
from wareloom.market.marketplaces.shopee.sites import Site, picture, site_selling_in
from wareloom.market.page import Availability, SeenOffer
from wareloom.market.price import plain
from wareloom.market.reading.text import Object, a_list, an_object, whole, words

_PARTS = 100_000
"""Of one unit of any currency: that is what prices are counted in."""
_FOUR_DECIMALS = Decimal("0.0001")
_MOST = 2**31 - 1
_NUMBER = re.compile(r"[0-9]{1,20}")
_PICTURE = re.compile(r"[\w.-]{6,120}")


def offer(item: Object, site: Site | None, *, sponsored: bool = False) -> SeenOffer | None:
    """None for what is no item: lists hold banners, streams and shops as well."""
    shop_id, item_id = number(item, "shopid", "shop_id"), number(item, "itemid", "item_id")
    title = words(item.get("name")) or words(item.get("title"))
    if not shop_id or not item_id or not title:
        return None
    currency = code(words(item.get("currency"))) or (site.currency if site else None)
    site = site or site_selling_in(currency)
    price = _price(item)
    stars, count = _rating(item)
    path = tuple(name for one in a_list(item.get("categories")) if (name := words(an_object(one).get("display_name"))))
    return SeenOffer(
        external_id=f"{shop_id}.{item_id}",
        title=title,
        price=price,
        list_price=_list_price(item, price),
        currency=currency,
        rating=stars,
        reviews_count=count,
        image_url=_image(item, site),
        product_url=f"{site.origin if site else ''}/product/{shop_id}/{item_id}",
        seller=words(item.get("shop_name")),
        category=path[-1] if path else None,
        category_path=path,
        availability=_availability(item),
        stock=whole(item.get("stock"), _MOST),
        sponsored=sponsored,
        tags=tuple(dict.fromkeys(tag.lstrip("#") for one in a_list(item.get("hashtag_list")) if (tag := words(one)))),
        details=_details(item),
    )


def number(item: Object, *names: str) -> str | None:
    """An id under the first name that has one; 0 is nobody's."""
    written = (words(item.get(name)) or "" for name in names)
    return next((one for one in written if _NUMBER.fullmatch(one) and one.strip("0")), None)


def money(counted: object) -> Decimal | None:
    """-1 and 0 mean that there is no such price."""
    if isinstance(counted, bool) or not isinstance(counted, int | Decimal | str):
        return None
    try:
        amount = Decimal(counted)
    except InvalidOperation:
        return None
    return plain(amount / _PARTS) if amount.is_finite() and amount > 0 else None


def pictures(item: Object) -> Iterable[str]:
    named = (words(one) for one in (item.get("image"), *a_list(item.get("images"))))
    return (name for name in named if name)


def _price(item: Object) -> Decimal | None:
    models = (money(an_object(model).get("price")) for model in a_list(item.get("models")))
    shown = money(item.get("price")) or money(item.get("price_min"))
    return shown or min((price for price in models if price), default=None)


def _list_price(item: Object, price: Decimal | None) -> Decimal | None:
    before = money(item.get("price_before_discount")) or money(item.get("price_min_before_discount"))
    return before if before and price and before >= price else None


def _rating(item: Object) -> tuple[Decimal | None, int | None]:
    """Shopee's own figures: 0 stars of 0 ratings where nobody gave any yet."""
    told = an_object(item.get("item_rating"))
    star = told.get("rating_star")
    stars = Decimal(star) if isinstance(star, int | Decimal) and not isinstance(star, bool) else None
    count = whole(next(iter(a_list(told.get("rating_count"))), None), _MOST)
    sound = stars is not None and stars.is_finite() and 0 <= stars <= 5
    return (stars.quantize(_FOUR_DECIMALS) if stars is not None and sound else None), count


def _image(item: Object, site: Site | None) -> str | None:
    name = next(iter(pictures(item)), None)
    if name is None:
        return None
    if name.startswith("https://"):
        return name.replace(" ", "%20")
    return picture(name, site) if _PICTURE.fullmatch(name) else None


def _availability(item: Object) -> Availability | None:
    status, stock = words(item.get("item_status")), whole(item.get("stock"), _MOST)
    if item.get("is_sold_out") is True or item.get("is_unavailable") is True or stock == 0:
        return "out_of_stock"
    if status and status != "normal":
        return "out_of_stock"
    if item.get("is_pre_order") is True:
        return "preorder"
    return "in_stock" if stock or status or item.get("is_sold_out") is False else None


def _details(item: Object) -> dict[str, Any]:
    highest = money(item.get("price_max"))
    facts: dict[str, Any] = {
        "price_max": f"{highest:f}" if highest else None,
        "sold_30_days": whole(item.get("sold"), _MOST),
        "sold_total": whole(item.get("historical_sold"), _MOST),
        "liked": whole(item.get("liked_count"), _MOST),
        "stock": whole(item.get("stock"), _MOST),
        "brand": words(item.get("brand")),
        "shop_location": words(item.get("shop_location")),
        "official_shop": _told(item, "is_official_shop"),
        "preferred_seller": _told(item, "is_preferred_plus_seller"),
        "category_id": number(item, "catid", "cat_id"),
        "variants": len(a_list(item.get("models"))) or None,
    }
    return {name: fact for name, fact in facts.items() if fact is not None}


def _told(item: Object, name: str) -> bool | None:
    said = item.get(name)
    return said if isinstance(said, bool) else None
