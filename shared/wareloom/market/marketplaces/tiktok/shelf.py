"""The products of a search, a category or a store."""

from collections import Counter

from wareloom.kit.errors import Rejected
from wareloom.market.marketplaces.tiktok.address import product_link
from wareloom.market.marketplaces.tiktok.money import amount, currency_of
from wareloom.market.marketplaces.tiktok.product import MOST, image_link, product_id_of, rating
from wareloom.market.marketplaces.tiktok.state import Part
from wareloom.market.page import OfferPage, SeenOffer, unreadable
from wareloom.market.reading.text import Object, a_list, an_object, is_list, whole, words

_MOST_PRODUCTS = 20_000
_LISTS = ("products", "productList", "product_list")
_SUGGESTED = ("bought_together", "brand_cat", "more_", "recently", "recommend", "similar", "you_may_like")


def listed_in(parts: list[Part], country: str | None) -> OfferPage | None:
    """None where the page has no list of its own: what it suggests beside one is no answer to what was asked."""
    feeds = [part for part in parts if part.kind == "feed_list" or part.name.startswith("feed_list")]
    main = [part for part in feeds if part.settings.get("is_main_feed") is True]
    own = main or [part for part in feeds if not _suggested(part)]
    filled = [found for part in own if part.data and (found := listed(part.data, country)) is not None]
    if own and not filled:
        raise Rejected("The page is an empty shell: TikTok Shop fills its list in a browser.")
    if not filled:
        return None
    passed_over = sum((Counter(found.passed_over) for found in filled), Counter[str]())
    return OfferPage(offers=tuple(offer for found in filled for offer in found.offers), passed_over=dict(passed_over))


def listed(holder: Object, country: str | None) -> OfferPage | None:
    """None where there is no list, which is not the same as an empty one."""
    products = next((a_list(holder[name]) for name in _LISTS if is_list(holder.get(name))), None)
    if products is None:
        return None
    if len(products) > _MOST_PRODUCTS:
        raise Rejected("The page lists more products than any page of TikTok Shop does.")
    offers = tuple(found for one in products if (found := _offer(an_object(one), country)))
    if products and not offers:
        raise Rejected("The page lists products in a form that cannot be read.")
    return OfferPage(offers=offers, passed_over=unreadable(len(products) - len(offers)))


def _suggested(part: Part) -> bool:
    kind = words(an_object(part.settings.get("data_source")).get("type")) or ""
    return any(mark in name for mark in _SUGGESTED for name in (part.name, kind))


def _offer(told: Object, country: str | None) -> SeenOffer | None:
    product_id, title = product_id_of(told), words(told.get("title")) or words(told.get("product_name"))
    if not product_id or not title:
        return None
    price = an_object(told.get("product_price_info"))
    currency = currency_of(price, country)
    now = amount(price, currency, "sale_price_decimal", "sale_price_format", "sale_price")
    before = amount(price, currency, "origin_price_decimal", "origin_price_format", "origin_price")
    stars, reviews = rating(an_object(told.get("rate_info")), "score", "review_count")
    seller = an_object(told.get("seller_info"))
    facts = {
        "sold_total": whole(an_object(told.get("sold_info")).get("sold_count"), MOST),
        "seller_id": words(seller.get("seller_id")),
        "brand": words(an_object(told.get("brand_info")).get("brand_name")),
    }
    return SeenOffer(
        external_id=product_id,
        title=title,
        price=now,
        list_price=before if before and now and before > now else None,
        currency=currency,
        rating=stars,
        reviews_count=reviews,
        image_url=image_link(told.get("image")),
        product_url=product_link(product_id),
        seller=words(seller.get("shop_name")),
        sponsored=any(told.get(name) is True for name in ("is_ad", "is_ads", "is_sponsored")),
        details={name: fact for name, fact in facts.items() if fact is not None},
    )
