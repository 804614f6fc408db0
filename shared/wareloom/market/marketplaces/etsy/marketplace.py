"""Etsy: what to ask it for, and which of the ways it answers this is."""

from datetime import datetime, timedelta

from wareloom.kit.errors import Blocked, Rejected
from wareloom.market.marketplaces.etsy import address, answers, list_page, listing_page, refusals
from wareloom.market.marketplaces.etsy.document import read_document
from wareloom.market.marketplaces.etsy.official import EtsyOfficial
from wareloom.market.page import OfferPage, PageRequest
from wareloom.market.reading.text import readable


class EtsyMarketplace:
    name = "etsy"
    title = "Etsy"
    about = "What an Etsy search, category, market page or shop lists, or one listing, from Etsy's own pages."
    offline = False
    fetcher = "escalating"
    official = EtsyOfficial()
    every = timedelta(hours=6)
    pages_per_day: int | None = 10_000
    version = 3
    target_label = "Words to search for, or the address of a search, category, shop or listing"
    target_example = "birth flower mug"

    def target(self, written: str) -> str:
        return address.spelled(written)

    def owns(self, host: str) -> bool:
        return host == "etsy.com" or host.endswith(".etsy.com")

    def first_page(self, target: str, since: datetime | None) -> PageRequest:  # noqa: ARG002 - Etsy shows today
        return address.first_page(target)

    def read(self, body: bytes, url: str) -> OfferPage:
        text = readable(body)
        place = address.place_of(url)
        if not text:
            raise Rejected("The page is empty.")
        if text[0] in "{[":
            return answers.page(text, place)
        if refusals.cut_off(text):
            raise refusals.reason(text, otherwise="The page is cut off: what it shows may be half of it.")
        document = read_document(text, place)
        if document.kind == "signin":
            raise Blocked("Etsy asks to sign in before it shows this page.")
        if document.kind == "listing" or (document.kind is None and listing_page.is_one(document)):
            return listing_page.page(document)
        return list_page.page(document)
