"""Shopee: what to ask it for, and which of the ways it answers this is."""

from datetime import datetime, timedelta

from wareloom.kit.errors import Blocked, Failure, Rejected
from wareloom.kit.http.place import Place
from wareloom.market.marketplaces.shopee import address, answer, product_page
from wareloom.market.marketplaces.shopee.sites import site_at
from wareloom.market.page import OfferPage, PageRequest, unreadable
from wareloom.market.reading.text import readable
from wareloom.market.reading.walls import wall


class ShopeeMarketplace:
    name = "shopee"
    title = "Shopee"
    about = "What a search, a category or a shop of Shopee lists, or one product, in any of its countries."
    offline = False
    fetcher = "escalating"
    official = None
    every = timedelta(hours=6)
    pages_per_day: int | None = 10_000
    version = 2
    target_label = "Words to search for, or an address of Shopee"
    target_example = "otter mug"

    def target(self, written: str) -> str:
        return address.spelled(written)

    def owns(self, host: str) -> bool:
        return site_at(host) is not None

    def first_page(self, target: str, since: datetime | None) -> PageRequest:  # noqa: ARG002 - a list shows today
        return address.first_page(target)

    def read(self, body: bytes, url: str) -> OfferPage:
        text = readable(body)
        place = address.place_of(url)
        if address.refuses(place):
            raise Blocked("Shopee sent us to a check for robots or to its sign-in.")
        if not text:
            raise Rejected("The page is empty.")
        if text[0] in "{[":
            return _list(text, place)
        offer = product_page.offer(text, place)
        if offer is None:
            raise _reason(text)
        return OfferPage(offers=(offer,))


def _list(text: str, place: Place | None) -> OfferPage:
    shelf = answer.shelf(text, site_at(place.host) if place else None)
    limit = address.limit_of(place)
    following = (
        address.shop_list(place.authority, shelf.shop_id, number=2)
        if place and shelf.shop_id
        else address.next_list(place, total=shelf.total, more=shelf.more)
    )
    pages = min(-(-shelf.total // limit), address.MOST_PAGES) if shelf.total and limit else None
    return OfferPage(
        offers=shelf.offers,
        next=following,
        pages_total=pages,
        offers_total=shelf.total,
        passed_over=unreadable(shelf.unreadable),
    )


def _reason(text: str) -> Failure:
    if before := wall(text):
        return before
    if "<" not in text:
        return Rejected("The page is neither an answer nor a page of Shopee.")
    return Rejected("The page is a web page without a product: Shopee fills its pages in a browser.")
