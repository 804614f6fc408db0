"""Amazon: what to ask it for, and which of its pages this is."""

from datetime import datetime, timedelta

from wareloom.kit.errors import Rejected
from wareloom.market.marketplaces.amazon import address, catalogue, detail, rankings, search, stream, wall
from wareloom.market.marketplaces.amazon.decoding import page_text
from wareloom.market.marketplaces.amazon.official import AmazonOfficial
from wareloom.market.marketplaces.amazon.page import page_of
from wareloom.market.marketplaces.amazon.shops import shop_named
from wareloom.market.page import OfferPage, PageRequest


class AmazonMarketplace:
    name = "amazon"
    title = "Amazon"
    about = "What a search, a list of bestsellers, a shop or a product's page shows at any country's Amazon."
    offline = False
    fetcher = "escalating"
    official = AmazonOfficial()
    every = timedelta(hours=6)
    pages_per_day: int | None = 10_000
    version = 3
    target_label = "Words to search for, or an address at Amazon"
    target_example = "amazon.de: coffee mug"

    def target(self, written: str) -> str:
        return address.spelled(written)

    def owns(self, host: str) -> bool:
        return shop_named(host) is not None

    def first_page(self, target: str, since: datetime | None) -> PageRequest:  # noqa: ARG002 - Amazon shows today
        return address.first_page(target)

    def read(self, body: bytes, url: str) -> OfferPage:
        text = page_text(body)
        if not text:
            raise Rejected("The page is empty.")
        if self.official.claims(url):
            return catalogue.page(text, url)
        page = page_of(stream.page_in(text) if text[0] in "[{" else text, url)
        found = detail.offers_of(page) or rankings.offers_of(page) or search.offers_of(page)
        if found is None:
            raise wall.reason(page)
        return found
