"""Listings as Etsy's Open API tells them: version 3, and version 2 that was shut down, but is kept in many archives."""

from decimal import Decimal
from typing import Any
from urllib.parse import parse_qsl, urlencode

from wareloom.kit.errors import Rejected
from wareloom.kit.http.place import Place
from wareloom.market.currencies import code
from wareloom.market.marketplaces.etsy import links, told
from wareloom.market.marketplaces.etsy.address import MOST_PAGES
from wareloom.market.page import Availability, OfferPage, PageRequest, SeenOffer
from wareloom.market.price import plain
from wareloom.market.reading.counts import stars
from wareloom.market.reading.text import Object, a_list, an_object, whole, words

_MOST = 2**31 - 1
_LARGEST = ("url_fullxfull", "url_570xN", "url_170x135", "url_75x75")
_CENT = Decimal("0.01")
_SERVED_WITHOUT_ASKING = 25
_FURTHEST = 12_000
"""Etsy answers no question beyond this many listings."""


def together(answer: Object) -> Object:
    """A list names its listings, and a second answer tells them whole: one page from both, in the order of the list."""
    parts = [an_object(part) for part in a_list(answer.get("answers"))]
    if not parts:
        return answer
    listed, *further = [[an_object(one) for one in a_list(part.get("results"))] for part in parts]
    told_whole = {words(one.get("listing_id")): one for results in further for one in results}
    return {**parts[0], "results": [told_whole.get(words(one.get("listing_id")), one) for one in listed]}


def page(answer: Object, place: Place | None) -> OfferPage:
    results = [an_object(one) for one in a_list(answer.get("results"))] if "results" in answer else [answer]
    read = [offer for one in results if (offer := _offer(one))]
    if results and not read:
        raise Rejected("Etsy's answer lists listings in a form that cannot be read.")
    counted = whole(answer.get("count"), _MOST)
    return OfferPage(
        offers=tuple({offer.external_id: offer for offer in read}.values()),
        next=_next(place, len(results), counted),
        offers_total=counted,
    )


def _offer(listing: Object) -> SeenOffer | None:
    named = words(listing.get("listing_id"))
    number = links.listing_id(f"/listing/{named}") if named else links.listing_id(listing.get("url"))
    title = told.written(listing.get("title"))
    if not number or not title:
        return None
    price, currency = _money(listing)
    shop = an_object(listing.get("shop") or listing.get("Shop"))
    rated = stars(words(str(shop.get("review_average"))) if shop.get("review_average") else None)
    reviews = whole(shop.get("review_count"), _MOST)
    path = tuple(name for one in a_list(listing.get("taxonomy_path")) if (name := words(one)))
    return SeenOffer(
        external_id=number,
        title=title,
        price=price,
        currency=currency,
        rating=rated,
        reviews_count=reviews,
        image_url=_image(listing),
        product_url=links.listing_link(listing.get("url")) or links.listing_link(f"/listing/{number}"),
        seller=words(shop.get("shop_name")),
        category=path[-1] if path else None,
        category_path=path,
        availability=_availability(listing),
        stock=whole(listing.get("quantity"), _MOST),
        tags=tuple(dict.fromkeys(tag for one in a_list(listing.get("tags")) if (tag := told.written(one)))),
        details=_details(listing, shop),
    )


def _money(listing: Object) -> tuple[Decimal | None, str | None]:
    """Version 3 counts in parts of a whole; version 2 wrote the price, and the currency beside it."""
    money = an_object(listing.get("price"))
    if not money:
        return plain(listing.get("price")), code(words(listing.get("currency_code")))
    amount, divisor = whole(money.get("amount"), 10**11), whole(money.get("divisor"), 10**6)
    currency = code(words(money.get("currency_code")))
    if amount is None or not divisor:
        return None, currency
    return plain((Decimal(amount) / divisor).quantize(_CENT)), currency


def _image(listing: Object) -> str | None:
    images = [an_object(one) for one in a_list(listing.get("images") or listing.get("Images"))]
    ranked = sorted(images, key=lambda one: whole(one.get("rank"), _MOST) or _MOST)
    return next((link for one in ranked for name in _LARGEST if (link := links.image(one.get(name)))), None)


def _availability(listing: Object) -> Availability | None:
    state = words(listing.get("state"))
    if state is None:
        return None
    return "in_stock" if state == "active" and listing.get("quantity") != 0 else "out_of_stock"


def _details(listing: Object, shop: Object) -> dict[str, Any]:
    facts = {
        "quantity": whole(listing.get("quantity"), _MOST),
        "favorers": whole(listing.get("num_favorers"), _MOST),
        "views": whole(listing.get("views"), _MOST),
        "shop_id": words(listing.get("shop_id") or shop.get("shop_id")),
        "taxonomy_id": whole(listing.get("taxonomy_id"), _MOST),
        "rating_of": "shop" if shop.get("review_average") else None,
    }
    return {name: fact for name, fact in facts.items() if fact is not None}


def _next(place: Place | None, listed: int, counted: int | None) -> PageRequest | None:
    path, _, query = place.target.partition("?") if place else ("", "", "")
    if place is None or not listed or counted is None or not path.rstrip("/").endswith("/listings/active"):
        return None
    asked = dict(parse_qsl(query))
    limit = whole(asked.get("limit"), 100) or _SERVED_WITHOUT_ASKING
    offset = (whole(asked.get("offset"), _FURTHEST) or 0) + limit
    number = offset // limit + 1
    if offset >= min(counted, _FURTHEST) or number > MOST_PAGES:
        return None
    further = urlencode({**asked, "limit": limit, "offset": offset})
    return PageRequest(url=f"{place.origin}{path}?{further}", number=number)
