"""A shop's Admin API, asked the way a collection asks it, of a server on this machine."""

import json
from collections.abc import Generator
from datetime import timedelta
from decimal import Decimal

import pytest

from tests.support.haste import Passing
from tests.support.shopify_vendor import SHOP, TOKEN, ShopifyVendor, product
from tests.support.vendor import Reply, playing
from tests.unit.market.official.conftest import EVERY_KEY, asking
from wareloom.kit.errors import Rejected, Unavailable
from wareloom.kit.http.pace import NotYet
from wareloom.market.keys import MarketKeys
from wareloom.market.marketplaces.shopify import ShopifyMarketplace
from wareloom.market.official import WayClosed
from wareloom.market.page import OfferPage, PageRequest

SHOPIFY = ShopifyMarketplace()
pytestmark = pytest.mark.usefixtures("keyed")


@pytest.fixture
def vendor() -> Generator[ShopifyVendor]:
    with playing(ShopifyVendor()) as vendor:
        yield vendor


def first(written: str = "fen.example") -> PageRequest:
    page = SHOPIFY.official.first_page(SHOPIFY.target(written), MarketKeys.model_validate(EVERY_KEY))
    assert page
    return page


def read(vendor: ShopifyVendor, passing: Passing, written: str = "fen.example") -> OfferPage:
    fetched = asking(vendor, passing).fetch(first(written))
    return SHOPIFY.read(fetched.body, fetched.url)


def test_a_product_is_what_its_visitors_see(vendor: ShopifyVendor, passing: Passing) -> None:
    page = read(vendor, passing)
    assert (len(page.offers), page.next) == (3, None)
    offer = page.offers[0]
    assert (offer.external_id, offer.title) == ("1", "Fen mug 1")
    assert (offer.price, offer.list_price, offer.currency) == (Decimal("21.50"), Decimal("25.00"), "GBP")
    assert (offer.availability, offer.seller, offer.category) == ("in_stock", "Fen Pottery", "Mugs")
    assert offer.product_url == "https://fen.example/products/fen-mug-1"
    assert offer.image_url == "https://cdn.shopify.com/1.jpg"
    assert offer.details["variants"] == 2
    (asked,) = vendor.asked
    assert asked.path == "/admin/api/2026-07/graphql.json"
    assert asked.headers["x-shopify-access-token"] == TOKEN


def test_a_shop_is_read_to_its_end_each_product_once(vendor: ShopifyVendor, passing: Passing) -> None:
    vendor.products = [product(number) for number in range(1, 61)]
    fetcher, seen, numbers = asking(vendor, passing), list[str](), list[int]()
    request: PageRequest | None = first()
    while request:
        assert SHOPIFY.official.claims(request.url)
        fetched = fetcher.fetch(request)
        page = SHOPIFY.read(fetched.body, fetched.url)
        seen += [offer.external_id for offer in page.offers]
        numbers.append(request.number)
        request = page.next
    assert len(seen) == len(set(seen)) == 60
    assert numbers == [1, 2, 3]


def test_a_collection_is_named_in_the_question_and_kept_from_page_to_page(
    vendor: ShopifyVendor, passing: Passing
) -> None:
    vendor.products = [product(number) for number in range(1, 31)]
    page = read(vendor, passing, "fen.example/collections/hats")
    assert page.next
    assert "collection=hats" in page.next.url
    assert json.loads(vendor.asked[0].body)["variables"] == {"handle": "hats"}
    with pytest.raises(Rejected, match="no collection “caps”"):
        read(vendor, passing, "fen.example/collections/caps")


def test_what_is_not_on_sale_to_everybody_is_nobodys_offer(vendor: ShopifyVendor, passing: Passing) -> None:
    vendor.products = [product(1), product(2, onlineStoreUrl=None)]
    assert [offer.external_id for offer in read(vendor, passing).offers] == ["1"]
    vendor.products = [product(2, onlineStoreUrl=None)]
    assert read(vendor, passing).offers == ()


def test_of_more_variants_than_are_told_only_what_is_sure_is_kept(vendor: ShopifyVendor, passing: Passing) -> None:
    variants = {
        "pageInfo": {"hasNextPage": True},
        "nodes": [{"price": "24.00", "compareAtPrice": "30.00", "availableForSale": False}],
    }
    vendor.products = [product(1, variants=variants)]
    (offer,) = read(vendor, passing).offers
    assert (offer.price, offer.list_price, offer.availability) == (Decimal("21.5"), None, None)


def test_an_empty_allowance_is_waited_for_as_long_as_it_takes(vendor: ShopifyVendor, passing: Passing) -> None:
    fetcher = asking(vendor, passing)
    vendor.available = 0
    vendor.moods = [vendor.error("THROTTLED", "Throttled")]
    with pytest.raises(NotYet) as throttled:
        fetcher.fetch(first())
    assert throttled.value.retry_after == timedelta(seconds=4)
    with pytest.raises(NotYet):
        fetcher.fetch(first())
    assert len(vendor.asked) == 1
    passing.pass_by(timedelta(seconds=4))
    assert fetcher.fetch(first()).pause == timedelta(seconds=4)


def test_a_refused_token_closes_the_way(vendor: ShopifyVendor, passing: Passing) -> None:
    vendor.moods = [Reply({"errors": f"[API] Invalid API key {TOKEN}"}, 401)]
    with pytest.raises(WayClosed, match="does not accept our key") as closed:
        asking(vendor, passing).fetch(first())
    assert TOKEN not in str(closed.value)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("ACCESS_DENIED", WayClosed),
        ("SHOP_INACTIVE", WayClosed),
        ("INTERNAL_SERVER_ERROR", Unavailable),
        ("MAX_COST_EXCEEDED", Rejected),
        ("undefinedField", Rejected),
    ],
)
def test_errors_inside_a_success_are_told_apart(
    vendor: ShopifyVendor, passing: Passing, code: str, kind: type[Exception]
) -> None:
    told = json.loads(vendor.error(code).body) | {"data": {"products": {"nodes": [product(1)]}}}
    vendor.moods = [Reply(told)]
    with pytest.raises(kind):
        asking(vendor, passing).fetch(first())


def test_a_shop_without_a_key_is_not_asked(vendor: ShopifyVendor, passing: Passing) -> None:
    other = first().url.replace(SHOP, "another.myshopify.com")
    with pytest.raises(WayClosed, match=r"no key for another\.myshopify\.com"):
        asking(vendor, passing).fetch(PageRequest(url=other))
    assert not vendor.asked


@pytest.mark.parametrize("body", [b'{"data":', b'{"data":null}', b'{"data":{"products":{}}}', b"{}", b"[1]"])
def test_an_answer_of_another_shape_is_rejected(body: bytes) -> None:
    with pytest.raises(Rejected):
        SHOPIFY.read(body, first().url)
