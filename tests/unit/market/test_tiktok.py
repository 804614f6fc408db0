"""What TikTok Shop's product pages and lists say."""

import json
from decimal import Decimal
from typing import Any

import pytest

from tests.support.tiktok_pages import hit, part, product, put_together, saved, scripted
from wareloom.market.marketplaces.tiktok import TikTokMarketplace
from wareloom.market.page import SeenOffer

TIKTOK = TikTokMarketplace()
MUG = "1729000000000000001"


def offers(body: bytes, url: str = "") -> tuple[SeenOffer, ...]:
    return TIKTOK.read(body, url).offers


def only(body: bytes, url: str = "") -> SeenOffer:
    (offer,) = offers(body, url)
    return offer


def about(data: dict[str, Any], region: str = "US") -> bytes:
    return put_together(part("product_info", data), region=region)


def test_a_product_s_page_is_read_and_its_neighbours_are_not() -> None:
    assert only(saved("product_older.html")).model_dump() == {
        "external_id": MUG,
        "title": "Otter Camp Mug, 12 oz",
        "price": Decimal("14.50"),
        "list_price": Decimal("20.00"),
        "currency": "USD",
        "rating": Decimal("4.7"),
        "reviews_count": 1311,
        "image_url": "https://pictures.example/tos-invented/mug-a~resize:800:800.jpeg?dr=1&from=2",
        "product_url": f"https://www.tiktok.com/shop/pdp/{MUG}",
        "seller": "Otter Goods",
        "category": "Mugs",
        "category_path": ("Home", "Drinkware", "Mugs"),
        "availability": "in_stock",
        "stock": 7,
        "rank": None,
        "sponsored": False,
        "tags": (),
        "details": {
            "price_max": "18.00",
            "sold_total": 4021,
            "stock": 7,
            "variants": 2,
            "seller_id": "7490000000000000001",
            "seller_location": "United States of America",
        },
        "history": (),
    }


def test_the_newer_page_tells_the_same_under_other_names() -> None:
    cup = only(saved("product_newer.html"))
    assert (cup.external_id, cup.title, cup.seller) == ("1729000000000000002", "Cangkir Berang-berang", "Rumah Berang")
    assert (cup.price, cup.list_price, cup.currency) == (Decimal(89000), Decimal(120000), "IDR")
    assert (cup.rating, cup.reviews_count, cup.availability) == (Decimal("4.86"), 2504, "out_of_stock")
    assert (cup.category_path, cup.details["price_max"]) == (("Rumah Tangga", "Cangkir"), "99000.00")
    assert (cup.details["sold_total"], cup.details["stock"]) == (880, 0)


def test_the_oldest_page_keeps_the_product_beside_its_parts() -> None:
    page = {"loaderData": {"(id)/page": {"initialData": {"productInfo": product()["product_info"]}}}}
    assert only(scripted("__MODERN_ROUTER_DATA__", page)).title == "Mug"


@pytest.mark.parametrize("answer", [product(), {"code": 0, "data": product()}, {"data": {"data": product()}}])
def test_an_answer_about_one_product_is_read(answer: Any) -> None:
    assert only(json.dumps(answer).encode()).price == Decimal("9.50")


@pytest.mark.parametrize(
    ("price", "read", "currency"),
    [
        ({"min_sku_price": "24.17", "currency": "USD"}, "24.17", "USD"),
        ({"min_sku_price": "1,299.00", "currency": "USD"}, "1299.00", "USD"),
        ({"min_sku_price": "150.000", "currency": "VND"}, "150000.00", "VND"),
        ({"min_sku_price": "150000", "currency": "IDR"}, "150000.00", "IDR"),
        ({"real_price": "£24.17 - 26.00"}, "24.17", "GBP"),
        ({"real_price": "89.000₫"}, "89000.00", "VND"),
        ({"min_sku_price": "9.50", "currency_symbol": "$"}, "9.50", "MXN"),
        ({"min_sku_price": "*", "real_price": "$*.**"}, None, "MXN"),
        ({"min_sku_price": 9.5, "currency": "EUR"}, "9.50", "EUR"),
        ({"min_sku_price": "0", "currency": "USD"}, None, "USD"),
        ({}, None, "MXN"),
        (None, None, "MXN"),
    ],
)
def test_a_price_is_written_as_its_country_writes_it(price: Any, read: str | None, currency: str) -> None:
    offer = only(about(product(base={"price": price}), "MX"))
    assert (None if offer.price is None else f"{offer.price:f}", offer.currency) == (read, currency)


def test_without_a_price_of_its_own_the_cheapest_variant_s_is_the_product_s() -> None:
    skus = [{"price": {"real_price": {"price_val": written, "currency": "GBP"}}} for written in ("12.00", "11.00")]
    offer = only(about(product(base={"price": {}}, skus=skus)))
    assert (offer.price, offer.currency, offer.details["price_max"]) == (Decimal(11), "GBP", "12.00")


@pytest.mark.parametrize(
    ("before", "list_price"), [("31.75", Decimal("31.75")), ("9.50", None), ("5.00", None), ("", None), (None, None)]
)
def test_a_list_price_is_higher_than_the_price(before: Any, list_price: Decimal | None) -> None:
    price = {"min_sku_price": "9.50", "currency": "USD", "min_sku_original_price": before}
    assert only(about(product(base={"price": price}))).list_price == list_price


@pytest.mark.parametrize(
    ("told", "stars", "count"),
    [
        ({"product_rating": 4.5, "review_count": 2868}, Decimal("4.5"), 2868),
        ({"product_rating": "4.5", "review_count": "2,868"}, Decimal("4.5"), 2868),
        ({"product_rating": 4.5, "review_count_str_v2": "2,868", "review_count_str": "2.9k"}, Decimal("4.5"), 2868),
        ({"product_rating": 4.5, "review_count_str": "2.9k"}, Decimal("4.5"), 2900),
        ({"product_rating": 0, "review_count": 0}, None, 0),
        ({"product_rating": 7}, None, None),
        ({}, None, None),
        (None, None, None),
    ],
)
def test_reviews_are_counted_exactly_where_they_can_be(told: Any, stars: Decimal | None, count: int | None) -> None:
    offer = only(about(product(product_detail_review=told)))
    assert (offer.rating, offer.reviews_count) == (stars, count)


@pytest.mark.parametrize(
    ("stocks", "availability", "left"),
    [
        ([0, 3, 4], "in_stock", 7),
        ([0, 0], "out_of_stock", 0),
        ([None, "2"], "in_stock", None),
        ([None], None, None),
        ([], None, None),
    ],
)
def test_a_product_can_be_bought_while_a_variant_is_in_stock(
    stocks: list[Any], availability: str | None, left: int | None
) -> None:
    offer = only(about(product(skus=[{"stock": stock} for stock in stocks])))
    assert (offer.availability, offer.stock) == (availability, left)


@pytest.mark.parametrize(
    ("image", "link"),
    [
        ({"url_list": ["https://a.example/1.jpg", "https://b.example/1.jpg"]}, "https://a.example/1.jpg"),
        ({"url_list": {"0": "https://a.example/1.jpg"}}, "https://a.example/1.jpg"),
        ({"url_list": ["data:image/gif;base64,R0", "https://b.example/1.jpg"]}, "https://b.example/1.jpg"),
        ({"uri": "tos/1"}, None),
        ("https://a.example/1.jpg", None),
        (None, None),
    ],
)
def test_a_picture_has_several_addresses(image: Any, link: str | None) -> None:
    assert only(about(product(base={"images": [image]}))).image_url == link


def test_a_search_is_read_and_what_it_suggests_is_not() -> None:
    blue, red, jug = offers(saved("search.html"), "https://shop.tiktok.com/us/s?q=otter")
    assert (blue.title, blue.price, blue.list_price, blue.sponsored) == (
        "Otter Mug, blue",
        Decimal(14),
        Decimal(28),
        True,
    )
    assert (red.price, red.list_price, red.currency, red.sponsored) == (Decimal("13.99"), None, "USD", False)
    assert (red.rating, red.reviews_count, red.seller) == (Decimal("4.5"), 37, "Otter Goods")
    assert (red.product_url, red.details["sold_total"]) == ("https://www.tiktok.com/shop/pdp/1729000000000000102", 120)
    assert (red.image_url or "").startswith("https://pictures.example/tos-invented/hit-2")
    assert (jug.price, jug.list_price, jug.rating, jug.reviews_count) == (None, None, None, 0)


def test_a_list_as_its_program_is_answered_is_read() -> None:
    cup, towel = offers(saved("search.json"))
    assert (cup.price, cup.list_price, cup.currency) == (Decimal(129000), Decimal(199000), "VND")
    assert (towel.price, towel.list_price, towel.currency) == (Decimal(59000), None, "VND")
    assert [offer.title for offer in offers(json.dumps([hit(), hit(title="Jug")]).encode())] == ["Mug", "Jug"]


@pytest.mark.parametrize(
    ("url", "region", "currency"),
    [
        ("https://shop.tiktok.com/gb/s?q=otter", "US", "GBP"),
        ("https://www.tiktok.com/shop/s/otter", "SG", "SGD"),
        ("", "", None),
    ],
)
def test_a_bare_dollar_is_the_country_s(url: str, region: str, currency: str | None) -> None:
    found = hit(product_price_info={"sale_price_decimal": "5.00", "currency_symbol": "$", "currency_name": ""})
    body = put_together(part("feed_list_search_word", {"products": [found]}, is_main_feed=True), region=region)
    assert only(body, url).currency == currency


def test_a_list_that_is_empty_is() -> None:
    assert offers(put_together(part("feed_list_search_word", {"products": []}, is_main_feed=True))) == ()
    assert offers(b'{"code":0,"data":{"products":[],"has_more":false}}') == ()


def test_without_a_main_list_the_others_are_read_but_for_suggestions() -> None:
    body = put_together(
        part("feed_list_store", {"products": [hit()]}),
        part("feed_list_recommend", {"products": [hit(title="Neighbour")]}),
        part("feed_list_x", {"products": [hit(title="Neighbour")]}, data_source={"type": "recommended_for_you"}),
    )
    assert only(body).title == "Mug"
