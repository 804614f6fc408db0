"""What Shopee's program is answered: a list, one product, where a shop's list is, or why there is nothing."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from wareloom.kit.errors import Blocked, Rejected
from wareloom.market.marketplaces.shopee.card import Card, card, product
from wareloom.market.marketplaces.shopee.item import number, offer, pictures
from wareloom.market.marketplaces.shopee.sites import Site, site_of_pictures
from wareloom.market.page import SeenOffer
from wareloom.market.reading.text import Object, a_list, an_object, is_list, read_json, whole, words

_MOST = 2**31 - 1
_MOST_ITEMS = 20_000
_ROBOTS = range(90_300_000, 90_400_000)
_SIGN_IN = 19
_GONE = {4, 266_900_002}
_OF_A_SHOP = {"follower_count", "item_count"}


class Shelf(NamedTuple):
    offers: tuple[SeenOffer, ...]
    total: int | None
    """How many Shopee says that there are."""
    more: bool | None
    shop_id: str | None = None
    """Told by a page about a shop, which has no list: that is asked for by this number."""
    unreadable: int = 0


def shelf(text: str, site: Site | None) -> Shelf:
    try:
        shown = read_json(text)
    except ValueError as error:
        raise Rejected("The page is broken JSON, or cut off.") from error
    answer = an_object(shown)
    holders = (answer, an_object(answer.get("data")))
    _refuse(answer)
    listed = _listed(shown, holders)
    if listed is not None:
        return _list(listed, holders, site)
    if any(name in holder for holder in holders for name in ("items", "item_cards", "units", "sections")):
        return _nothing(holders)
    for holder in reversed(holders):
        # A page about a product has the item by itself (v4) or among other things (v2, pdp).
        if found := offer(product(holder), site):
            return Shelf((found,), None, None)
        if (shop_id := number(holder, "shopid", "shop_id")) and _OF_A_SHOP & holder.keys():
            return Shelf((), None, None, shop_id)
    raise Rejected("The page is JSON, but neither a list of Shopee nor one of its products.")


def _refuse(answer: Object) -> None:
    error = whole(answer.get("error"), _MOST)
    if (error or 0) in _ROBOTS or ("tracking_id" in answer and "action_type" in answer):
        raise Blocked(f"Shopee takes us for a robot (error {error}). It wants a browser and another address.")
    if error == _SIGN_IN:
        raise Blocked("Shopee shows this only to people who signed in.")
    if error in _GONE:
        raise Rejected(f"Shopee says that there is no such product or shop any more (error {error}).")
    said = words(answer.get("error_msg"))
    if error or (said and not answer.get("data") and not answer.get("items")):
        told = " ".join(part for part in (f"error {error}" if error else "", said and f"“{said[:120]}”") if part)
        raise Rejected(f"Shopee answered with {told}.")


def _listed(shown: object, holders: tuple[Object, Object]) -> list[Any] | None:
    """What is listed; None where the answer is no list at all."""
    lists = [shown, *(held for holder in holders for held in _held(holder))]
    return max((a_list(one) for one in lists if is_list(one)), key=len, default=None)


def _held(holder: Object) -> Iterator[object]:
    """All the places that a list is put in."""
    yield from (holder.get(name) for name in ("items", "item_cards", "units"))
    yield an_object(holder.get("centralize_item_card")).get("item_cards")
    if is_list(holder.get("sections")):
        parts = [an_object(an_object(part).get("data")) for part in a_list(holder["sections"])]
        yield [one for part in parts for name in ("item", "items") for one in a_list(part.get(name))]


def _list(listed: list[Any], holders: tuple[Object, Object], site: Site | None) -> Shelf:
    total, more = _total(holders), _more(holders)
    if not listed:
        if total == 0 or more is False:
            return Shelf((), total, more)
        raise Blocked("Shopee answered with an empty list and does not say that it is: it withholds the products.")
    if len(listed) > _MOST_ITEMS:
        raise Rejected("The page lists more products than any page of Shopee does.")
    cards = [card(shown) for one in listed for shown in _real(one)]
    site = site or site_of_pictures(name for one in cards for name in list(pictures(one.item))[:1])
    offers = tuple(found for one in cards if (found := _offer(one, site)))
    if not offers:
        raise Rejected("The page lists products in a form that cannot be read.")
    return Shelf(offers, total, more, unreadable=len(cards) - len(offers))


def _nothing(holders: tuple[Object, Object]) -> Shelf:
    """null in a list's place. Walls answer so as well as searches without a result, which say it twice."""
    total, more = _total(holders), _more(holders)
    if total == 0 and more is False:
        return Shelf((), total, more)
    raise Blocked("Shopee answered without a list and does not say that it is empty: it withholds the products.")


def _offer(one: Card, site: Site | None) -> SeenOffer | None:
    return offer(one.item, site, sponsored=one.sponsored)


def _real(shown: object) -> list[Any]:
    """A card may stand for several items and be none itself."""
    told = an_object(shown)
    alone = any(told.get(name) for name in ("item_basic", "item_data", "item_card_displayed_asset", "name"))
    return [shown] if alone else a_list(told.get("real_items")) or [shown]


def _total(holders: tuple[Object, Object]) -> int | None:
    sections = (an_object(part) for holder in holders for part in a_list(holder.get("sections")))
    counted = (whole(told.get(name), _MOST) for told in (*holders, *sections) for name in ("total_count", "total"))
    return next((count for count in counted if count is not None), None)


def _more(holders: tuple[Object, Object]) -> bool | None:
    sections = [an_object(part) for holder in holders for part in a_list(holder.get("sections"))]
    told = [
        (one.get(name), name == "has_more")
        for one in (*holders, *sections)
        for name in ("nomore", "no_more", "has_more")
    ]
    return next((said is means for said, means in told if isinstance(said, bool)), None)
