"""One product of Shopee: as its program is answered, and as a browser is."""

import json
from decimal import Decimal

import pytest

from tests.support.shopee_pages import item, saved
from wareloom.kit.errors import Rejected
from wareloom.market.marketplaces.shopee import ShopeeMarketplace
from wareloom.market.page import SeenOffer

SHOPEE = ShopeeMarketplace()
HERE = "https://shopee.vn/product/880001/27000000001"
TOLD = {
    "@type": "Product",
    "name": "Mug &amp; Lid",
    "url": "https://shopee.ph/Mug-i.7.9",
    "image": "https://cdn.example/a.jpg",
    "offers": {
        "@type": "Offer",
        "price": "199.00",
        "priceCurrency": "PHP",
        "availability": "http://schema.org/OutOfStock",
    },
}


def only(body: bytes, url: str = HERE) -> SeenOffer:
    (offer,) = SHOPEE.read(body, url).offers
    return offer


def page(*, state: object = None, told: object = None, canonical: str = "") -> bytes:
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    stated = f'<script type="text/mfe-initial-data">{json.dumps(state)}</script>' if state else ""
    linked = f'<script type="application/ld+json">{json.dumps(told)}</script>' if told else ""
    return f"<html><head>{link}{linked}</head><body>{stated}</body></html>".encode()


def remembered(*items: dict[str, object], current: str | None = None) -> dict[str, object]:
    kept = {f"{one['shopid']}/{one['itemid']}": {"item": one} for one in items}
    data = {"PDP_BFF_DATA": {"cachedMap": kept, **({"currentKey": current} if current else {})}}
    return {"initialState": {"DOMAIN_PDP": {"data": data}}}


def test_an_answer_about_one_product_is_put_together_from_its_parts() -> None:
    mug = only(saved("product_pc.json"), "https://shopee.sg/api/v4/pdp/get_pc?item_id=26000000001&shop_id=770001")
    assert mug.model_dump() == {
        "external_id": "770001.26000000001",
        "title": "Otter Enamel Mug",
        "price": Decimal("12.90"),
        "list_price": Decimal("19.90"),
        "currency": "SGD",
        "rating": Decimal("4.8714"),
        "reviews_count": 412,
        "image_url": "https://down-sg.img.susercontent.com/file/sg-99990009-mug",
        "product_url": "https://shopee.sg/product/770001/26000000001",
        "seller": "Otter House SG",
        "category": "Mugs",
        "category_path": ("Home & Living", "Kitchenware", "Mugs"),
        "availability": "preorder",
        "stock": None,
        "rank": None,
        "sponsored": False,
        "tags": (),
        "details": {
            "price_max": "16.90",
            "sold_total": 1800,
            "liked": 950,
            "brand": "Otter House",
            "shop_location": "Singapore",
            "official_shop": False,
            "category_id": "3",
            "variants": 2,
        },
        "history": (),
    }


@pytest.mark.parametrize("wrapping", ["data", "item"])
def test_the_older_answers_hold_the_item_by_itself(wrapping: str) -> None:
    told = item(item_rating={"rating_star": 4.5, "rating_count": [2, 0, 0, 0, 1, 1]}, stock=3)
    mug = only(json.dumps({"error": None, "version": "x", wrapping: told}).encode(), "")
    assert (mug.external_id, mug.price, mug.rating, mug.reviews_count) == ("7.9", Decimal("19.90"), Decimal("4.5"), 2)


@pytest.mark.parametrize(
    ("price", "read"),
    [
        ({"price": {"single_value": 1990000, "range_min": -1, "range_max": -1}}, "19.90"),
        ({"price": {"single_value": -1, "range_min": 990000, "range_max": 1990000}}, "9.90"),
        ({"price": {"single_value": -1, "price_mask": "1?.??"}}, None),
        (None, None),
    ],
)
def test_a_price_beside_the_item_is_one_value_or_a_range(price: object, read: str | None) -> None:
    told = {"item": item(price=None), "product_price": price}
    offer = only(json.dumps({"error": 0, "data": told}).encode())
    assert (None if offer.price is None else f"{offer.price:f}") == read


def test_a_page_s_state_is_completed_by_what_search_engines_are_told() -> None:
    cup = only(saved("product_page.html"), "")
    assert (cup.external_id, cup.title) == ("880001.27000000001", "Cốc men rái cá")
    assert (cup.price, cup.currency, cup.rating, cup.reviews_count) == (
        Decimal(129000),
        "VND",
        Decimal("4.90"),
        1320,
    )
    assert (cup.seller, cup.category_path) == ("Nhà Rái Cá", ("Nhà Cửa", "Ly & Cốc"))
    assert (cup.availability, cup.product_url) == ("in_stock", HERE)
    assert cup.image_url == "https://down-vn.img.susercontent.com/file/vn-99990010-cup"


def test_what_search_engines_are_told_is_enough() -> None:
    mug = only(page(told=TOLD), "")
    assert (mug.external_id, mug.title, mug.price, mug.currency) == ("7.9", "Mug & Lid", Decimal(199), "PHP")
    assert (mug.availability, mug.image_url) == ("out_of_stock", "https://cdn.example/a.jpg")


def test_of_remembered_products_the_page_s_own_is_read() -> None:
    mug, jug = item(), item(itemid=10, name="Jug")
    assert only(page(state=remembered(mug, jug), canonical="https://shopee.ph/Jug-i.7.10")).title == "Jug"
    assert only(page(state=remembered(mug, jug, current="7/9")), "").title == "Mug"
    assert only(page(state=remembered(jug)), "").title == "Jug"
    assert only(page(state={"initialState": {"item": {"items": {"9": mug}}}}), "").title == "Mug"


def test_neighbours_do_not_answer_for_the_product() -> None:
    for state in (remembered(item(), item(itemid=10)), remembered(item(itemid=10), current="7/10")):
        with pytest.raises(Rejected):
            only(page(state=state), "https://shopee.ph/Mug-i.7.11")
    with pytest.raises(Rejected):
        only(page(told=TOLD, canonical="https://shopee.ph/Jug-i.7.10"), "")


@pytest.mark.parametrize("script", ["", "{", "null", "[]", "[" * 50_000, '{"initialState":{"DOMAIN_PDP":7}}'])
def test_a_broken_state_does_not_hide_what_search_engines_are_told(script: str) -> None:
    body = page(told=TOLD).replace(b"</body>", f'<script type="text/mfe-initial-data">{script}</script>'.encode())
    assert only(body, "").external_id == "7.9"
