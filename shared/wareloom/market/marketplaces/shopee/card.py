"""The shapes that an item comes in, brought to the one that `item` reads."""

from typing import NamedTuple

from wareloom.market.marketplaces.shopee.item import money, number
from wareloom.market.reading.counts import count, stars
from wareloom.market.reading.text import Object, a_list, an_object, words


class Card(NamedTuple):
    item: Object
    sponsored: bool


def card(shown: object) -> Card:
    """Of a list: flat, wrapped (`item_basic`), or told apart into what is drawn and what is known (`item_data`)."""
    outer = an_object(shown)
    inner = an_object(outer.get("item")) or outer
    data = an_object(inner.get("item_data")) or inner
    if basic := an_object(inner.get("item_basic")):
        item = basic
    elif drawn := an_object(inner.get("item_card_displayed_asset")) or an_object(data.get("item_card_displayed_asset")):
        item = _drawn(inner, data, drawn)
    else:
        item = data
    return Card(item, sponsored=any(map(_paid_for, (outer, inner, item))))


def product(answer: Object) -> Object:
    """Of a page about one product, where price, reviews, pictures and shop stand beside the item."""
    item = an_object(answer.get("item")) or answer
    price = an_object(answer.get("product_price"))
    review = an_object(answer.get("product_review"))
    shop = an_object(answer.get("shop_detailed"))
    attributes = an_object(answer.get("product_attributes"))
    return {
        **item,
        "price": item.get("price") or _of_range(price.get("price"), "range_min"),
        "price_max": item.get("price_max") or _of_range(price.get("price"), "range_max"),
        "price_before_discount": item.get("price_before_discount")
        or _of_range(price.get("price_before_discount"), "range_min"),
        "item_rating": _rating(an_object(item.get("item_rating")), review),
        "images": a_list(item.get("images")) or a_list(an_object(answer.get("product_images")).get("images")),
        "categories": item.get("categories") or attributes.get("categories") or item.get("fe_categories"),
        "historical_sold": _first(item.get("historical_sold"), review.get("historical_sold")),
        "liked_count": _first(item.get("liked_count"), review.get("liked_count")),
        "shop_name": _first(item.get("shop_name"), shop.get("name"), shop.get("shop_name")),
        "shop_location": _first(item.get("shop_location"), shop.get("shop_location"), shop.get("place")),
        "is_official_shop": _first(item.get("is_official_shop"), shop.get("is_official_shop")),
        "is_preferred_plus_seller": _first(item.get("is_preferred_plus_seller"), shop.get("is_preferred_plus_seller")),
    }


def _drawn(inner: Object, data: Object, drawn: Object) -> Object:
    price = an_object(data.get("item_card_display_price"))
    sold = an_object(data.get("item_card_display_sold_count"))
    shop = an_object(data.get("shop_data"))
    shop_id, item_id = _real_ids(inner, data)
    return {
        **data,
        "shopid": shop_id,
        "itemid": item_id,
        "name": drawn.get("name"),
        "image": _first(drawn.get("image"), next(iter(a_list(drawn.get("images"))), None)),
        "price": _first(price.get("price"), an_object(drawn.get("display_price")).get("price")),
        "price_before_discount": _first(price.get("strikethrough_price"), price.get("original_price")),
        "item_rating": _rating_drawn(an_object(data.get("item_rating")), an_object(drawn.get("rating"))),
        "sold": _sold(sold, "monthly"),
        "historical_sold": _sold(sold, "historical"),
        "shop_name": _first(shop.get("shop_name"), data.get("shop_name")),
        "shop_location": _first(drawn.get("shop_location"), shop.get("shop_location")),
    }


def _real_ids(inner: Object, data: Object) -> tuple[str | None, str | None]:
    """Some cards stand for an item of another shop: only the real one has a page."""
    holders = [data, inner]
    if "vitem" in a_list(inner.get("item_identities")):
        holders.insert(0, an_object(next(iter(a_list(inner.get("real_items"))), None)))
    shops = (number(holder, "shopid", "shop_id") for holder in holders)
    items = (number(holder, "itemid", "item_id") for holder in holders)
    return next(filter(None, shops), None), next(filter(None, items), None)


def _rating(told: Object, review: Object) -> Object:
    counted = a_list(told.get("rating_count")) or a_list(review.get("rating_count"))
    return {
        "rating_star": _first(told.get("rating_star"), review.get("rating_star")),
        "rating_count": counted or review.get("total_rating_count"),
    }


def _rating_drawn(told: Object, drawn: Object) -> Object:
    written = words(drawn.get("rating_text"))
    return {"rating_star": _first(told.get("rating_star"), stars(written)), "rating_count": told.get("rating_count")}


def _sold(sold: Object, since: str) -> object:
    exact = sold.get(f"{since}_sold_count")
    return exact if exact is not None else count(words(sold.get(f"{since}_sold_count_text")))


def _of_range(price: object, edge: str) -> object:
    """A price is one value or a range of them; what it is not is -1."""
    told = an_object(price)
    return told.get(edge) if money(told.get(edge)) else told.get("single_value")


def _paid_for(shown: Object) -> bool:
    return any(number(told, "adsid") for told in (shown, an_object(shown.get("ads_info"))))


def _first(*candidates: object) -> object:
    return next((one for one in candidates if one is not None and one != ""), None)
