"""Searches, categories, market pages and shops: tiles for people, a list for search engines, merged by listing."""

from itertools import islice

from wareloom.kit.errors import Failure
from wareloom.market.marketplaces.etsy import links, paging, phrases, refusals, tile, tiles, told
from wareloom.market.marketplaces.etsy.document import Document, said
from wareloom.market.page import OfferPage, SeenOffer, unreadable

_NOTHING = "[data-no-results], [class*='no-results'], h1, h2, h3, p"
_COUNTED = "[data-result-info], span, h1, h2, p"
_MOST_PLACES = 1500


def page(document: Document) -> OfferPage:
    shown = tiles.own(document)
    if not shown and not document.told.listed and _says_that_there_is_nothing(document):
        return OfferPage(offers=(), offers_total=0)
    offers = _merged(shown, document) if shown else _priced(_merged(tiles.loose(document), document))
    if len({one.number for one in shown}) > 2 * len(offers):
        raise _refusal(document, "The page lists items in a form that cannot be read: Etsy changed its layout.")
    if not offers:
        raise _refusal(document, "The page shows no list of items that can be read.")
    if all(offer.price is None for offer in offers):
        raise _refusal(document, "The page lists items without a single price: Etsy changed its layout.")
    following = paging.following(document)
    return OfferPage(
        offers=tuple(offers),
        next=following,
        pages_total=paging.total(document),
        offers_total=_total(document, last=following is None),
        passed_over=unreadable(len({one.number for one in shown}) - len(offers)),
    )


def _merged(shown: list[tiles.Tile], document: Document) -> list[SeenOffer]:
    """Only tiles show what somebody paid for; only the list tells shops and currencies by name."""
    offers: dict[str, SeenOffer] = {}
    for one in shown:
        known = offers.get(one.number)
        if known and known.price is not None:
            offers[one.number] = _shown_again(known, one)
        elif seen := tile.offer(one, document):
            offers[one.number] = seen.model_copy(
                update={"sponsored": seen.sponsored and (not known or known.sponsored)}
            )
    for number, product in document.told.listed.items():
        if organic := told.offer(number, product):
            offers[number] = _completed(offers[number], organic) if number in offers else organic
    return [_placed(offer, document) for offer in offers.values()]


def _priced(offers: list[SeenOffer]) -> list[SeenOffer]:
    """Where no list is marked, reviews and stories link to listings as well, without a price."""
    return [offer for offer in offers if offer.price is not None]


def _shown_again(known: SeenOffer, again: tiles.Tile) -> SeenOffer:
    """Wide and narrow screens have a tile each; what is also shown unpaid is not sponsored."""
    return known.model_copy(update={"sponsored": False}) if known.sponsored and not tile.is_paid_for(again) else known


def _completed(seen: SeenOffer, organic: SeenOffer) -> SeenOffer:
    """What visitors see of the price wins: search engines are told of discounts that are not shown to all."""
    same = seen.price is None or seen.price == organic.price
    better = {
        "title": organic.title,
        "price": organic.price if seen.price is None else seen.price,
        "list_price": seen.list_price or (organic.list_price if same else None),
        "currency": organic.currency if seen.price is None else seen.currency or organic.currency,
        "rating": seen.rating or organic.rating,
        "reviews_count": organic.reviews_count if seen.reviews_count is None else seen.reviews_count,
        "image_url": organic.image_url or seen.image_url,
        "product_url": organic.product_url or seen.product_url,
        "seller": organic.seller or seen.seller,
        "availability": seen.availability or organic.availability,
        "stock": seen.stock,
        "sponsored": seen.sponsored,
        "details": {**organic.details, **seen.details},
    }
    return organic.model_copy(update=better)


def _placed(offer: SeenOffer, document: Document) -> SeenOffer:
    """What the page says of all that it lists: whose shop this is, and which category."""
    shop = links.shop_name(document.link or (document.place.url if document.place else None))
    way = document.told.way if document.kind == "category" else ()
    path = offer.category_path or way
    return offer.model_copy(
        update={
            "seller": offer.seller or (shop if document.kind == "shop" else None),
            "category": offer.category or (path[-1] if path else None),
            "category_path": path,
        }
    )


def _total(document: Document, *, last: bool) -> int | None:
    """The list's own number counts either all items or those of this page."""
    counted = document.told.total
    if counted is not None and (last or counted > len(document.told.listed)):
        return counted
    places = islice(document.tree.css(_COUNTED), _MOST_PLACES)
    texts = (" ".join(node.text(deep=False).split()) for node in places)
    return next((number for text in texts if len(text) < 120 and (number := phrases.found(text)) is not None), None)


def _says_that_there_is_nothing(document: Document) -> bool:
    """Believed only of a list of Etsy's."""
    if document.kind in {"other", "listing"} or (document.kind is None and "etsy" not in document.text):
        return False
    if document.told.lists and document.told.total == 0:
        return True
    texts = map(said, islice(document.tree.css(_NOTHING), _MOST_PLACES))
    return any(len(text) < 400 and phrases.nothing_found(text) for text in texts)


def _refusal(document: Document, reason: str) -> Failure:
    if document.kind in {"other", None}:
        reason = "The page is no search, category, shop or listing of Etsy that can be read."
    return refusals.reason(document.text, otherwise=reason)
