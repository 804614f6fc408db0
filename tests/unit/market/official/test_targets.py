"""Which targets the official ways can be asked for, and what stands on the task's row then."""

import pytest

from tests.unit.market.official.conftest import EVERY_KEY, SECRETS
from wareloom.market.keys import MarketKeys
from wareloom.market.marketplaces.registry import MARKETPLACES

KEYS = MarketKeys.model_validate(EVERY_KEY)
ETSY, AMAZON, SHOPIFY = "etsy", "amazon", "shopify"


@pytest.mark.parametrize(
    ("name", "written", "url"),
    [
        (ETSY, "Fen Mug", "https://openapi.etsy.com/v3/application/listings/active?keywords=fen+mug"),
        (
            ETSY,
            "etsy.com/search?q=mug&order=price_asc",
            "?keywords=mug&sort_on=price&sort_order=asc&limit=100&offset=0",
        ),
        (ETSY, "fenpottery.etsy.com", "/v3/application/shops?shop_name=fenpottery&limit=100"),
        (ETSY, "etsy.com/listing/1234567890/x?ref=y", "/v3/application/listings/1234567890?includes=Shop,Images"),
        (AMAZON, "amazon.de: Otter, Tasse", "https://sellingpartnerapi-eu.amazon.com/catalog/2022-04-01/items?"),
        (AMAZON, "amazon.de: Otter, Tasse", "?keywords=otter+tasse&pageSize=20&marketplaceIds=A1PA6795UKMFR9&"),
        (AMAZON, "https://www.amazon.de/dp/b0abcdefgh?tag=x", "?identifiers=B0ABCDEFGH&identifiersType=ASIN&"),
        (SHOPIFY, "fen-pottery.myshopify.com", "https://fen-pottery.myshopify.com/admin/api/2026-07/graphql.json"),
        (SHOPIFY, "https://fen.example/", "https://fen-pottery.myshopify.com/admin/api/2026-07/graphql.json"),
        (SHOPIFY, "www.fen.example/collections/Hats", "/graphql.json?collection=hats"),
    ],
)
def test_what_the_api_can_tell_is_asked_of_it(name: str, written: str, url: str) -> None:
    kind = MARKETPLACES[name]
    assert kind.official
    page = kind.official.first_page(kind.target(written), KEYS)
    assert page
    assert url in page.url
    assert kind.official.claims(page.url)
    said = page.model_dump_json()
    assert not any(secret in said for secret in SECRETS)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (ETSY, "etsy.com/de/search?q=mug"),
        (ETSY, "etsy.com/search?q=mug&max=30"),
        (ETSY, "etsy.com/search?q=mug&order=odd"),
        (ETSY, "etsy.com/market/otter_mug"),
        (ETSY, "etsy.com/c/home-and-living"),
        (ETSY, "etsy.com/shop/FenPottery?section_id=3"),
        (AMAZON, "amazon.com: mug"),
        (AMAZON, "amazon.de/s?k=mug&i=kitchen"),
        (AMAZON, "amazon.de/gp/bestsellers/kitchen"),
        (SHOPIFY, "another.example"),
        (SHOPIFY, "fen-pottery.myshopify.com.another.example"),
        (SHOPIFY, "not-fen.example"),
    ],
)
def test_what_it_cannot_tell_is_left_to_pages(name: str, written: str) -> None:
    kind = MARKETPLACES[name]
    assert kind.official
    target = kind.target(written)
    assert kind.official.first_page(target, KEYS) is None
    assert not kind.official.claims(kind.first_page(target, None).url)


@pytest.mark.parametrize(("name", "written"), [(ETSY, "mug"), (AMAZON, "amazon.de: mug"), (SHOPIFY, "fen.example")])
def test_without_a_key_nothing_is_asked_of_it(name: str, written: str) -> None:
    kind = MARKETPLACES[name]
    assert kind.official
    assert kind.official.configured(KEYS)
    assert not kind.official.configured(MarketKeys())
    assert kind.official.first_page(kind.target(written), MarketKeys()) is None


@pytest.mark.parametrize("name", [ETSY, AMAZON, SHOPIFY])
@pytest.mark.parametrize(
    "url", ["", "no address", "https://", "https://[", "https://openapi.etsy.com.x.example/v3/application/x"]
)
def test_an_address_that_is_none_is_not_claimed(name: str, url: str) -> None:
    official = MARKETPLACES[name].official
    assert official
    assert not official.claims(url)
