"""What Shopee's lists say, in each of the shapes that they come in."""

from decimal import Decimal
from typing import Any

import pytest

from tests.support.shopee_pages import item, listing, saved
from wareloom.market.marketplaces.shopee import ShopeeMarketplace
from wareloom.market.page import OfferPage, SeenOffer

SHOPEE = ShopeeMarketplace()
SEARCH = "https://shopee.co.id/api/v4/search/search_items?by=relevancy&keyword=otter&limit=60&newest=0&order=desc"
UNITS = "https://shopee.vn/api/v4/recommend/recommend_v2?bundle=category_landing_page&limit=60&offset=0"
SHOP = "https://shopee.com.my/api/v4/shop/rcmd_items?limit=30&offset=0&shop_id=550001"


def read(body: bytes, url: str = SEARCH) -> OfferPage:
    return SHOPEE.read(body, url)


def only(body: bytes, url: str = SEARCH) -> SeenOffer:
    (offer,) = read(body, url).offers
    return offer


def test_a_search_is_read_item_by_item() -> None:
    page = read(saved("search.json"))
    cup, plate, teapot = page.offers
    assert (page.offers_total, page.pages_total) == (130, 3)
    assert cup.model_dump() == {
        "external_id": "8100001.90000000101",
        "title": "Cangkir Berang-berang 350 ml ☕",
        "price": Decimal("89900.00"),
        "list_price": Decimal("109900.00"),
        "currency": "IDR",
        "rating": Decimal("4.8765"),
        "reviews_count": 298,
        "image_url": "https://down-id.img.susercontent.com/file/id-99990001-otter-mug-a",
        "product_url": "https://shopee.co.id/product/8100001/90000000101",
        "seller": None,
        "category": None,
        "category_path": (),
        "availability": "in_stock",
        "stock": 41,
        "rank": None,
        "sponsored": True,
        "tags": (),
        "details": {
            "price_max": "125500.00",
            "sold_30_days": 12,
            "sold_total": 340,
            "liked": 77,
            "stock": 41,
            "brand": "Rumah Berang",
            "shop_location": "KOTA BANDUNG",
            "official_shop": True,
            "preferred_seller": False,
            "category_id": "100777",
        },
        "history": (),
    }
    assert (plate.price, plate.list_price, plate.availability) == (Decimal(45000), None, "out_of_stock")
    assert (plate.rating, plate.reviews_count, plate.sponsored) == (Decimal(0), 0, False)
    assert (teapot.external_id, teapot.price, teapot.list_price) == (
        "8100003.90000000103",
        Decimal("150000.50"),
        Decimal("150000.50"),
    )


def test_cards_that_tell_what_is_drawn_from_what_is_known_are_read() -> None:
    glass, plate = read(saved("search_drawn.json"), SEARCH.replace("co.id", "co.th")).offers
    assert (glass.external_id, glass.title, glass.seller) == ("330001.22000000001", "แก้วนากทะเล", "บ้านนาก")
    assert (glass.price, glass.list_price, glass.currency) == (Decimal(159), Decimal(299), "THB")
    assert (glass.rating, glass.reviews_count, glass.availability) == (Decimal("4.9"), 640, "in_stock")
    assert (glass.details["sold_total"], glass.details["sold_30_days"]) == (1250, 87)
    assert glass.sponsored is False
    assert (plate.external_id, plate.price, plate.list_price) == ("330002.22000000002", Decimal("99.5"), None)
    assert (plate.rating, plate.reviews_count) == (Decimal("4.6"), None)
    assert (plate.availability, plate.sponsored) == ("out_of_stock", True)
    assert plate.product_url == "https://shopee.co.th/product/330002/22000000002"
    assert plate.image_url == "https://down-th.img.susercontent.com/file/th-99990005-plate"


def test_a_category_is_read_and_what_is_no_item_is_left_out() -> None:
    cup = only(saved("category_units.json"), UNITS)
    assert (cup.external_id, cup.price, cup.list_price) == ("440001.23000000001", Decimal(129000), Decimal(258000))
    assert (cup.currency, cup.seller, cup.sponsored) == ("VND", "Nhà Rái Cá", True)
    assert (cup.rating, cup.reviews_count, cup.details["sold_total"]) == (Decimal("4.7123"), 81, 1500)


def test_a_shop_s_list_is_read_in_both_its_forms() -> None:
    bag = only(saved("shop_cards.json"), SHOP)
    assert (bag.external_id, bag.title, bag.seller) == ("550001.24000000001", "Otter Tote Bag", "Otter House")
    assert (bag.price, bag.list_price, bag.currency) == (Decimal("25.90"), Decimal("39.90"), "MYR")
    assert (bag.rating, bag.reviews_count, bag.details["sold_total"]) == (Decimal("4.8"), None, 1200)
    book = only(saved("shop_sections.json"), "")
    assert (book.external_id, book.price, book.currency) == ("660001.25000000001", Decimal("49.90"), "BRL")
    assert (book.rating, book.reviews_count, book.seller) == (Decimal("4.9322"), 1204, "Livraria Lontra")


@pytest.mark.parametrize(
    ("counted", "price"),
    [
        (8990000000, "89900.00"),
        (1, None),
        (1234567, "12.3457"),
        ("8990000000", "89900.00"),
        (8990000000.0, "89900.00"),
        (100000 * 10**10, None),
        (0, None),
        (-1, None),
        (True, None),
        (None, None),
        ("", None),
        ("Rp89.900", None),
        ({"price": 1}, None),
    ],
)
def test_prices_are_counted_in_hundred_thousandths(counted: Any, price: str | None) -> None:
    offer = only(listing(item(price=counted)))
    assert (None if offer.price is None else f"{offer.price:f}") == price


@pytest.mark.parametrize(
    ("facts", "price", "list_price"),
    [
        ({"price": -1, "price_min": 500000, "price_max": 900000}, "5.00", None),
        ({"price": None, "models": [{"price": 700000}, {"price": 600000}]}, "6.00", None),
        ({"price": 500000, "price_before_discount": 400000}, "5.00", None),
        ({"price": 500000, "price_before_discount": 500000}, "5.00", "5.00"),
        ({"price": 500000, "price_before_discount": 0, "price_min_before_discount": 800000}, "5.00", "8.00"),
        ({"price": None, "price_before_discount": 800000}, None, None),
    ],
)
def test_a_range_begins_with_its_lowest_price(facts: dict[str, Any], price: str | None, list_price: str | None) -> None:
    offer = only(listing(item(**facts)))
    shown = [None if amount is None else f"{amount:f}" for amount in (offer.price, offer.list_price)]
    assert shown == [price, list_price]


@pytest.mark.parametrize(
    ("told", "stars", "count"),
    [
        ({"rating_star": 4.94186046, "rating_count": [86, 0, 1]}, "4.9419", 86),
        ({"rating_star": 5, "rating_count": 3}, "5.0000", 3),
        ({"rating_star": 5.2, "rating_count": [-1]}, None, None),
        ({"rating_star": "many", "rating_count": []}, None, None),
        ({"rating_count": [10**12]}, None, None),
        (None, None, None),
    ],
)
def test_reviews_are_counted_by_the_first_of_six_numbers(told: Any, stars: str | None, count: int | None) -> None:
    offer = only(listing(item(item_rating=told, cmt_count=999)))
    assert (None if offer.rating is None else f"{offer.rating:f}", offer.reviews_count) == (stars, count)


@pytest.mark.parametrize(
    ("facts", "availability"),
    [
        ({"stock": 3}, "in_stock"),
        ({"stock": 0}, "out_of_stock"),
        ({"item_status": "normal"}, "in_stock"),
        ({"item_status": "sold_out", "stock": 4}, "out_of_stock"),
        ({"item_status": "banned"}, "out_of_stock"),
        ({"is_sold_out": False}, "in_stock"),
        ({"is_sold_out": True, "item_status": "normal"}, "out_of_stock"),
        ({"is_pre_order": True, "stock": 5}, "preorder"),
        ({}, None),
    ],
)
def test_what_can_be_bought_is_told_in_many_ways(facts: dict[str, Any], availability: str | None) -> None:
    offer = only(listing(item(**facts)))
    assert (offer.availability, offer.stock) == (availability, facts.get("stock"))


@pytest.mark.parametrize(
    ("url", "currency", "told", "domain"),
    [
        ("", "THB", "THB", "https://shopee.co.th"),
        ("", None, None, ""),
        ("", "EUR", "EUR", ""),
        ("https://shopee.com.mx/api/v4/search/search_items", None, "MXN", "https://shopee.com.mx"),
        ("https://shopee.cl/", "CLP", "CLP", "https://shopee.cl"),
        ("https://shop.example/", None, None, ""),
    ],
)
def test_the_currency_is_the_item_s_own_else_its_country_s(
    url: str, currency: str | None, told: str | None, domain: str
) -> None:
    offer = only(listing(item(currency=currency)), url)
    assert (offer.currency, offer.product_url) == (told, f"{domain}/product/7/9")


@pytest.mark.parametrize(
    ("images", "currency"),
    [(["vn-1", "vn-2", "cn-3"], "VND"), (["sg-1", "sg-2", "my-3"], None), (["my-1", "vn-2"], None), (["abc1"], None)],
)
def test_without_an_address_most_pictures_tell_the_country(images: list[str], currency: str | None) -> None:
    items = [item(itemid=place + 1, image=f"{name}34201-otter", currency=None) for place, name in enumerate(images)]
    assert {offer.currency for offer in read(listing(*items), "").offers} == {currency}


@pytest.mark.parametrize(
    ("image", "link"),
    [
        ({"image": "otter-1"}, "https://down-id.img.susercontent.com/file/otter-1"),
        ({"image": "", "images": ["otter-2"]}, "https://down-id.img.susercontent.com/file/otter-2"),
        ({"image": "https://cdn.example/a b.jpg"}, "https://cdn.example/a%20b.jpg"),
        ({"image": "../../a"}, None),
        ({"image": "javascript:alert(1)"}, None),
        ({"image": None}, None),
    ],
)
def test_pictures_are_named_and_kept_in_one_place(image: dict[str, Any], link: str | None) -> None:
    assert only(listing(item(**image))).image_url == link


def test_tags_are_hashtags_without_their_sign() -> None:
    assert only(listing(item(hashtag_list=["#otter", "mug", "#otter", None]))).tags == ("otter", "mug")
