"""Etsy's answers in JSON: its Open API's, JSON-LD by itself, and the pieces of pages that its scripts fetch."""

from wareloom.kit.errors import Rejected
from wareloom.kit.http.place import Place
from wareloom.market.marketplaces.etsy import list_page, open_api, refusals, told
from wareloom.market.marketplaces.etsy.document import read_document
from wareloom.market.page import OfferPage
from wareloom.market.reading.text import an_object, is_list, read_json, words


def page(text: str, place: Place | None) -> OfferPage:
    try:
        answer = read_json(text)
    except ValueError as error:
        raise refusals.reason(text, otherwise="The page is broken JSON, or cut off.") from error
    found = open_api.together(an_object(answer))
    if is_list(found.get("results")) or "listing_id" in found:
        return open_api.page(found, place)
    if said := words(found.get("error_description") or found.get("error")):
        raise Rejected(f"Etsy answered: {said[:120]}.")
    if pieces := [piece for piece in an_object(found.get("output")).values() if isinstance(piece, str)]:
        return list_page.page(read_document("".join(pieces), place))
    return _told_alone(text)


def _told_alone(text: str) -> OfferPage:
    telling = told.tell([text])
    named = [(told.number_of(product), product) for product in telling.products]
    listed = {**telling.listed, **{number: product for number, product in named if number}}
    offers = [offer for number, product in listed.items() if (offer := told.offer(number, product))]
    if not offers and telling.lists and telling.total == 0:
        return OfferPage(offers=(), offers_total=0)
    if not offers:
        raise refusals.reason(text, otherwise="The page is JSON, but tells of no listing of Etsy.")
    return OfferPage(offers=tuple(offers), offers_total=telling.total)
