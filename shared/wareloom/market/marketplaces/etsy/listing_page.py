"""One listing's own page. What Etsy shows beside it, alike or of the same shop, is another page's business."""

import re

from wareloom.market.marketplaces.etsy import buy_box, links, phrases, refusals, told
from wareloom.market.marketplaces.etsy.document import Document, said
from wareloom.market.page import OfferPage, SeenOffer
from wareloom.market.reading.text import Object, words

_TITLE = "h1[data-buy-box-listing-title], h1[data-listing-id], #listing-page-cart h1, h1"
_OF_THE_PAGE = re.compile(r"\s+[-–|]\s+Etsy\b[^-–|]{0,40}$")
_MOST_CHARACTERS = 20_000


def is_one(document: Document) -> bool:
    """For a page that does not say where it belongs."""
    return buy_box.is_there(document) or (bool(document.told.products) and not document.told.lists)


def page(document: Document) -> OfferPage:
    number = links.listing_id(document.link) or _asked_for(document)
    product = _product(document, number)
    number = number or (told.number_of(product) if product else None)
    offer = told.offer(number, product) if product and number else None
    offer = offer or (_without_telling(number, document) if number else None)
    if offer is None:
        shown = said(document.tree.css_first("main") or document.tree.body)[:_MOST_CHARACTERS]
        gone = "Etsy says that the listing is sold out or gone."
        other = "The page shows no listing that can be read."
        raise refusals.reason(document.text, otherwise=gone if phrases.sold_out(shown) else other)
    return OfferPage(offers=(_completed(offer, document),))


def _asked_for(document: Document) -> str | None:
    hidden = document.tree.css_first("input[name='listing_id'], h1[data-listing-id]")
    shown = (hidden.attributes.get("value") or hidden.attributes.get("data-listing-id")) if hidden else None
    return links.listing_id(document.place.url if document.place else None) or links.listing_id(f"/listing/{shown}")


def _product(document: Document, number: str | None) -> Object | None:
    """The one of this number; a neighbour's facts are never taken for it."""
    products = document.told.products
    if number is None:
        return next(iter(products), None)
    same = next((one for one in products if told.number_of(one) == number), None)
    return same or next((one for one in products if told.number_of(one) is None), None)


def _without_telling(number: str, document: Document) -> SeenOffer | None:
    """Older pages, and those whose JSON-LD is broken."""
    if not (buy_box.is_there(document) or buy_box.social_price(document)):
        return None
    heading = document.tree.css_first(_TITLE)
    social = _OF_THE_PAGE.sub("", document.social.get("og:title", ""))
    title = words(said(heading)) or told.written(social)
    link = links.listing_link(f"/listing/{number}")
    return SeenOffer(external_id=number, title=title, product_url=link) if title else None


def _completed(offer: SeenOffer, document: Document) -> SeenOffer:
    box = buy_box.read(document)
    priced = offer.price is not None
    price, currency = (offer.price, offer.currency) if priced else (box.price, box.currency)
    before = offer.list_price or (box.before if box.currency == currency else None)
    path = offer.category_path or document.told.way
    tags = [tag for node in document.tree.css("#listing-tag-list a") if (tag := words(said(node)))]
    return offer.model_copy(
        update={
            "price": price,
            "currency": currency,
            "list_price": before if before is not None and price is not None and before > price else None,
            "image_url": offer.image_url or links.image(document.social.get("og:image")),
            "product_url": links.listing_link(document.link) or offer.product_url,
            "seller": offer.seller or box.shop,
            "category": path[-1] if path else None,
            "category_path": path,
            "tags": tuple(dict.fromkeys(tags)),
            "availability": _scarcer(offer, box),
            "stock": _left(offer, box),
        }
    )


def _scarcer(offer: SeenOffer, box: buy_box.BuyBox) -> str | None:
    if offer.availability in {"out_of_stock", "preorder"}:
        return offer.availability
    return box.availability or offer.availability


def _left(offer: SeenOffer, box: buy_box.BuyBox) -> int | None:
    """What search engines are told to be on offer is what is left: where few are, visitors read the same number."""
    if _scarcer(offer, box) == "out_of_stock":
        return None
    return offer.details.get("quantity") if box.left is None else box.left
