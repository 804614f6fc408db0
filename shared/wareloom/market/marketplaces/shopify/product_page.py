"""One product's page as visitors see it: what it tells search engines, social networks and Shopify's own counters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from wareloom.market.marketplaces.shopify import embedded, feed, stock, way
from wareloom.market.marketplaces.shopify.cost import cost
from wareloom.market.marketplaces.shopify.document import Document
from wareloom.market.marketplaces.shopify.links import first_image, handle_in
from wareloom.market.page import SeenOffer
from wareloom.market.reading import linked_data, numbers
from wareloom.market.reading.text import Object, a_list, an_object, identity, words

_PRODUCT_IDS = (
    re.compile(r'"rtyp":"product","rid":(\d{1,30})(?!\w)'),
    re.compile(r'"productId":\s*"?(\d{1,30})(?!\w)'),
    re.compile(r"""data-product-id=["']?(\d{1,30})(?!\w)"""),
)


@dataclass(frozen=True)
class _Product:
    page: Document
    told: list[Object]
    """From JSON-LD, the ones about this page's product alone."""
    counted: Object
    variants: list[Object]
    """As the theme keeps them, with what they cost before; only this product's own."""


def offer(page: Document) -> SeenOffer | None:
    """None when the page shows no product, or none of a Shopify shop."""
    product = _product(page)
    if not (handle_in(page.link) or product.counted or "shopify" in page.text.lower()):
        return None
    title = _title(product)
    external_id = _external_id(product)
    if not title or not external_id:
        return None
    paid = cost(page, product.told, product.counted, product.variants)
    stars, reviews = next(
        (found for one in product.told if (found := linked_data.rating(one)) != (None, None)), (None, None)
    )
    return SeenOffer(
        external_id=external_id,
        title=title,
        price=paid.price,
        list_price=paid.before,
        currency=paid.currency,
        rating=stars,
        reviews_count=reviews,
        image_url=_image(product),
        product_url=page.link,
        seller=_seller(product),
        category=words(product.counted.get("type")) or _first(product, "category"),
        category_path=way.path(page, title),
        availability=stock.availability(page, product.told, product.variants),
        stock=_stock(product),
        details=_details(product),
    )


def _product(page: Document) -> _Product:
    counted = an_object(page.counted.get("product"))
    handle = handle_in(page.link) or handle_in(f"/products/{words(counted.get('handle')) or ''}")
    return _Product(
        page=page,
        told=_own(linked_data.products(page.scripts), handle),
        counted=counted,
        variants=_own_variants(page, counted),
    )


def _own(products: list[Object], handle: str | None) -> list[Object]:
    """What names another page is a neighbour; of those that name none, the first and its namesakes are ours."""
    silent = [product for product in products if not (handle and any(_handles(product)))]
    own = [product for product in products if handle in _handles(product)] if handle else []
    name = linked_data.title((own or silent or [{}])[0].get("name"))
    namesakes = [product for product in silent if linked_data.title(product.get("name")) == name]
    return [product for product in products if product in own or product in namesakes]


def _own_variants(page: Document, counted: Object) -> list[Object]:
    ours = {identity(an_object(variant).get("id")) for variant in a_list(counted.get("variants"))}
    own = [one for one in embedded.variants(page.text, page.data) if ours & {identity(each.get("id")) for each in one}]
    return max(own, key=_told) if own else []


def _told(variants: list[Object]) -> int:
    return sum("compare_at_price" in variant or "available" in variant for variant in variants)


def _handles(product: Object) -> Iterator[str]:
    for name in ("url", "@id"):
        if handle := handle_in(product.get(name)):
            yield handle.partition("#")[0]


def _title(product: _Product) -> str | None:
    named = next((name for one in product.told if (name := linked_data.title(one.get("name")))), None)
    if named or not _about_a_product(product):
        return named
    return linked_data.title(product.page.social.get("og:title"))


def _about_a_product(product: _Product) -> bool:
    return bool(product.counted) or product.page.social.get("og:type", "").startswith(("product", "og:product"))


def _external_id(product: _Product) -> str | None:
    """Shopify's number, the same as in the shop's list; the product's name in links where no number is told."""
    told = [one.get(name) for name in ("productGroupID", "productID") for one in product.told]
    numbers = (found for one in (product.counted.get("id"), *told) if (found := identity(one)) and found.isdigit())
    marked = (found[1] for pattern in _PRODUCT_IDS if (found := pattern.search(product.page.text)))
    return next(numbers, None) or next(marked, None) or (handle_in(product.page.link) if product.page.whole else None)


def _image(product: _Product) -> str | None:
    told = [one.get("image") for one in product.told]
    social = [product.page.social.get(name) for name in ("og:image:secure_url", "og:image", "twitter:image")]
    return next((link for image in (*told, *social) if (link := first_image(image, product.page.place))), None)


def _seller(product: _Product) -> str | None:
    brand = next((name for one in product.told if (name := linked_data.named(one.get("brand")))), None)
    place = product.page.place
    return words(product.counted.get("vendor")) or brand or (place.authority if place else None)


def _first(product: _Product, name: str) -> str | None:
    return next((found for one in product.told if (found := linked_data.named(one.get(name)))), None)


def _stock(product: _Product) -> int | None:
    """Themes that keep some of the variants count only those."""
    whole = len(product.variants) >= len(a_list(product.counted.get("variants")))
    return feed.stock(product.variants) if whole else None


def _details(product: _Product) -> dict[str, Any]:
    variants = [a_list(one.get("hasVariant")) for one in product.told]
    most = max(map(len, [*variants, a_list(product.counted.get("variants")), product.variants]))
    brand = next((name for one in product.told if (name := linked_data.named(one.get("brand")))), None)
    facts = {"variants": most or None, "brand": brand, **numbers.told(product.told)}
    return {name: fact for name, fact in facts.items() if fact is not None}
