"""Printful, played by a local server: we send what its published contract describes, and read what it answers."""

from collections.abc import Generator
from datetime import timedelta
from typing import Any

import pytest
from pydantic import SecretStr

from tests.support.openapi_contract import Contract
from tests.support.printful_catalogue import variant_ids
from tests.support.printful_server import serving_printful
from tests.support.printful_shop import Mischief, Printful
from tests.support.real_data import DATA
from tests.support.selling import ART, Seller, a_variant, some_goods
from wareloom.kit.errors import Rejected
from wareloom.kit.outside import PrintfulSettings
from wareloom.listings.channels.printful import answers
from wareloom.listings.channels.printful.channel import PrintfulChannel, PrintfulCredentials

CONTRACT = "contracts/printful_v1_openapi.json"
SIGNED = ART.replace("fox.png", "fox-on-tee.jpg")
EVERYTHING = (
    a_variant("tee", "Black", "M"),
    a_variant("tee", "Black", "L"),
    a_variant("hoodie", "Sport Grey", "XL", "44.99"),
    a_variant("mug", "white", "11oz", "15.99"),
    a_variant("poster", "White", "18x24", "18.99"),
    a_variant("tote", "Oyster", "one size", "23.99"),
    a_variant("phone case", "White", "iPhone 16", "19.99"),
)


@pytest.fixture
def printful() -> Generator[Printful]:
    with serving_printful() as shop:
        yield shop


def selling(printful: Printful, *variants: Any, **credentials: Any) -> Seller:
    channel = PrintfulChannel(PrintfulSettings(base_url=printful.address))
    counter = channel.open(PrintfulCredentials(token=SecretStr("first-token"), **credentials))
    return Seller(channel, counter, some_goods(*variants))


def bodies(printful: Printful, method: str, path: str) -> list[Any]:
    return [one.body for one in printful.asked if one.method == method and one.target.startswith(path)]


def test_goods_become_one_product_with_their_prices_files_and_mockups(printful: Printful) -> None:
    store = printful.opens("first-token")
    seller = selling(printful, *EVERYTHING)
    left = seller.sell()
    product = store.products[seller.goods.listing_id.hex]
    assert left["files"]["external_id"] == seller.goods.listing_id.hex
    assert left["files"]["url"].endswith(f"/dashboard/sync/update?id={product['sync_product']['id']}")
    assert product["sync_product"]["name"] == seller.goods.title
    assert [one["retail_price"] for one in product["sync_variants"]] == [str(one.price) for one in EVERYTHING]
    tee, other_size = product["sync_variants"][:2]
    assert tee["variant_id"] == variant_ids(71)["Black", "M"]
    assert [file["url"] for file in tee["files"]] == [ART, f"https://mockups.example/{tee['variant_id']}.jpg"]
    (sent,) = bodies(printful, "POST", "/store/products")
    assert sent["sync_product"]["thumbnail"] == tee["files"][1]["url"]
    assert other_size["files"][1]["url"] == tee["files"][1]["url"]


def test_a_mockup_is_asked_for_once_a_colour_with_the_art_whole_and_in_the_middle(printful: Printful) -> None:
    printful.opens("first-token")
    selling(printful, *EVERYTHING).sell(until="tasks")
    tee, _, mug, poster, *_ = bodies(printful, "POST", "/mockup-generator/create-task/")
    assert tee["variant_ids"] == [variant_ids(71)["Black", "M"]]
    assert tee["files"][0]["position"] == {
        "area_width": 1800, "area_height": 2400, "width": 1800, "height": 2160, "top": 120, "left": 0
    }  # fmt: skip
    assert mug["files"][0]["placement"] == "default"
    assert mug["files"][0]["position"]["height"] == 1050
    standing = poster["files"][0]["position"]
    assert (standing["area_width"], standing["area_height"]) == (1800, 2400)


def test_mockups_are_waited_for_and_not_asked_about_at_once(printful: Printful) -> None:
    printful.opens("first-token")
    printful.looks_until_drawn = 2
    seller = selling(printful)
    seller.sell(until="mockups")
    assert seller.waits == ["mockups"] * 3
    assert len(bodies(printful, "GET", "/mockup-generator/task")) == 3


@pytest.mark.parametrize("trouble", ["failed", "for ever"])
def test_a_mockup_that_never_comes_is_replaced_by_our_own(printful: Printful, trouble: str) -> None:
    store = printful.opens("first-token")
    printful.drawing_fails = "The file could not be fetched" if trouble == "failed" else None
    printful.looks_until_drawn = 0 if trouble == "failed" else 1000
    seller = selling(printful)
    seller.goods = some_goods(mockup_urls={"tee": SIGNED})
    left = seller.sell()
    (product,) = store.products.values()
    assert left["mockups"]["missing"]["tee"]
    assert not any("thumbnail" in body["sync_product"] for body in bodies(printful, "POST", "/store/products")), (
        "too long"
    )
    assert product["sync_variants"][0]["files"][1]["url"] == SIGNED


def test_a_new_store_asks_for_its_mockups_a_few_at_a_time(printful: Printful) -> None:
    printful.opens("first-token")
    seller = selling(printful, *EVERYTHING)
    seller.sell(until="blanks")
    printful.mischief = [
        Mischief("POST", f"/mockup-generator/create-task/{number}", status=429, headers={"Retry-After": "61"})
        for number in (19, 367)
    ]
    started = seller.now
    seller.part("tasks")
    asked = [one.target for one in printful.asked if one.method == "POST"]
    assert seller.now - started == timedelta(seconds=122)
    assert len(asked) == 6 + 2, "what was asked for already is not asked for again"


def test_a_product_is_on_sale_only_when_its_print_file_is_taken_in(printful: Printful) -> None:
    printful.opens("first-token", files="waiting", files_wait=2)
    seller = selling(printful)
    assert "url" in seller.sell()["files"]
    assert seller.waits.count("files") == 2


@pytest.mark.parametrize(
    ("facts", "said"),
    [({"files": "failed"}, "print file"), ({"currency": "EUR"}, "sells in EUR")],
    ids=["file", "money"],
)
def test_what_cannot_be_sold_is_refused_and_can_be_taken_back(
    printful: Printful, facts: dict[str, Any], said: str
) -> None:
    store = printful.opens("first-token", **facts)
    seller = selling(printful)
    with pytest.raises(Rejected, match=said):
        seller.sell()
    assert store.products
    seller.undo_all()
    seller.undo_all()
    assert not store.products


@pytest.mark.parametrize(
    ("variant", "said"),
    [
        (a_variant(colour="Heliotrope"), "does not come in Heliotrope / M"),
        (a_variant(size="9XL"), "does not come in White / 9XL"),
        (a_variant("kettle"), "not asked to make a kettle"),
    ],
    ids=["colour", "size", "product"],
)
def test_a_blank_that_printful_does_not_have_is_refused_before_anything_is_made(
    printful: Printful, variant: Any, said: str
) -> None:
    store = printful.opens("first-token")
    with pytest.raises(Rejected, match=said):
        selling(printful, variant).sell()
    assert not store.products


@pytest.mark.parametrize(("blank", "said"), [("19", "is no tee"), ("4040", "Not Found"), ("13", "no tee")])
def test_an_owners_own_blank_must_be_what_it_is_chosen_for(printful: Printful, blank: str, said: str) -> None:
    printful.opens("first-token")
    with pytest.raises(Rejected, match=said):
        selling(printful, blanks=f"tee = {blank}").sell()


@pytest.mark.parametrize("count", [0, 101])
def test_more_variants_than_printful_takes_are_refused_first(printful: Printful, count: int) -> None:
    seller = selling(printful)
    seller.goods = some_goods(variants=(a_variant(),) * count)
    with pytest.raises(Rejected, match="1 to 100"):
        seller.sell()
    assert not printful.asked


@pytest.mark.real_data(CONTRACT)
def test_every_request_and_every_answer_is_as_the_contract_has_it(printful: Printful) -> None:
    store = printful.opens("first-token")
    seller = selling(printful, *EVERYTHING, store_id=str(store.id))
    seller.counter.check()
    seller.sell()
    seller.find("product")
    seller.undo_all()
    contract = Contract(DATA / CONTRACT)
    used = {contract.check_request(one.method, one.target, one.headers, one.body) for one in printful.asked}
    for one in printful.asked:
        contract.check_answer(one.method, one.target, one.status, one.answer)
    assert used == {
        "getStores", "getProductById", "getPrintfiles", "createGeneratorTask", "getTask", "createSyncProduct",
        "getSyncProductById", "deleteSyncProduct",
    }  # fmt: skip


@pytest.mark.real_data(CONTRACT)
@pytest.mark.parametrize(
    ("answer", "read"),
    [
        ("Stores", answers.Stores),
        ("GetProductById", answers.Catalogue),
        ("Printfiles", answers.Printfiles),
        ("GenerationTask", answers.Task),
        ("SyncProduct", answers.SyncProduct),
        ("SyncProductInfo", answers.SyncProductInfo),
    ],
    ids=["stores", "catalogue", "printfiles", "task", "product", "product with variants"],
)
def test_the_contracts_own_examples_are_understood(answer: str, read: type[answers.Answer]) -> None:
    example = Contract(DATA / CONTRACT).example(answer)["result"]
    assert read.model_validate(example)
