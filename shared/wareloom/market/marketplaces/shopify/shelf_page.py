"""A collection's or a search's page as visitors see it, put together from all that tells of its products."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from wareloom.market.currencies import code
from wareloom.market.marketplaces.shopify import embedded, feed, tiles
from wareloom.market.marketplaces.shopify.address import MOST_PAGES, place_of
from wareloom.market.marketplaces.shopify.document import Document
from wareloom.market.marketplaces.shopify.links import first_image, handle_in, product_link, whole_link
from wareloom.market.page import OfferPage, PageRequest, SeenOffer
from wareloom.market.price import plain
from wareloom.market.reading import linked_data
from wareloom.market.reading.text import Object, a_list, an_object, identity, is_list, words

_PAGE = re.compile(r"[?&]page=(\d{1,4})\b")
_NOTHING = re.compile(
    r"no products (?:were )?found|no results found|(?:there are|we have) no products|collection is empty|0 results",
    re.IGNORECASE,
)


def shelf(page: Document) -> OfferPage | None:
    """None when the page shows no list that can be read."""
    told = [list(_reported(page)), list(_tallied(page)), list(_listed(page))]
    shown = tiles.offers(page)
    offers = _merged([*told, shown] if any(told) else [shown], ordered_by=shown)
    if offers:
        return OfferPage(offers=tuple(offers), next=_next(page))
    return OfferPage(offers=()) if _says_that_there_are_none(page) else None


def _reported(page: Document) -> Iterator[SeenOffer]:
    """From what the page reports to the shop's own counters: the only one of them that says currencies."""
    for variant in _seen(page) or ():
        product = an_object(variant.get("product"))
        handle = handle_in(product.get("url"))
        title = linked_data.title(product.get("title"))
        if handle and title:
            money = an_object(variant.get("price"))
            yield SeenOffer(
                external_id=identity(product.get("id")) or handle,
                title=title,
                price=plain(money.get("amount")),
                currency=code(words(money.get("currencyCode"))),
                image_url=first_image(variant.get("image"), page.place),
                product_url=product_link(handle, page.place),
                seller=words(product.get("vendor")),
                category=words(product.get("type")),
            )


def _seen(page: Document) -> list[Object] | None:
    """None where the page reports nothing."""
    for _name, seen in embedded.events(page.text):
        for holder in ("collection", "searchResult"):
            variants = an_object(seen.get(holder)).get("productVariants")
            if is_list(variants):
                return [an_object(one) for one in a_list(variants)]
    return None


def _tallied(page: Document) -> Iterator[SeenOffer]:
    """From Shopify's own counter, which leaves out titles but for those in the names of variants."""
    for product in map(an_object, a_list(page.counted.get("products"))):
        variants = [an_object(variant) for variant in a_list(product.get("variants"))]
        handle = words(product.get("handle"))
        title = next((name for variant in variants if (name := _bare_name(variant))), None)
        if handle and title:
            yield SeenOffer(
                external_id=identity(product.get("id")) or handle,
                title=title,
                price=feed.cheapest(variants, cents=True)[0],
                currency=page.currency,
                product_url=product_link(handle, page.place),
                seller=words(product.get("vendor")),
                category=words(product.get("type")),
            )


def _bare_name(variant: Object) -> str | None:
    """“Mug - Large” without what is Large."""
    name = linked_data.title(variant.get("name")) or ""
    return name.removesuffix(f" - {linked_data.title(variant.get('public_title')) or ''}") or None


def _listed(page: Document) -> Iterator[SeenOffer]:
    """From what the page tells search engines."""
    for entry in _entries(page):
        item = an_object(entry.get("item")) or entry
        handle = next(
            (found for name in ("url", "@id") for one in (item, entry) if (found := handle_in(one.get(name)))), None
        )
        title = linked_data.title(item.get("name"))
        if handle and title:
            price, currency = linked_data.lowest_price(item)
            stars, reviews = linked_data.rating(item)
            yield SeenOffer(
                external_id=handle.partition("#")[0],
                title=title,
                price=price,
                list_price=linked_data.list_price(item),
                currency=currency,
                rating=stars,
                reviews_count=reviews,
                image_url=first_image(item.get("image"), page.place),
                product_url=product_link(handle.partition("#")[0], page.place),
                seller=linked_data.named(item.get("brand")),
                availability=linked_data.availability([item]),
            )


def _entries(page: Document) -> list[Object]:
    lists = [thing for thing, kinds in linked_data.things(page.scripts) if "itemlist" in kinds]
    return [an_object(entry) for one in lists for entry in a_list(one.get("itemListElement"))]


def _merged(sources: Iterable[Iterable[SeenOffer]], ordered_by: Iterable[SeenOffer]) -> list[SeenOffer]:
    """What one source leaves open the next one fills; a product is known by its name in links, or by its number."""
    known: dict[str, SeenOffer] = {}
    for source in sources:
        for offer in source:
            handle = handle_in(offer.product_url) or offer.external_id
            known[handle] = _filled(known[handle], offer) if handle in known else offer
    order = [handle for offer in ordered_by if (handle := handle_in(offer.product_url)) in known]
    return [known[handle] for handle in dict.fromkeys([*order, *known])]


def _filled(offer: SeenOffer, other: SeenOffer) -> SeenOffer:
    facts: dict[str, Any] = {
        name: told
        for name in SeenOffer.model_fields
        if getattr(offer, name) is None and (told := getattr(other, name)) is not None
    }
    if not offer.external_id.isdigit() and other.external_id.isdigit():
        facts["external_id"] = other.external_id
    if facts.get("list_price") is not None and (offer.price is None or facts["list_price"] <= offer.price):
        del facts["list_price"]
    return offer.model_copy(update=facts)


def _says_that_there_are_none(page: Document) -> bool:
    lists = [thing for thing, kinds in linked_data.things(page.scripts) if "itemlist" in kinds]
    emptied = [one.get("itemListElement") for one in lists] + [page.counted.get("products"), _seen(page)]
    if any(is_list(one) and not one for one in emptied):
        return True
    main = page.tree.css_first("main")
    return main is not None and bool(_NOTHING.search(main.text(separator=" ")))


def _next(page: Document) -> PageRequest | None:
    node = page.tree.css_first('link[rel="next"], a[rel~="next"]')
    link = whole_link(node.attributes.get("href"), page.place) if node else None
    there = place_of(link) if link else None
    found = _PAGE.search(there.target) if there else None
    if there is None or found is None or not 1 < int(found[1]) <= MOST_PAGES:
        return None
    ours = page.place is not None and there.origin == page.place.origin
    return PageRequest(url=there.url, number=int(found[1])) if ours else None
