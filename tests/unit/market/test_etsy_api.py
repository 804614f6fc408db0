"""What is read from Etsy's answers in JSON: the Open API's, and JSON-LD by itself."""

import json
from decimal import Decimal
from typing import Any

import pytest

from tests.support.etsy_pages import answered, api_listing, product, told
from tests.support.openapi_contract import Contract
from tests.support.real_data import DATA
from wareloom.kit.errors import Rejected
from wareloom.market.marketplaces.etsy import EtsyMarketplace
from wareloom.market.page import OfferPage

ETSY = EtsyMarketplace()
ACTIVE = "https://openapi.etsy.com/v3/application/listings/active"
CONTRACT = "contracts/etsy_open_api_v3_oas3.0.json"


def read(body: bytes, url: str = ACTIVE) -> OfferPage:
    return ETSY.read(body, url)


def test_a_listing_is_read_with_its_shop_and_images() -> None:
    for body in (answered(api_listing()), json.dumps(api_listing()).encode()):
        (offer,) = read(body, "").offers
        assert offer.model_dump(exclude_defaults=True) == {
            "external_id": "1701000001",
            "title": 'Fen kit "Marsh"',
            "price": Decimal("42.50"),
            "currency": "GBP",
            "rating": Decimal("4.8126"),
            "reviews_count": 1204,
            "image_url": "https://i.etsystatic.com/8100001/r/il/7a/801/il_fullxfull.801_a.jpg",
            "product_url": "https://www.etsy.com/listing/1701000001/fen-kit-marsh",
            "seller": "FenAndFern",
            "availability": "in_stock",
            "stock": 12,
            "tags": ("terrarium", "moss kit"),
            "details": {
                "quantity": 12,
                "favorers": 340,
                "views": 5120,
                "shop_id": "8100001",
                "taxonomy_id": 891,
                "rating_of": "shop",
            },
        }


@pytest.mark.real_data(CONTRACT)
def test_these_answers_are_of_the_published_contract() -> None:
    contract = Contract(DATA / CONTRACT)
    contract.check_answer("get", "/v3/application/listings/active", 200, json.loads(answered(api_listing())))
    contract.check_answer("get", "/v3/application/shops/1/listings/active", 200, json.loads(answered(api_listing())))
    contract.check_answer("get", "/v3/application/listings/1", 200, api_listing())


@pytest.mark.parametrize(
    ("facts", "name", "value"),
    [
        ({"price": {"amount": 1234, "divisor": 1, "currency_code": "JPY"}}, "price", Decimal(1234)),
        ({"price": {"amount": 999, "divisor": 100, "currency_code": "usd"}}, "currency", "USD"),
        ({"price": {"amount": 999, "divisor": 0, "currency_code": "USD"}}, "price", None),
        ({"price": None}, "price", None),
        ({"price": "15.99", "currency_code": "USD"}, "price", Decimal("15.99")),
        ({"price": "15.99", "currency_code": "USD"}, "currency", "USD"),
        ({"state": "sold_out", "quantity": 0}, "availability", "out_of_stock"),
        ({"state": "active", "quantity": 0}, "availability", "out_of_stock"),
        ({"state": "expired"}, "availability", "out_of_stock"),
        ({"quantity": 0}, "stock", 0),
        ({"quantity": None}, "stock", None),
        ({"quantity": -1}, "stock", None),
        ({"state": None}, "availability", None),
        ({"shop": None}, "seller", None),
        ({"shop": {"shop_name": "Kiln", "review_average": None}}, "rating", None),
        ({"images": None}, "image_url", None),
        (
            {"images": None, "Images": [{"url_570xN": "https://i.etsystatic.com/a.jpg"}]},
            "image_url",
            "https://i.etsystatic.com/a.jpg",
        ),
        ({"url": None}, "product_url", "https://www.etsy.com/listing/1701000001"),
        ({"tags": None}, "tags", ()),
        ({"taxonomy_path": ["Home", "Mugs"]}, "category_path", ("Home", "Mugs")),
    ],
)
def test_facts_may_be_missing_or_of_another_time(facts: dict[str, Any], name: str, value: object) -> None:
    (offer,) = read(answered(api_listing(**facts))).offers
    assert getattr(offer, name) == value


@pytest.mark.parametrize(
    ("url", "count", "following"),
    [
        (f"{ACTIVE}?keywords=fen&limit=1", 3, f"{ACTIVE}?keywords=fen&limit=1&offset=1"),
        (f"{ACTIVE}?limit=1&offset=1", 3, f"{ACTIVE}?limit=1&offset=2"),
        (f"{ACTIVE}?limit=1&offset=2", 3, None),
        (f"{ACTIVE}?limit=1&offset=99", 5000, None),
        (f"{ACTIVE}?limit=100&offset=11900", 50000, None),
        (ACTIVE, 26, f"{ACTIVE}?limit=25&offset=25"),
        (ACTIVE, 25, None),
        ("https://openapi.etsy.com/v3/application/listings/1", 26, None),
        ("", 26, None),
    ],
)
def test_an_answer_goes_on_where_more_are_counted(url: str, count: int, following: str | None) -> None:
    page = read(answered(api_listing(), count=count), url)
    assert (page.next and page.next.url) == following
    assert page.offers_total == count


def test_no_listing_is_an_answer_too() -> None:
    assert read(answered()) == OfferPage(offers=(), offers_total=0)
    assert read(json.dumps(told(numberOfItems=0)).encode()) == OfferPage(offers=(), offers_total=0)


def test_json_for_search_engines_is_read_by_itself() -> None:
    for body in (product(), [product()], {"@graph": [product()]}, told(product())):
        (offer,) = read(json.dumps(body).encode()).offers
        assert (offer.external_id, offer.price, offer.currency) == ("7", Decimal("9.50"), "USD")
    page = read(json.dumps([told(product(), product(8), numberOfItems=400), product(8)]).encode())
    assert [offer.external_id for offer in page.offers] == ["7", "8"]
    assert page.offers_total == 400


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"[]",
        b"{}",
        b'{"results":[{"listing_id":1,"title":"Mug"',
        b'{"results":[{"title":"no number"}]}',
        b'{"results":[1,null]}',
        b'{"listing_id":"x","title":"Mug"}',
        b'{"output":{"a":"<div>"}}',
        b'{"output":{}}',
        b'{"@type":"Product","sku":"7"}',
        b'{"@type":"Product","name":"Mug"}',
        b'[{"@type":"Product","name":"Mug","sku":"7"},{"@type":"Pro',
        b"[" * 100_000,
    ],
)
def test_what_tells_of_no_listing_is_rejected_and_never_empty(body: bytes) -> None:
    with pytest.raises(Rejected):
        read(body)


def test_what_etsy_said_is_passed_on() -> None:
    with pytest.raises(Rejected, match="Invalid API key"):
        read(b'{"error":"Invalid API key: should be in the format keystring:shared_secret"}')
