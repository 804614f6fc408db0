"""Products as JSON: a shop's list, a collection's, what a search suggests, and one product in either dialect."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, NamedTuple

from wareloom.kit.errors import Rejected
from wareloom.kit.http.place import Place
from wareloom.market.currencies import code
from wareloom.market.marketplaces.shopify.links import first_image, handle_in, product_link
from wareloom.market.page import Availability, SeenOffer
from wareloom.market.price import hundredths, plain
from wareloom.market.reading import numbers
from wareloom.market.reading.text import Object, a_list, an_object, identity, is_list, read_json, words

_IN_CENTS = ("price_min", "price_varies", "compare_at_price_varies")
"""Found only where prices are whole hundredths, in /products/x.js and in themes; /products/x.json has them not."""
_MOST = 2**31 - 1


class Shelf(NamedTuple):
    offers: tuple[SeenOffer, ...]
    listed: int
    """How many products there were, readable or not: whether there is another page depends on it."""


def shelf(text: str, place: Place | None) -> Shelf:
    try:
        shown = read_json(text)
    except ValueError as error:
        raise Rejected("The page is broken JSON, or cut off.") from error
    products = _products(shown)
    read = tuple(offer for product in products if (offer := _offer(an_object(product), place)))
    if products and not read:
        raise Rejected("The page lists products in a form that cannot be read.")
    return Shelf(read, len(products))


def _products(shown: object) -> list[Any]:
    if is_list(shown) and a_list(shown):
        return a_list(shown)
    page = an_object(shown)
    if is_list(page.get("products")):
        return a_list(page["products"])
    if an_object(page.get("product")):
        return [page["product"]]
    suggested = an_object(an_object(page.get("resources")).get("results")).get("products")
    if is_list(suggested):
        return a_list(suggested)
    if "variants" in page and "title" in page:
        return [page]
    said = words(page.get("errors") or page.get("error"))
    raise Rejected(f"The shop answered: {said[:120]}." if said else "The page is JSON, but no list of products.")


def _offer(product: Object, place: Place | None) -> SeenOffer | None:
    handle = words(product.get("handle")) or handle_in(product.get("url"))
    external_id = identity(product.get("id"))
    title = words(product.get("title")) or handle
    if not external_id or not title:
        return None
    variants = [an_object(variant) for variant in a_list(product.get("variants")) if an_object(variant)]
    cents = any(name in product for name in _IN_CENTS)
    price, compared = cheapest(variants or [product], cents=cents)
    return SeenOffer(
        external_id=external_id,
        title=title,
        price=price,
        list_price=compared if compared and price is not None and compared > price else None,
        currency=_currency([product, *variants]),
        image_url=_image(product, variants, place),
        product_url=product_link(handle, place),
        seller=words(product.get("vendor")) or (place.authority if place else None),
        category=words(product.get("product_type")) or words(product.get("type")),
        tags=_tags(product.get("tags")),
        availability=availability(variants or [product]),
        stock=stock(variants),
        details=_details(product, variants, cents=cents),
    )


def cheapest(variants: Iterable[Object], *, cents: bool) -> tuple[Decimal | None, Decimal | None]:
    """The lowest price, and what that variant is said to have cost before."""
    priced = [
        (price, _money(variant.get("compare_at_price", variant.get("compare_at_price_max")), cents=cents))
        for variant in variants
        if (price := _money(variant.get("price"), cents=cents)) is not None
    ]
    return min(priced, key=lambda pair: pair[0], default=(None, None))


def _money(written: object, *, cents: bool) -> Decimal | None:
    return hundredths(written) if cents and not _has_point(written) else plain(written)


def _has_point(written: object) -> bool:
    return isinstance(written, Decimal) or (isinstance(written, str) and "." in written)


def _currency(named: Iterable[Object]) -> str | None:
    """Most shops leave it out; some variants say it."""
    return next((found for one in named if (found := code(words(one.get("price_currency"))))), None)


def _image(product: Object, variants: Iterable[Object], place: Place | None) -> str | None:
    named = [product.get(name) for name in ("images", "image", "featured_image")]
    shown = [*named, *(variant.get("featured_image") for variant in variants)]
    return next((link for image in shown if (link := first_image(image, place))), None)


def _tags(written: object) -> tuple[str, ...]:
    """A list in the shop's list, one string with commas beside a single product."""
    parts = written.split(",") if isinstance(written, str) else a_list(written)
    return tuple(dict.fromkeys(tag for part in parts if (tag := words(part))))


def availability(variants: list[Object]) -> Availability | None:
    known = [variant["available"] for variant in variants if isinstance(variant.get("available"), bool)]
    return ("in_stock" if any(known) else "out_of_stock") if known else None


def stock(variants: list[Object]) -> int | None:
    """Of all variants together, where the shop counts and shows each one's; what was sold beyond it is not there."""
    told = [_quantity(variant) for variant in variants]
    known = [quantity for quantity in told if quantity is not None]
    return min(sum(known), _MOST) if known and len(known) == len(told) else None


def _quantity(variant: Object) -> int | None:
    if variant.get("inventory_management", "shopify") is None:
        return None
    quantity: object = variant.get("inventory_quantity")
    return max(quantity, 0) if isinstance(quantity, int) and not isinstance(quantity, bool) else None


def _details(product: Object, variants: list[Object], *, cents: bool) -> dict[str, Any]:
    prices = [price for variant in variants if (price := _money(variant.get("price"), cents=cents)) is not None]
    options = [words(an_object(option).get("name", option)) for option in a_list(product.get("options"))]
    facts = {
        "variants": len(variants),
        "price_max": f"{max(prices):f}" if prices else None,
        "options": [option for option in options if option],
        "published_at": words(product.get("published_at")),
        "updated_at": words(product.get("updated_at")),
        **numbers.only(("gtin", variant.get("barcode")) for variant in variants),
    }
    return {name: fact for name, fact in facts.items() if fact is not None}
