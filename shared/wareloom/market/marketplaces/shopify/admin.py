"""Products as a shop's own Admin API tells them: what we ask for, and how the answer is read.

Only what any visitor may see is asked for and kept. Offers are everybody's, and a shop's drafts and costs are its own.
"""

from decimal import Decimal
from typing import Any

from wareloom.kit.errors import Rejected
from wareloom.market.currencies import code
from wareloom.market.marketplaces.shopify import feed
from wareloom.market.marketplaces.shopify.official import MOST_PAGES, further, number_of, wanted
from wareloom.market.page import Availability, OfferPage, PageRequest, SeenOffer, unreadable
from wareloom.market.price import plain
from wareloom.market.reading.text import Object, a_list, an_object, identity, is_list, read_json, whole, words

_MOST = 2**31 - 1
_HIDDEN = "It is not shown in the online store."
_PRODUCTS = """
    pageInfo { hasNextPage endCursor }
    nodes {
      id title handle vendor productType tags onlineStoreUrl publishedAt updatedAt
      options { name }
      featuredMedia { preview { image { url } } }
      priceRangeV2 { minVariantPrice { amount } }
      variantsCount { count }
      variants(first: 20) { pageInfo { hasNextPage } nodes { price compareAtPrice availableForSale } }
    }
"""
OF_THE_SHOP = (
    "query Products($after: String) { shop { currencyCode }"
    ' products(first: 25, after: $after, sortKey: ID, query: "status:active published_status:published") {'
    f"{_PRODUCTS}}} }}"
)
OF_A_COLLECTION = (
    "query CollectionProducts($handle: String!, $after: String) { shop { currencyCode }"
    " collectionByIdentifier(identifier: { handle: $handle }) {"
    f" products(first: 25, after: $after) {{{_PRODUCTS}}} }} }}"
)


def question(url: str) -> Object:
    asked = wanted(url)
    after = {"after": asked["after"]} if "after" in asked else {}
    if collection := asked.get("collection"):
        return {"query": OF_A_COLLECTION, "variables": {"handle": collection, **after}}
    return {"query": OF_THE_SHOP, "variables": after}


def page(text: str, url: str) -> OfferPage:
    try:
        data = an_object(an_object(read_json(text)).get("data"))
    except ValueError as error:
        raise Rejected("The shop's answer is broken JSON, or cut off.") from error
    collection = wanted(url).get("collection")
    if collection and "collectionByIdentifier" in data and data["collectionByIdentifier"] is None:
        raise Rejected(f"The shop has no collection “{collection[:60]}”.")
    holder = an_object(data.get("collectionByIdentifier")) if collection else data
    products = an_object(holder.get("products"))
    if not is_list(products.get("nodes")):
        raise Rejected("The shop's answer lists no products.")
    currency = code(words(an_object(data.get("shop")).get("currencyCode")))
    nodes = [an_object(node) for node in a_list(products.get("nodes"))]
    shown = [node for node in nodes if words(node.get("onlineStoreUrl"))]
    read = [offer for node in shown if (offer := _offer(node, currency))]
    if shown and not read:
        raise Rejected("The shop's answer lists products in a form that cannot be read.")
    hidden = {_HIDDEN: len(nodes) - len(shown)} if len(shown) < len(nodes) else {}
    return OfferPage(
        offers=tuple({one.external_id: one for one in read}.values()),
        next=_next(products, url),
        passed_over=hidden | unreadable(len(shown) - len(read)),
    )


def _next(products: Object, url: str) -> PageRequest | None:
    info, number = an_object(products.get("pageInfo")), number_of(url) + 1
    cursor = words(info.get("endCursor"))
    return further(url, cursor, number) if info.get("hasNextPage") is True and cursor and number <= MOST_PAGES else None


def _offer(product: Object, currency: str | None) -> SeenOffer | None:
    external_id, title = identity(product.get("id")), words(product.get("title"))
    if not external_id or not title:
        return None
    price, compared = _prices(product)
    return SeenOffer(
        external_id=external_id,
        title=title,
        price=price,
        list_price=compared if compared and price is not None and compared > price else None,
        currency=currency,
        image_url=_image(product),
        product_url=words(product.get("onlineStoreUrl")),
        seller=words(product.get("vendor")),
        category=words(product.get("productType")),
        tags=tuple(dict.fromkeys(tag for one in a_list(product.get("tags")) if (tag := words(one)))),
        availability=_availability(product),
        details=_details(product),
    )


def _variants(product: Object) -> tuple[list[Object], bool]:
    """Some of them, and whether these are all."""
    found = an_object(product.get("variants"))
    all_there = an_object(found.get("pageInfo")).get("hasNextPage") is False
    return [an_object(node) for node in a_list(found.get("nodes"))], all_there


def _prices(product: Object) -> tuple[Decimal | None, Decimal | None]:
    """Of the cheapest variant. Where that may be one that was not told, only its price is known."""
    variants, all_there = _variants(product)
    told = [{"price": one.get("price"), "compare_at_price": one.get("compareAtPrice")} for one in variants]
    price, compared = feed.cheapest(told, cents=False)
    lowest = plain(an_object(an_object(product.get("priceRangeV2")).get("minVariantPrice")).get("amount"))
    return (price, compared) if all_there or price == lowest or lowest is None else (lowest, None)


def _availability(product: Object) -> Availability | None:
    variants, all_there = _variants(product)
    told = feed.availability([{"available": one.get("availableForSale")} for one in variants])
    return told if all_there or told == "in_stock" else None


def _image(product: Object) -> str | None:
    preview = an_object(an_object(product.get("featuredMedia")).get("preview"))
    link = words(an_object(preview.get("image")).get("url"))
    return link if link and link.startswith("https://") else None


def _details(product: Object) -> dict[str, Any]:
    options = [words(an_object(option).get("name")) for option in a_list(product.get("options"))]
    facts = {
        "variants": whole(an_object(product.get("variantsCount")).get("count"), _MOST),
        "options": [option for option in options if option],
        "published_at": words(product.get("publishedAt")),
        "updated_at": words(product.get("updatedAt")),
    }
    return {name: fact for name, fact in facts.items() if fact is not None}
