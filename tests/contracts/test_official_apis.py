"""Marketplaces' own APIs, played by local servers: we ask, and they answer, as their published contracts describe."""

import gzip
import json
from collections.abc import Generator
from functools import cache
from typing import Any
from urllib.parse import urlsplit

import graphql
import pytest

from tests.support import amazon_vendor, etsy_vendor, shopify_vendor
from tests.support.amazon_vendor import AmazonVendor
from tests.support.cloud import Emulator
from tests.support.described_queries import Described
from tests.support.etsy_vendor import EtsyVendor
from tests.support.market_secret import MARKET, keep_keys, lose_keys
from tests.support.real_data import DATA
from tests.support.vendor import Asked, Reply, Vendor, playing
from wareloom.kit.outside import MarketKeySettings
from wareloom.market.fetchers.official.fetcher import OfficialFetcher
from wareloom.market.keys import market_keys
from wareloom.market.marketplaces.registry import marketplace
from wareloom.market.marketplaces.shopify.admin import OF_A_COLLECTION, OF_THE_SHOP
from wareloom.market.marketplaces.shopify.official import PATH, VERSION
from wareloom.market.page import SeenOffer

ETSY = "contracts/etsy_open_api_v3_oas3.0.json"
CATALOGUE = "contracts/amazon_spapi_catalogItems_2022-04-01.json.gz"
PRICING = "contracts/amazon_spapi_productPricingV0.json.gz"
SHOPIFY = f"contracts/shopify_admin_graphql_{VERSION}.graphql.gz"
pytestmark = pytest.mark.real_data(ETSY, CATALOGUE, PRICING, SHOPIFY)


@pytest.fixture
def keyed(cloud: Emulator) -> Generator[None]:
    lose_keys(cloud)
    shops = {shopify_vendor.SHOP: shopify_vendor.TOKEN}
    keep_keys(cloud, {"etsy": {"key": etsy_vendor.KEY}, "amazon": amazon_vendor.KEY, "shopify": shops})
    yield
    lose_keys(cloud)


def collected(vendor: Vendor, name: str, written: str) -> list[SeenOffer]:
    """Everything from the first page to the last."""
    place = vendor.address
    settings = MarketKeySettings(
        secret_id=MARKET, etsy_url=place, amazon_url=place, amazon_login_url=place, shopify_url=place
    )
    kind = marketplace(name)
    assert kind.official
    fetcher = OfficialFetcher(settings, wait=lambda _seconds: None)
    request = kind.official.first_page(kind.target(written), market_keys(settings))
    seen: list[SeenOffer] = []
    while request:
        fetched = fetcher.fetch(request)
        page = kind.read(fetched.body, fetched.url)
        seen += page.offers
        request = page.next
    return seen


def _unpacked(contract: str) -> dict[str, Any]:
    return json.loads(gzip.decompress((DATA / contract).read_bytes()))


@pytest.mark.usefixtures("keyed")
@pytest.mark.parametrize(
    ("written", "operations"),
    [
        ("fen mug", {"findAllListingsActive", "getListingsByListingIds"}),
        ("etsy.com/search?q=mug&order=date_desc", {"findAllListingsActive", "getListingsByListingIds"}),
        ("etsy.com/shop/FenPottery", {"findShops", "findAllActiveListingsByShop", "getListingsByListingIds"}),
        ("etsy.com/listing/1000000001", {"getListing"}),
    ],
)
def test_etsy_is_asked_what_its_contract_describes(written: str, operations: set[str]) -> None:
    document: dict[str, Any] = json.loads((DATA / ETSY).read_text())
    contract = Described(document)
    with playing(EtsyVendor(listings=130)) as vendor:
        assert collected(vendor, "etsy", written)
    assert {contract.check_question(asked.target) for asked in vendor.asked} == operations
    for asked, reply in zip(vendor.asked, vendor.answered, strict=True):
        contract.check_answer(asked.target, reply.status, reply.told)
        assert document["components"]["securitySchemes"]["api_key"]["name"] in asked.headers


@pytest.mark.usefixtures("keyed")
@pytest.mark.parametrize("written", ["amazon.de: otter mug", "amazon.de/dp/B0ABCDEFGH"])
def test_amazon_is_asked_what_its_contracts_describe(written: str) -> None:
    catalogue, pricing = (Described(_unpacked(name)) for name in (CATALOGUE, PRICING))
    with playing(AmazonVendor(items=45)) as vendor:
        seen = collected(vendor, "amazon", written)
    assert all(offer.price for offer in seen if not offer.external_id.endswith("3"))
    operations: set[str] = set()
    for asked, reply in zip(vendor.asked, vendor.answered, strict=True):
        if asked.path != "/auth/o2/token":
            contract = pricing if "/pricing/" in asked.path else catalogue
            operations.add(contract.check_question(asked.target))
            contract.check_answer(asked.target, reply.status, reply.told)
    assert operations == {"searchCatalogItems", "getCompetitivePricing"}


def test_the_catalogue_s_own_example_is_read() -> None:
    document = _unpacked(CATALOGUE)
    answer = document["paths"]["/catalog/2022-04-01/items"]["get"]["responses"]["200"]["examples"]["application/json"]
    url = "https://sellingpartnerapi-na.amazon.com/catalog/2022-04-01/items?keywords=tv&marketplaceIds=ATVPDKIKX0DER"
    page = marketplace("amazon").read(b'{"answers":[' + json.dumps(answer).encode() + b"]}", url)
    (offer,) = page.offers
    assert offer.title.startswith("Samsung QN82Q60RAFXZA")
    assert offer.category_path[0] == "Electronics"
    assert offer.rank == 72855
    assert offer.image_url == "https://m.media-amazon.com/images/I/91uohwV+k3L.jpg"
    assert page.next


@cache
def admin() -> graphql.GraphQLSchema:
    return graphql.build_schema(gzip.decompress((DATA / SHOPIFY).read_bytes()).decode(), assume_valid=True)


class ExecutingShop(Vendor):
    """Answers as the published schema makes it: what the question does not name is not told."""

    def reply(self, asked: Asked) -> Reply:
        sent: dict[str, Any] = json.loads(asked.body)
        library: Any = graphql  # its stubs leave a tuple's type open
        known = {"shop": {"currencyCode": "GBP"}, **self._shelves()}
        made = library.graphql_sync(admin(), sent["query"], known, variable_values=sent["variables"])
        assert not made.errors
        return Reply({"data": made.data, "extensions": {"cost": {}}})

    def _shelves(self) -> dict[str, Any]:
        def products(_info: Any, *, first: int, after: str | None = None, **_more: Any) -> dict[str, Any]:
            start = int(after or 0)
            media = {"__typename": "MediaImage", "preview": {"image": {"url": "https://cdn.shopify.com/1.jpg"}}}
            nodes = [product(number, media) for number in range(1, 31)][start : start + first]
            return {"pageInfo": {"hasNextPage": start + first < 30, "endCursor": str(start + first)}, "nodes": nodes}

        return {"products": products, "collectionByIdentifier": {"products": products}}


def product(number: int, media: dict[str, Any]) -> dict[str, Any]:
    return {**shopify_vendor.product(number), "featuredMedia": media}


@pytest.mark.usefixtures("keyed")
@pytest.mark.parametrize("written", [shopify_vendor.SHOP, f"{shopify_vendor.SHOP}/collections/hats"])
def test_a_shop_is_asked_in_its_schema_and_answers_in_it(written: str) -> None:
    with playing(ExecutingShop()) as vendor:
        seen = collected(vendor, "shopify", written)
    assert [offer.external_id for offer in seen] == [str(number) for number in range(1, 31)]
    assert (seen[0].currency, seen[0].image_url) == ("GBP", "https://cdn.shopify.com/1.jpg")
    assert {urlsplit(asked.target).path for asked in vendor.asked} == {PATH}


@pytest.mark.parametrize("question", [OF_THE_SHOP, OF_A_COLLECTION], ids=["shop", "collection"])
def test_no_question_names_what_is_going_away(question: str) -> None:
    rules = [*graphql.specified_rules, graphql.NoDeprecatedCustomRule]
    assert not graphql.validate(admin(), graphql.parse(question), rules)
