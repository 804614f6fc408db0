"""What Etsy tells search engines of listings (JSON-LD): never those that somebody paid for."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from wareloom.market.marketplaces.etsy import links
from wareloom.market.page import Availability, SeenOffer
from wareloom.market.price import plain
from wareloom.market.reading import linked_data
from wareloom.market.reading.text import Object, a_list, an_object, unescaped, whole, words

_MOST = 2**31 - 1
_HIDDEN_SPACES = dict.fromkeys([*range(32), *range(127, 160), 0xFEFF], " ")
_AVAILABLE: dict[str, Availability] = {
    "instock": "in_stock",
    "onlineonly": "in_stock",
    "limitedavailability": "low_stock",
    "preorder": "preorder",
    "presale": "preorder",
    "backorder": "preorder",
    "outofstock": "out_of_stock",
    "soldout": "out_of_stock",
    "discontinued": "out_of_stock",
}


class Told(NamedTuple):
    products: list[Object]
    """Those that the page is about."""
    listed: dict[str, Object]
    """Those that it lists, by the listing's id."""
    unreadable: int
    total: int | None
    """How many the whole list has, of which this page shows a part."""
    lists: int
    way: tuple[str, ...]
    """The categories that lead to this page."""
    currency: str | None


def tell(scripts: Iterable[str]) -> Told:
    things = linked_data.things(scripts)
    lists = [thing for thing, kinds in things if "itemlist" in kinds]
    ways = [thing for thing, kinds in things if "breadcrumblist" in kinds]
    entries = [_item(entry) for one in lists for entry in a_list(one.get("itemListElement"))]
    listed = {number: entry for entry in reversed(entries) if (number := number_of(entry))}
    totals = [total for one in lists if (total := whole(one.get("numberOfItems"), _MOST)) is not None]
    products = [thing for thing, kinds in things if "product" in kinds]
    currencies = [linked_data.lowest_price(one)[1] for one in (*listed.values(), *products)]
    return Told(
        products=products,
        listed=dict(reversed(listed.items())),
        unreadable=sum(number_of(entry) is None for entry in entries),
        total=max(totals, default=None),
        lists=len(lists),
        way=_way(ways[0]) if ways else (),
        currency=next(filter(None, currencies), None),
    )


def number_of(product: Object) -> str | None:
    """Etsy's number for the listing. Its sku is the same number, but sellers have had their own there."""
    linked = next((number for name in ("url", "@id") if (number := links.listing_id(product.get(name)))), None)
    sku = words(product.get("sku")) or ""
    return linked or (sku if sku.isascii() and sku.isdigit() and len(sku) < 20 else None)


def offer(number: str, product: Object) -> SeenOffer | None:
    """None when it has no title: what is told then is no listing."""
    title = written(product.get("name"))
    if not title:
        return None
    price, currency = linked_data.lowest_price(product)
    stars, reviews = linked_data.rating(product)
    before = crossed_out(product)
    path = categories(product.get("category"))
    return SeenOffer(
        external_id=number,
        title=title,
        price=price,
        list_price=before if before and price is not None and before > price else None,
        currency=currency,
        rating=stars,
        reviews_count=reviews,
        image_url=links.image(product.get("image")),
        product_url=links.listing_link(product.get("url") or product.get("@id") or f"/listing/{number}"),
        seller=linked_data.named(product.get("brand")),
        category=path[-1] if path else None,
        category_path=path,
        availability=availability(product),
        details=_details(product, price),
    )


def crossed_out(product: Object) -> Decimal | None:
    for one in map(an_object, a_list(product.get("offers"))):
        for part in map(an_object, a_list(one.get("priceSpecification"))):
            named = (words(part.get("priceType")) or "").lower().rpartition("/")[2]
            if named in {"listprice", "strikethroughprice", "msrp", "srp"}:
                return plain(part.get("price"))
    return None


def availability(product: Object) -> Availability | None:
    named = [words(an_object(one).get("availability")) for one in a_list(product.get("offers"))]
    kinds = [name.rpartition("/")[2].lower() for name in named if name]
    return next((_AVAILABLE[kind] for kind in kinds if kind in _AVAILABLE), None)


def categories(value: object) -> tuple[str, ...]:
    """Etsy writes them “Jewelry < Necklaces < Pendants”, the widest first."""
    return tuple(part for one in (written(value) or "").split("<") if (part := words(one)))


def written(value: object) -> str | None:
    """A text as the seller spelled it, double spaces included, without what cannot be seen."""
    if not isinstance(value, str):
        return None
    visible = unescaped(value)[:2000].translate(_HIDDEN_SPACES)
    return visible.encode("utf-8", errors="replace").decode().strip() or None


def _item(entry: object) -> Object:
    """A list's entry wraps the product, or is it."""
    return an_object(an_object(entry).get("item")) or an_object(entry)


def _way(breadcrumbs: Object) -> tuple[str, ...]:
    steps = [an_object(step) for step in a_list(breadcrumbs.get("itemListElement"))]
    named = [written(step.get("name")) or written(an_object(step.get("item")).get("name")) for step in steps]
    leading = [words(an_object(step.get("item")).get("@id") or step.get("item")) or "" for step in steps]
    return tuple(name for name, link in zip(named, leading, strict=True) if name and "/c/" in link)


def _details(product: Object, price: Decimal | None) -> dict[str, object]:
    offers = [an_object(one) for one in a_list(product.get("offers"))]
    highest = max((high for one in offers if (high := plain(one.get("highPrice"))) is not None), default=None)
    counts = ("offerCount", "eligibleQuantity", "inventoryLevel")
    left = [whole(one.get(name), _MOST) for one in offers for name in counts]
    facts = {
        "price_max": f"{highest:f}" if highest is not None and price is not None and highest > price else None,
        "quantity": next((count for count in left if count is not None), None),
        "rating_of": "shop" if linked_data.rating(product) != (None, None) else None,
    }
    return {name: fact for name, fact in facts.items() if fact is not None}
