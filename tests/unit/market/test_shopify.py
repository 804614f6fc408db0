"""How a Shopify shop is named and asked, and what its lists say."""

from decimal import Decimal
from typing import Any

import pytest

from tests.support.shop_pages import listing, product, saved
from wareloom.kit.errors import Blocked, Rejected
from wareloom.market.marketplaces.shopify import ShopifyMarketplace
from wareloom.market.page import OfferPage, SeenOffer

LIST = "https://shop.example/products.json?limit=250&page=1"
SHOPIFY = ShopifyMarketplace()


def read(body: bytes, url: str = LIST) -> OfferPage:
    return SHOPIFY.read(body, url)


def only(body: bytes, url: str = LIST) -> SeenOffer:
    (offer,) = read(body, url).offers
    return offer


@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("shop.example", "shop.example"),
        ("  https://Shop.Example/  ", "shop.example"),
        ("http://shop.example/collections/all?x=1", "shop.example"),
        ("shop.example/collections/Hats/products/red", "shop.example/collections/hats"),
        ("https://shop.example/en-gb/collections/hats?page=2#top", "shop.example/collections/hats"),
        ("shop.example/products/mug", "shop.example"),
        ("https://müller.example", "xn--mller-kva.example"),
        ("https://shop.example:443/", "shop.example"),
        ("127.0.0.1:8123", "127.0.0.1:8123"),
        ("http://localhost:8123/collections/hats", "localhost:8123/collections/hats"),
        ("[::1]:8123", "[::1]:8123"),
    ],
)
def test_a_shop_has_one_spelling(written: str, target: str) -> None:
    assert SHOPIFY.target(written) == target
    assert SHOPIFY.target(target) == target


@pytest.mark.parametrize(
    "written", ["", "shop", "ftp://shop.example", "a b.example", "https://user:pw@shop.example", "https://", "0x7f.1"]
)
def test_what_is_no_shop_s_address_is_rejected(written: str) -> None:
    with pytest.raises(Rejected):
        SHOPIFY.target(written)


@pytest.mark.parametrize(
    ("target", "url"),
    [
        ("shop.example", "https://shop.example/products.json?limit=250&page=1"),
        ("shop.example/collections/hats", "https://shop.example/collections/hats/products.json?limit=250&page=1"),
        ("127.0.0.1:8123", "http://127.0.0.1:8123/products.json?limit=250&page=1"),
        ("[::1]:8123", "http://[::1]:8123/products.json?limit=250&page=1"),
    ],
)
def test_the_first_page_is_the_shop_s_own_list(target: str, url: str) -> None:
    assert SHOPIFY.first_page(target, None).url == url


def test_a_list_is_read_product_by_product() -> None:
    mug, mat, nothing = read(saved("products.json")).offers
    assert mug.model_dump() == {
        "external_id": "9100000000001",
        "title": "Heron Mug &amp; Saucer",
        "price": Decimal("18.50"),
        "currency": None,
        "rating": None,
        "reviews_count": None,
        "image_url": "https://cdn.shopify.com/s/files/1/9/heron%20one.jpg?v=1",
        "product_url": "https://shop.example/products/heron-mug",
        "seller": "Reed & Kiln",
        "list_price": Decimal("22.00"),
        "category": "Mugs",
        "category_path": (),
        "availability": "in_stock",
        "stock": None,
        "rank": None,
        "sponsored": False,
        "tags": ("heron", "stoneware"),
        "details": {
            "variants": 2,
            "price_max": "24.00",
            "options": ["Size"],
            "published_at": "2026-05-02T09:00:00+02:00",
            "updated_at": "2026-06-01T09:00:00+02:00",
        },
        "history": (),
    }
    assert (mat.external_id, mat.title, mat.price) == ("9100000000002", "Füße-Matte 猫", Decimal(12))
    assert (mat.seller, mat.category, mat.image_url) == ("shop.example", None, None)
    assert mat.product_url == "https://shop.example/products/füße-matte"
    assert (nothing.price, nothing.image_url) == (None, "https://cdn.shopify.com/nothing.png")


def test_a_single_product_is_read() -> None:
    mug = only(saved("product.json"), "https://shop.example/products/heron-mug.json")
    assert (mug.external_id, mug.price, mug.currency) == ("9100000000001", Decimal(1850), "JPY")
    assert mug.tags == ("heron", "stoneware", "wading birds")
    assert (mug.list_price, mug.availability) == (None, None)


def test_prices_in_hundredths_are_told_from_prices_in_units() -> None:
    mug = only(saved("product.js"), "https://shop.example/products/heron-mug.js")
    assert (mug.price, mug.list_price) == (Decimal("18.50"), Decimal("22.00"))
    assert mug.image_url == "https://shop.example/cdn/heron.jpg"
    assert only(listing(product(variants=[{"price": 1850}]))).price == Decimal(1850)


@pytest.mark.parametrize(
    ("written", "price"),
    [
        ("9.50", "9.50"),
        (" 9.5 ", "9.50"),
        (9.5, "9.50"),
        (9, "9.00"),
        ("1,299.00", "1299.00"),
        ("0.00", "0.00"),
        ("", None),
        (None, None),
        (True, None),
        ("-5", None),
        (-5, None),
        ("NaN", None),
        ("1e5000", None),
        (10**40, None),
        ("9" * 500, None),
        ([], None),
        ({"amount": "9.50"}, None),
    ],
)
def test_a_price_may_be_written_in_many_ways(written: Any, price: str | None) -> None:
    read_price = only(listing(product(variants=[{"price": written}]))).price
    assert (None if read_price is None else f"{read_price:f}") == price


def test_without_an_address_the_product_is_named_by_its_path_and_other_links_that_need_one_are_left_out() -> None:
    offer = only(listing(product(images=[{"src": "/cdn/a.jpg"}, {"src": "//cdn.example/b.jpg"}])), "")
    assert (offer.product_url, offer.seller) == ("/products/mug", None)
    assert offer.image_url == "https://cdn.example/b.jpg"


@pytest.mark.parametrize(
    ("written", "read_id"), [(7, "7"), ("7", "7"), ("gid://shopify/Product/7", "7"), (10**30, "1" + "0" * 30)]
)
def test_an_id_may_be_written_in_many_ways(written: object, read_id: str) -> None:
    assert only(listing(product(id=written))).external_id == read_id


def test_a_byte_order_mark_and_other_encodings_change_nothing() -> None:
    body = listing(product(title="Füße"))
    text = body.decode()
    for written in (b"\xef\xbb\xbf" + body, text.encode("utf-16"), b"\n\t " + body + b"\x00\n"):
        assert only(written).title == "Füße"


def test_half_a_character_is_replaced_not_kept() -> None:
    assert only(b'{"products":[{"id":1,"title":"Mug \\ud83d","variants":[]}]}').title == "Mug ?"


@pytest.mark.parametrize(
    ("url", "shown", "following"),
    [
        (LIST, 250, "https://shop.example/products.json?limit=250&page=2"),
        (LIST, 249, None),
        (LIST.replace("page=1", "page=99"), 250, "https://shop.example/products.json?limit=250&page=100"),
        (LIST.replace("page=1", "page=100"), 250, None),
        (
            "http://127.0.0.1:81/collections/a/products.json?limit=2",
            2,
            "http://127.0.0.1:81/collections/a/products.json?limit=2&page=2",
        ),
        ("https://shop.example/products.json", 30, "https://shop.example/products.json?limit=30&page=2"),
        ("https://shop.example/products/mug.json", 250, None),
        ("https://shop.example/products.json?limit=x&page=-1", 29, None),
        ("", 250, None),
        ("http://[", 250, None),
    ],
)
def test_a_full_page_is_followed_by_another(url: str, shown: int, following: str | None) -> None:
    page = read(listing(*(product(id=number) for number in range(shown))), url)
    assert (page.next and page.next.url) == following
    assert page.next is None or f"page={page.next.number}" in page.next.url


def test_a_product_that_cannot_be_read_still_counts_for_the_page() -> None:
    page = read(listing(product(), product(id=None)), "https://shop.example/products.json?limit=2&page=1")
    assert len(page.offers) == 1
    assert page.next


def test_a_shop_without_products_has_none() -> None:
    assert read(listing()) == OfferPage(offers=())


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b" \n",
        b"\xef\xbb\xbf",
        b"{",
        b"[]",
        b"{}",
        b"null",
        b"123",
        b"Not Found",
        b"\xff\xfe\xfd",
        b'{"products":null}',
        b'{"products":{}}',
        b'{"products":[{"id":1,"title":"Mug"',
        b'{"products":[1,2,null]}',
        b'{"products":[{"title":"no number"}]}',
        b'{"product":null}',
        b'{"errors":"Not Found"}',
        b"[" * 100_000,
        b'{"a":' * 100_000,
    ],
)
def test_what_is_no_list_is_rejected_and_never_empty(body: bytes) -> None:
    with pytest.raises(Rejected):
        read(body)


def test_what_the_shop_said_is_passed_on() -> None:
    with pytest.raises(Rejected, match="Not Found"):
        read(b'{"errors":"Not Found"}')


def test_closed_shops_and_walls_are_blocked() -> None:
    with pytest.raises(Blocked, match="password"):
        read(saved("password.html"))
    with pytest.raises(Blocked, match="password"):
        read(b"<html>Soon</html>", "https://shop.example/password")
    with pytest.raises(Blocked, match="wall"):
        read(saved("wall.html"))
    with pytest.raises(Blocked, match="unavailable"):
        read(b"<html><body><h1>Sorry, this store is currently unavailable.</h1></body></html>")


def test_another_page_of_the_shop_is_rejected_though_it_has_a_captcha() -> None:
    with pytest.raises(Rejected, match="without a product"):
        read(saved("home.html"))
