"""Pages that people save where we are not let in: read like any page, and believed for their own workspace alone."""

import json

import pytest
from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Session

from tests.support.api import Api, signed_in
from tests.support.uploads import Item, deliver, nudge, post_form, submitted
from wareloom.kit import objects
from wareloom.kit.settings import StorageSettings
from wareloom.market.archive import page_key
from wareloom.market.marketplaces.registry import MARKETPLACES
from wareloom.market.marketplaces.whose import whose
from wareloom.market.models import Fill, Offer, RawPage, Sighting

URL = "https://shop.example/products.json"


def shelf(*prices: str) -> bytes:
    products = [
        {
            "id": number,
            "title": f"Otter mug {number}",
            "handle": f"mug-{number}",
            "vendor": "Paper Fox",
            "variants": [{"id": 10 + number, "price": price, "available": True}],
        }
        for number, price in enumerate(prices, 1)
    ]
    return json.dumps({"products": products}).encode()


def read(api: Api, body: bytes, url: str = URL) -> Item:
    page_id = submitted(api, body, url)
    assert deliver(nudge(page_id)) == []
    return api.get(f"/submitted-pages/{page_id}").json


def told(page: Item) -> tuple[str, str, int, int, int]:
    return page["status"], page["outcome"], page["offers_found"], page["offers_new"], page["offers_changed"]


def test_a_saved_page_is_read_by_its_marketplaces_reader_and_kept_as_claims(api: Api) -> None:
    page = read(api, shelf("12.50", "8.00"))
    assert told(page) == ("succeeded", "read", 2, 2, 0)
    assert (page["marketplace"], page["url"], page["uploaded_by"]) == ("shopify", URL, f"user:{api.me['id']}")
    assert page["parser_version"] == MARKETPLACES["shopify"].version
    claims = api.get(f"/claims?page_id={page['id']}").json["items"]
    assert {claim["price"] for claim in claims} == {"12.5", "8"}
    assert told(read(api, shelf("12.50", "9.00"))) == ("succeeded", "read", 2, 0, 1)
    dearer = next(claim for claim in api.get("/claims").json["items"] if claim["price"] == "9")
    history = api.get(f"/claims/{dearer['id']}/history").json["items"]
    assert [claim["price"] for claim in history] == ["8", "9"]


def test_its_bytes_are_archived_like_any_pages(api: Api) -> None:
    page = read(api, shelf("12.50"))
    key = page_key("shopify", bytes.fromhex(page["sha256"]))
    assert objects.get(StorageSettings.from_env().raw_bucket, key) == shelf("12.50")


def test_nothing_of_it_reaches_what_everybody_shares(api: Api, joined: Connection) -> None:
    read(api, shelf("12.50"))
    with Session(joined, join_transaction_mode="create_savepoint") as session:
        for shared in (Offer, Sighting, RawPage, Fill):
            assert session.scalar(select(func.count()).select_from(shared)) == 0, shared.__name__
    stranger = signed_in()
    for listed in ("/claims", "/claims?query=otter", "/offers", "/submitted-pages"):
        assert stranger.get(listed).json["items"] == [], listed
    assert told(read(stranger, shelf("12.50"))) == ("succeeded", "read", 1, 1, 0)


@pytest.mark.parametrize(
    ("body", "url", "status", "outcome"),
    [
        (b'{"products": []}', URL, "succeeded", "empty"),
        (b"<title>Just a moment...</title><script>window._cf_chl_opt={}</script>", URL, "failed", "blocked"),
        (b"<p>My diary</p>", URL, "failed", "rejected"),
        (b"\x00\xff" * 50, "https://www.etsy.com/listing/7", "failed", "rejected"),
    ],
)
def test_what_became_of_it_is_told_with_the_reason(api: Api, body: bytes, url: str, status: str, outcome: str) -> None:
    page = read(api, body, url)
    assert (page["status"], page["outcome"], page["offers_found"]) == (status, outcome, 0)
    assert bool(page["reason"]) is (status == "failed")
    assert page["sha256"], "so that the reason can be looked into"


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.amazon.co.uk/dp/B000000001", "amazon"),
        ("https://www.etsy.com/listing/7", "etsy"),
        ("https://pretty.etsy.com/", "etsy"),
        ("https://shopee.co.id/product/7/9", "shopee"),
        ("https://shop.tiktok.com/us/pdp/1", "tiktok"),
        ("https://one.myshopify.com/products/mug", "shopify"),
        ("https://shop.example/products/mug", "shopify"),
        ("https://amazon.com.shop.example/", "shopify"),
        ("https://notetsy.com/", "shopify"),
    ],
)
def test_an_address_says_whose_page_it_is(url: str, name: str) -> None:
    assert whose(url).name == name


@pytest.mark.parametrize("url", ["shop.example", "ftp://shop.example/x", "https://a:b@shop.example/", "javascript:1"])
def test_what_is_no_address_is_refused(api: Api, url: str) -> None:
    assert api.post("/submitted-pages", {"url": url, "size": 5}).status == 422


def test_it_must_be_there_may_not_be_too_large_and_is_read_once(api: Api) -> None:
    assert api.post("/submitted-pages", {"url": URL, "size": 20 * 1024 * 1024 + 1}).status == 422
    made = api.post("/submitted-pages", {"url": URL, "size": 20}).json
    assert api.post(f"/submitted-pages/{made['id']}/start").status == 409
    assert post_form(made["upload"], b"x" * 21) >= 400
    page_id = submitted(api, shelf("5"), URL)
    deliver(nudge(page_id))
    deliver(nudge(page_id))
    assert api.post(f"/submitted-pages/{page_id}/start").status == 409
    assert len(api.get("/claims").json["items"]) == 1
    assert api.post(f"/submitted-pages/{page_id}/cancel").status == 409
