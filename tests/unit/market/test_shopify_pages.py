"""What is read from a product's own page, whichever of its voices tells it."""

import json
from decimal import Decimal
from typing import Any

import pytest

from tests.support.shop_pages import linked, saved
from wareloom.kit.errors import Rejected
from wareloom.market.marketplaces.shopify import ShopifyMarketplace
from wareloom.market.page import SeenOffer

HERE = "https://shop.example/products/mug"
MUG: dict[str, Any] = {"@type": "Product", "name": "Mug", "url": "/products/mug", "productID": "71"}


def read(body: bytes, url: str = HERE) -> SeenOffer:
    (offer,) = ShopifyMarketplace().read(body, url).offers
    return offer


def told(**facts: Any) -> SeenOffer:
    return read(linked({**MUG, **facts}))


def test_a_page_that_tells_everything_is_read_whole() -> None:
    offer = read(saved("page_with_groups.html"), "")
    assert offer.model_dump() == {
        "external_id": "9100000000001",
        "title": "Heron Mug & Saucer",
        "price": Decimal("18500.00"),
        "currency": "COP",
        "rating": Decimal("4.95"),
        "reviews_count": 1092,
        "image_url": "https://shop.example/cdn/heron_1000x.jpg?v=3",
        "product_url": "https://shop.example/products/heron-mug",
        "seller": "Reed & Kiln",
        "list_price": None,
        "category": "Mugs",
        "category_path": (),
        "availability": "in_stock",
        "stock": None,
        "rank": None,
        "sponsored": False,
        "tags": (),
        "details": {"variants": 2, "brand": "Reed & Kiln"},
        "history": (),
    }


def test_shopify_s_own_counter_is_enough() -> None:
    offer = read(saved("page_with_counter_only.html"), "")
    assert (offer.external_id, offer.title) == ("9100000000009", "Felt Otter – Small")
    assert (offer.price, offer.currency) == (Decimal("299.00"), "SEK")
    assert offer.image_url == "https://shop.example/cdn/otter.jpg"
    assert offer.product_url == "https://shop.example/en/products/felt-otter"
    assert offer.seller == "Otter Yard"


def test_social_tags_are_enough() -> None:
    offer = read(saved("page_with_social_tags_only.html"), "")
    assert (offer.external_id, offer.title) == ("9100000000011", "Moss Lamp")
    assert (offer.price, offer.currency) == (Decimal("1299.00"), "EUR")
    assert (offer.image_url, offer.seller) == ("https://lamps.example/cdn/moss.jpg", "lamps.example")


@pytest.mark.parametrize(
    ("offers", "price", "currency"),
    [
        ({"price": "9.50", "priceCurrency": "USD"}, "9.50", "USD"),
        ({"price": 9.5, "priceCurrency": "usd"}, "9.50", "USD"),
        ({"price": "1,299.00", "priceCurrency": "US$"}, "1299.00", "USD"),
        ({"@type": "AggregateOffer", "lowPrice": "7", "highPrice": "9", "priceCurrency": "EUR"}, "7.00", "EUR"),
        ({"@type": "AggregateOffer", "offers": [{"price": 8}, {"price": 6}], "priceCurrency": "EUR"}, "6.00", "EUR"),
        ([{"price": "12"}, {"price": "11", "priceCurrency": "GBP"}], "11.00", "GBP"),
        ({"priceSpecification": {"price": "5.00", "priceCurrency": "CAD"}}, "5.00", "CAD"),
        (
            {
                "priceSpecification": [
                    {"price": "5.00", "priceCurrency": "CAD"},
                    {"price": "3.00", "priceType": "https://schema.org/ListPrice"},
                ]
            },
            "5.00",
            "CAD",
        ),
        ({"price": None, "priceCurrency": "USD"}, None, "USD"),
        ({"price": "ask us", "priceCurrency": "nonsense"}, None, None),
        ([], None, None),
        ("9.50", None, None),
        (None, None, None),
    ],
)
def test_offers_come_in_many_forms(offers: Any, price: str | None, currency: str | None) -> None:
    offer = told(offers=offers)
    assert (None if offer.price is None else f"{offer.price:f}", offer.currency) == (price, currency)


@pytest.mark.parametrize(
    ("rating", "stars", "count"),
    [
        ({"ratingValue": "4.5", "reviewCount": "12"}, "4.5", 12),
        ({"ratingValue": 4, "ratingCount": 3}, "4", 3),
        ({"ratingValue": "4,7", "reviewCount": "1.204"}, "4.7", 1204),
        ({"ratingValue": "92", "bestRating": "100", "reviewCount": 5}, "4.6", 5),
        ({"ratingValue": "92", "reviewCount": 5}, None, 5),
        ({"ratingValue": "0", "reviewCount": "0"}, None, 0),
        ({"ratingValue": "4.5", "reviewCount": 10**12}, "4.5", None),
        ({"ratingValue": "4.5", "reviewCount": -1}, "4.5", None),
        ([{}, {"ratingValue": 5, "reviewCount": 1}], "5", 1),
        ("great", None, None),
        (None, None, None),
    ],
)
def test_ratings_come_in_many_forms(rating: Any, stars: str | None, count: int | None) -> None:
    offer = told(aggregateRating=rating)
    assert (offer.rating, offer.reviews_count) == (None if stars is None else Decimal(stars), count)


@pytest.mark.parametrize(
    "image",
    [
        "https://shop.example/cdn/a.jpg",
        "//shop.example/cdn/a.jpg",
        "/cdn/a.jpg",
        ["/cdn/a.jpg", "/cdn/b.jpg"],
        [None, "", {"@type": "ImageObject"}, "/cdn/a.jpg"],
        {"@type": "ImageObject", "url": "/cdn/a.jpg"},
        [{"contentUrl": ["/cdn/a.jpg"]}],
        ["data:image/gif;base64,R0lG", "javascript:alert(1)", "http://[", "/cdn/a.jpg"],
    ],
)
def test_images_come_in_many_forms(image: Any) -> None:
    assert told(image=image).image_url == "https://shop.example/cdn/a.jpg"


def as_text(facts: str) -> str:
    return '{"@type":"Product","name":"Mug","productID":"71"' + facts


@pytest.mark.parametrize(
    "script",
    [
        as_text("}"),
        as_text(',"description":"two\nlines\tand \x01 more"}'),
        as_text(",}"),
        as_text(',"offers":[{"price":1},],}'),
        as_text("};"),
        as_text("}") + "\x00\x1f",
        "<!-- " + as_text("}") + " -->",
        "//<![CDATA[\n" + as_text("}") + "\n//]]>",
        "[" + as_text("}") + "]",
        "[[" + as_text("}") + "]]",
        '{"@graph":[{"@type":"WebSite"},' + as_text("}") + "]}",
        '{"@type":"ItemPage","mainEntity":' + as_text("}") + "}",
        as_text("}").replace('"', "&quot;"),
        as_text("}").replace('"Product"', '["Thing","http://schema.org/Product"]'),
        as_text("}").replace('"Product"', '"schema:Product"'),
        as_text(',"sku":' + "9" * 5000 + "}"),
        as_text(',"weight":NaN}'),
    ],
)
def test_careless_scripts_are_read_all_the_same(script: str) -> None:
    offer = read(linked(script))
    assert (offer.external_id, offer.title) == ("71", "Mug")


@pytest.mark.parametrize("script", ["", "{", "null", "[]", "[" * 50_000, "{" * 50_000, '"Product"', '{"@type":1}'])
def test_a_broken_script_does_not_hide_the_others(script: str) -> None:
    assert read(linked(script, MUG)).title == "Mug"


def test_neighbours_do_not_answer_for_the_product() -> None:
    otter = {"@type": "Product", "name": "Otter", "url": "/products/otter", "offers": {"price": 1}, "productID": "5"}
    for page in (linked(otter, MUG), linked({**MUG, "isRelatedTo": otter}), linked(otter, {**MUG, "url": None})):
        offer = read(page)
        assert (offer.title, offer.external_id, offer.price) == ("Mug", "71", None)


def test_a_page_that_only_shows_neighbours_has_no_product() -> None:
    with pytest.raises(Rejected):
        read(linked({"@type": "Product", "name": "Otter", "url": "/products/otter", "productID": "5"}))


def test_without_a_number_the_product_is_known_by_its_link() -> None:
    assert read(linked({"@type": "Product", "name": "Mug"})).external_id == "mug"


def test_where_the_theme_prints_thousands_the_counter_decides() -> None:
    counter = '<script>var meta = {"product":{"id":71,"variants":[{"id":1,"price":17300000}]}};</script>'
    for written, price in (("173.000", "173000.00"), (17300000, "173000.00"), ("160000.00", "160000.00")):
        page = linked({**MUG, "offers": {"price": written, "priceCurrency": "COP"}}, head=counter)
        assert read(page).price == Decimal(price)


def test_a_theme_that_keeps_all_variants_counts_what_is_left() -> None:
    def left(*kept: dict[str, Any]) -> int | None:
        counter = (
            '<script>var meta = {"product":{"id":71,"variants":[{"id":1,"price":900},{"id":2,"price":900}]}};</script>'
        )
        theme = f'<script>theme = {{"variants": {json.dumps(kept)}}};</script>'
        return read(linked(MUG, head=counter + theme)).stock

    known = {"inventory_quantity": 3, "inventory_management": "shopify", "available": True}
    assert left({"id": 1, **known}, {"id": 2, **known}) == 6
    assert left({"id": 1, **known}) is left({"id": 1, **known}, {"id": 2}) is left({"id": 1}, {"id": 2}) is None


def test_the_variant_that_led_here_is_no_part_of_the_address() -> None:
    assert read(linked(MUG), HERE + "?variant=3&utm_source=x").product_url == HERE
    canonical = '<link rel="canonical" href="//shop.example/en/products/mug?variant=1">'
    assert read(linked(MUG, head=canonical)).product_url == "https://shop.example/en/products/mug"


def test_a_link_in_another_spelling_is_the_same_product() -> None:
    offer = read(
        linked({**MUG, "url": "https://shop.example/products/F%C3%BC%C3%9Fe"}), "https://shop.example/products/füße"
    )
    assert offer.title == "Mug"
