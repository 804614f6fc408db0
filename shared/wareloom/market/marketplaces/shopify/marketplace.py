"""Shopify shops: what to ask them for, and which of the ways they answer this is."""

from datetime import datetime, timedelta

from wareloom.kit.errors import Blocked, Rejected
from wareloom.market.marketplaces.shopify import address, admin, feed, product_page, shelf_page, wall
from wareloom.market.marketplaces.shopify.document import read_document
from wareloom.market.marketplaces.shopify.official import ShopifyOfficial
from wareloom.market.page import OfferPage, PageRequest, unreadable
from wareloom.market.reading.text import readable


class ShopifyMarketplace:
    name = "shopify"
    title = "Shopify shops"
    about = "The products of a shop built with Shopify, or of one of its collections, from the list it publishes."
    offline = False
    fetcher = "http"
    official = ShopifyOfficial()
    every = timedelta(hours=6)
    pages_per_day: int | None = 50_000
    version = 4
    target_label = "The shop's address, or a collection's"
    target_example = "shop.example/collections/hats"

    def target(self, written: str) -> str:
        return address.spelled(written)

    def owns(self, host: str) -> bool:
        return host.endswith(".myshopify.com")

    def first_page(self, target: str, since: datetime | None) -> PageRequest:  # noqa: ARG002 - a shop shows today
        return address.first_list(target)

    def read(self, body: bytes, url: str) -> OfferPage:
        text = readable(body)
        place = address.place_of(url)
        if not text:
            raise Rejected("The page is empty.")
        if self.official.claims(url):
            return admin.page(text, url)
        if text[0] in "{[":
            shelf = feed.shelf(text, place)
            return OfferPage(
                offers=shelf.offers,
                next=address.next_list(place, shelf.listed),
                passed_over=unreadable(shelf.listed - len(shelf.offers)),
            )
        if place and place.target.startswith("/password"):
            raise Blocked("The shop is closed to visitors: it asks for a password.")
        page = read_document(text, place)
        if page.kind == "shelf" and (shown := shelf_page.shelf(page)) is not None:
            return shown
        offer = None if page.kind == "shelf" else product_page.offer(page)
        if offer is None:
            raise wall.reason(text)
        return OfferPage(offers=(offer,))
