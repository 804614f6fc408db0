"""A product's own page. Its program was rewritten once: the same facts stand under other names."""

import re
from decimal import Decimal
from typing import Any, NamedTuple

from wareloom.market.marketplaces.tiktok.address import product_link
from wareloom.market.marketplaces.tiktok.money import amount, currency_of
from wareloom.market.page import Availability, SeenOffer
from wareloom.market.price import plain
from wareloom.market.reading.counts import count, of_five
from wareloom.market.reading.text import Object, a_list, an_object, whole, words

MOST = 2**31 - 1
_IDENTITY = re.compile(r"[1-9][0-9]{0,24}")


class _Price(NamedTuple):
    lowest: Decimal | None
    highest: Decimal | None
    before: Decimal | None
    currency: str | None


def offer(data: Object, country: str | None) -> SeenOffer | None:
    """None where the page names the product at most, and does not show it."""
    told = an_object(data.get("product_info")) or data
    model = an_object(told.get("product_model"))
    base = an_object(told.get("product_base")) or model
    product_id, title = product_id_of(told) or product_id_of(model), words(base.get("title")) or words(base.get("name"))
    if not product_id or not title:
        return None
    skus = [an_object(sku) for sku in a_list(told.get("skus")) or a_list(model.get("skus"))]
    price = _price(told, base, skus, country or words(data.get("sale_region")))
    stars, reviews = _rating(told, data)
    path = _categories(data)
    return SeenOffer(
        external_id=product_id,
        title=title,
        price=price.lowest,
        list_price=price.before if price.before and price.lowest and price.before > price.lowest else None,
        currency=price.currency,
        rating=stars,
        reviews_count=reviews,
        image_url=next((link for image in a_list(base.get("images")) if (link := image_link(image))), None),
        product_url=product_link(product_id),
        seller=_seller(told, data),
        category=path[-1] if path else None,
        category_path=path,
        availability=_availability(skus),
        stock=_left(skus),
        details=_details(told, base, price, skus),
    )


def product_id_of(told: Object) -> str | None:
    written = words(told.get("product_id")) or ""
    return written if _IDENTITY.fullmatch(written) else None


def image_link(image: object) -> str | None:
    listed = an_object(image).get("url_list")
    links = list(an_object(listed).values()) or a_list(listed)
    return next((link for one in links if (link := words(one)) and link.startswith("https://")), None)


def rating(told: Object, star: str, counted: str, *rounded: str) -> tuple[Decimal | None, int | None]:
    """No stars where nobody gave any: TikTok writes 0 then."""
    written = [words(told.get(name)) for name in (counted, *rounded)]
    counts = (whole(told.get(counted), MOST), *(whole(count(text), MOST) for text in written))
    return of_five(plain(told.get(star))), next((number for number in counts if number is not None), None)


def _price(told: Object, base: Object, skus: list[Object], country: str | None) -> _Price:
    older = an_object(base.get("price"))
    newer = an_object(an_object(told.get("promotion_model")).get("promotion_product_price"))
    cheapest = an_object(newer.get("min_price")) or an_object(newer.get("range_price"))
    asked = [an_object(an_object(sku.get("price")).get("real_price")) for sku in skus]
    currency = next((found for one in (older, cheapest, *asked) if (found := currency_of(one, None))), None)
    currency = currency or currency_of({}, country)
    prices = [found for one in asked if (found := amount(one, currency, "price_val", "price_str"))]
    lowest = amount(older, currency, "min_sku_price", "real_price") or amount(
        cheapest, currency, "sale_price_decimal", "sale_price_format", "min_price_integer_part_format"
    )
    highest = amount(older, currency, "max_sku_price") or amount(
        an_object(newer.get("max_price")), currency, "sale_price_decimal", "sale_price_format"
    )
    before = amount(older, currency, "min_sku_original_price", "original_price") or amount(
        cheapest, currency, "origin_price_decimal", "origin_price_format"
    )
    return _Price(lowest or min(prices, default=None), highest or max(prices, default=None), before, currency)


def _rating(told: Object, data: Object) -> tuple[Decimal | None, int | None]:
    ways = (
        rating(
            an_object(told.get("product_detail_review")),
            "product_rating",
            "review_count",
            "review_count_str_v2",
            "review_count_str",
        ),
        rating(an_object(told.get("review_model")), "product_overall_score", "product_review_count"),
        rating(an_object(an_object(data.get("review_info")).get("review_ratings")), "overall_score", "review_count"),
    )
    return next((way for way in ways if way != (None, None)), (None, None))


def _seller(told: Object, data: Object) -> str | None:
    named = (
        (told.get("seller"), "name"),
        (told.get("seller_model"), "shop_name"),
        (told.get("shop_info"), "shop_name"),
        (data.get("shop_info"), "shop_name"),
    )
    return next((found for holder, name in named if (found := words(an_object(holder).get(name)))), None)


def _categories(data: Object) -> tuple[str, ...]:
    told = [an_object(one) for one in a_list(data.get("categories"))]
    widest_first = sorted(told, key=lambda one: whole(one.get("level"), MOST) or 0)
    return tuple(name for one in widest_first if (name := words(one.get("category_name"))))


def _availability(skus: list[Object]) -> Availability | None:
    stocks = [stock for sku in skus if (stock := _stock(sku)) is not None]
    return ("in_stock" if any(stocks) else "out_of_stock") if stocks else None


def _left(skus: list[Object]) -> int | None:
    """Of all variants together: where one does not say, nobody knows."""
    stocks = [_stock(sku) for sku in skus]
    told = [stock for stock in stocks if stock is not None]
    return min(sum(told), MOST) if told and len(told) == len(stocks) else None


def _stock(sku: Object) -> int | None:
    told = sku.get("stock", an_object(sku.get("sku_quantity")).get("available_quantity"))
    return whole(told, MOST)


def _details(told: Object, base: Object, price: _Price, skus: list[Object]) -> dict[str, Any]:
    seller = an_object(told.get("seller"))
    facts: dict[str, Any] = {
        "price_max": f"{price.highest:f}" if price.highest else None,
        "sold_total": whole(base.get("sold_count"), MOST),
        "stock": sum(filter(None, map(_stock, skus))) if _availability(skus) else None,
        "variants": len(skus) or None,
        "seller_id": words(told.get("seller_id")) or words(seller.get("seller_id")),
        "seller_location": words(seller.get("seller_location")),
    }
    return {name: fact for name, fact in facts.items() if fact is not None}
