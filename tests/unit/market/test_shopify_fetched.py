"""A shop on this machine, fetched page by page the way a collection does it."""

from collections.abc import Generator
from datetime import timedelta

import pytest

from tests.support.shop_pages import listing, product, saved
from tests.support.web import Web, moved, page, serving, zipped
from wareloom.kit.errors import Blocked, NotFound, Rejected
from wareloom.kit.outside import HttpSettings, ProxySettings
from wareloom.market.fetchers.http import HttpFetcher, the_client
from wareloom.market.marketplaces.shopify import ShopifyMarketplace
from wareloom.market.page import PageRequest

SHOPIFY = ShopifyMarketplace()


@pytest.fixture
def web() -> Generator[Web]:
    with serving() as web:
        yield web


@pytest.fixture
def fetcher() -> HttpFetcher:
    return HttpFetcher(the_client(HttpSettings(allow_private=True), ProxySettings()))


def first(web: Web) -> PageRequest:
    return SHOPIFY.first_page(SHOPIFY.target(web.address), None)


def test_a_shop_is_read_from_its_first_page_to_its_last(web: Web, fetcher: HttpFetcher) -> None:
    full = listing(*(product(id=number) for number in range(250)))
    web.serves("/products.json?limit=250&page=1", zipped(full))
    web.serves("/products.json?limit=250&page=2", page(listing(product(id=250)), kind="application/json"))
    seen: list[str] = []
    request: PageRequest | None = first(web)
    while request:
        fetched = fetcher.fetch(request)
        assert fetched.content_type == "application/json"
        assert fetched.pause == timedelta(seconds=1)
        shown = SHOPIFY.read(fetched.body, fetched.url)
        seen += [offer.external_id for offer in shown.offers]
        request = shown.next
    assert seen == [str(number) for number in range(251)]
    assert len(web.asked_for("/robots.txt")) == 1


def test_a_shop_that_moved_is_read_where_it_is(web: Web, fetcher: HttpFetcher) -> None:
    with serving() as new:
        new.serves("/products.json?limit=250&page=1", page(listing(product()), kind="application/json"))
        web.serves("/products.json?limit=250&page=1", moved(f"{new.address}/products.json?limit=250&page=1"))
        fetched = fetcher.fetch(first(web))
        (offer,) = SHOPIFY.read(fetched.body, fetched.url).offers
        assert offer.product_url == f"{new.address}/products/mug"


def test_a_shop_behind_a_password_is_blocked(web: Web, fetcher: HttpFetcher) -> None:
    web.serves("/products.json?limit=250&page=1", moved("/password"))
    web.serves("/password", page(saved("password.html")))
    fetched = fetcher.fetch(first(web))
    with pytest.raises(Blocked, match="password"):
        SHOPIFY.read(fetched.body, fetched.url)


def test_a_host_that_is_no_shop_is_not_found(web: Web, fetcher: HttpFetcher) -> None:
    with pytest.raises(NotFound):
        fetcher.fetch(first(web))


def test_a_film_is_no_list(web: Web, fetcher: HttpFetcher) -> None:
    web.serves("/products.json?limit=250&page=1", page(b"\x00", kind="video/mp4"))
    with pytest.raises(Rejected, match="video/mp4"):
        fetcher.fetch(first(web))
