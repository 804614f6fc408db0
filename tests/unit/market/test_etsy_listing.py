"""What is read from a single listing's page, and that its neighbours are left alone."""

from decimal import Decimal
from typing import Any

import pytest

from tests.support.etsy_pages import listing_page, product, saved
from wareloom.kit.errors import Rejected
from wareloom.market.marketplaces.etsy import EtsyMarketplace
from wareloom.market.page import SeenOffer

ETSY = EtsyMarketplace()
HERE = "https://www.etsy.com/listing/7/mug"
NEIGHBOUR = (
    '<ul><li><div class="v2-listing-card" data-listing-id="8"><a class="listing-link" href="/listing/8/jug?ls=a">'
    '<h3>Jug</h3><p class="lc-price">$1.00 <s>$2.00</s></p></a><p>Only 1 left</p></div></li></ul>'
)


def read(body: bytes, url: str = HERE) -> SeenOffer:
    (offer,) = ETSY.read(body, url).offers
    return offer


def listed(price: str) -> dict[str, str]:
    return {"priceType": "https://schema.org/ListPrice", "price": price}


def box(inside: str) -> str:
    return f'<div id="listing-page-cart">{inside}</div>{NEIGHBOUR}'


def test_a_listing_of_2025_in_french() -> None:
    for url in ("", "https://www.etsy.com/fr/listing/1901000001/carnet-relie-brume?ref=x"):
        assert read(saved("listing_2025_fr.html"), url).model_dump(exclude_defaults=True) == {
            "external_id": "1901000001",
            "title": "Carnet relié « Brume »",
            "price": Decimal("28.50"),
            "list_price": Decimal("38.00"),
            "currency": "EUR",
            "rating": Decimal("4.9"),
            "reviews_count": 2318,
            "image_url": "https://i.etsystatic.com/8700001/r/il/6a6a6a/701/il_fullxfull.701_brume.jpg",
            "product_url": "https://www.etsy.com/fr/listing/1901000001/carnet-relie-brume",
            "seller": "BrumeEtFil",
            "category": "Carnets",
            "category_path": ("Papier & fêtes", "Papeterie", "Carnets"),
            "availability": "low_stock",
            "stock": 3,
            "details": {"price_max": "34.00", "quantity": 3, "rating_of": "shop"},
        }


def test_a_listing_of_2018_without_json() -> None:
    assert read(saved("listing_2018_en.html"), "").model_dump(exclude_defaults=True) == {
        "external_id": "581000001",
        "title": "Heron print, linocut on paper",
        "price": Decimal("1250.00"),
        "currency": "USD",
        "image_url": "https://i.etsystatic.com/8600001/r/il/5a5a5a/601/il_570xN.601_heron.jpg",
        "product_url": "https://www.etsy.com/listing/581000001/heron-print-linocut-on-paper",
        "seller": "ReedPress",
        "availability": "low_stock",
        "stock": 1,
        "tags": ("linocut", "heron"),
    }


@pytest.mark.parametrize(
    ("facts", "name", "value"),
    [
        ({"name": "Mug &amp; saucer &#39;Fen&#39;"}, "title", "Mug & saucer 'Fen'"),
        ({"sku": "SELLERS-OWN"}, "external_id", "7"),
        ({"brand": {"@type": "Brand", "name": "Kiln"}}, "seller", "Kiln"),
        ({"brand": "Kiln"}, "seller", "Kiln"),
        ({"image": "//i.etsystatic.com/a.jpg"}, "image_url", "https://i.etsystatic.com/a.jpg"),
        ({"image": [{"thumbnail": "https://i.etsystatic.com/t.jpg"}]}, "image_url", "https://i.etsystatic.com/t.jpg"),
        ({"image": ["data:image/gif;base64,R0", None]}, "image_url", None),
        ({"category": "Home &lt; Kitchen < Mugs"}, "category_path", ("Home", "Kitchen", "Mugs")),
        ({"offers": {"price": "5", "priceCurrency": "GBP"}}, "price", Decimal(5)),
        ({"offers": [{"price": "5", "priceCurrency": "GBP"}]}, "currency", "GBP"),
        (
            {"offers": {"price": "5", "priceSpecification": {"priceType": "ListPrice", "price": "8"}}},
            "list_price",
            Decimal(8),
        ),
        (
            {"offers": {"price": "5", "priceSpecification": {"priceType": "ListPrice", "price": "5"}}},
            "list_price",
            None,
        ),
        ({"offers": {"price": "5", "availability": "https://schema.org/SoldOut"}}, "availability", "out_of_stock"),
        ({"offers": {"price": "5", "availability": "http://schema.org/PreOrder"}}, "availability", "preorder"),
        ({"offers": {"price": "5", "availability": "nonsense"}}, "availability", None),
        ({"aggregateRating": {"ratingValue": "4.8594", "reviewCount": "1,204"}}, "reviews_count", 1204),
        ({"aggregateRating": None}, "rating", None),
        ({"offers": {"price": "5", "offerCount": 12}}, "stock", 12),
        ({"offers": {"price": "5", "offerCount": 12, "availability": "https://schema.org/SoldOut"}}, "stock", None),
        ({"offers": {"price": "5"}}, "stock", None),
    ],
)
def test_the_product_is_told_in_many_forms(facts: dict[str, Any], name: str, value: object) -> None:
    assert getattr(read(listing_page(product(**facts), body=NEIGHBOUR)), name) == value


def test_a_neighbour_does_not_answer_for_the_listing() -> None:
    jug = product(8, name="Jug", offers={"price": "1.00", "priceCurrency": "USD"})
    offer = read(listing_page(jug, product(), body=box("<h1>Mug</h1>")))
    assert (offer.external_id, offer.title, offer.price, offer.list_price) == ("7", "Mug", Decimal("9.50"), None)
    assert offer.availability is None
    with pytest.raises(Rejected):
        read(listing_page(jug, body=NEIGHBOUR))


def test_the_way_to_the_listing_is_its_category_where_it_names_none() -> None:
    steps = [("Home", "/c/home"), ("Mugs", "/c/home/mugs"), ("Kiln", "/shop/Kiln")]
    way = {
        "@type": "BreadcrumbList",
        "itemListElement": [{"name": name, "item": f"https://www.etsy.com{path}"} for name, path in steps],
    }
    offer = read(listing_page(product(), way))
    assert (offer.category, offer.category_path) == ("Mugs", ("Home", "Mugs"))


@pytest.mark.parametrize(
    ("inside", "price", "before"),
    [
        ('<p data-buy-box-region="price"><span class="wt-screen-reader-only">Price:</span> $24.00+</p>', "24.00", None),
        (
            '<div data-buy-box-region="price"><p>$24.00</p><p class="wt-text-strikethrough">$30.00</p></div>',
            "24.00",
            "30.00",
        ),
        ('<span class="override-listing-price">US$ 1,024.00</span>', "1024.00", None),
    ],
)
def test_a_listing_that_tells_nothing_is_read_from_its_buy_box(inside: str, price: str, before: str | None) -> None:
    offer = read(listing_page(body=box(f"<h1>Mug</h1>{inside}<a href='/shop/Kiln?ref=x'>Kiln</a>")))
    assert (offer.title, offer.price, offer.currency, offer.seller) == ("Mug", Decimal(price), "USD", "Kiln")
    assert offer.list_price == (None if before is None else Decimal(before))


def test_what_social_networks_are_told_is_the_last_resort() -> None:
    head = (
        '<meta property="og:title" content="Mug - with a lid - Etsy UK"><meta property="og:type" content="product">'
        '<meta property="product:price:amount" content="9.50"><meta property="product:price:currency" content="GBP">'
        '<meta property="og:url" content="https://www.etsy.com/uk/listing/7/mug?utm_source=OpenGraph">'
    )
    offer = read(listing_page(head=head), "")
    assert (offer.title, offer.price, offer.currency) == ("Mug - with a lid", Decimal("9.50"), "GBP")
    assert offer.product_url == "https://www.etsy.com/uk/listing/7/mug"


@pytest.mark.parametrize("script", ["{", "", "[]", '{"@type":"Product"}', '{"@type":"Product","name":"Jug","sku":"8"}'])
def test_broken_json_does_not_hide_the_buy_box(script: str) -> None:
    head = f'<script type="application/ld+json">{script}</script>'
    body = box('<h1>Mug</h1><p data-buy-box-region="price">$24.00</p>')
    assert read(listing_page(head=head, body=body)).price == Decimal(24)


def test_a_listing_that_is_gone_is_told_from_one_that_cannot_be_read() -> None:
    with pytest.raises(Rejected, match="sold out or gone"):
        read(saved("listing_gone.html"), "")
    with pytest.raises(Rejected, match="no listing that can be read"):
        read(listing_page(body="<main><h1>Hello</h1></main>" + NEIGHBOUR))
