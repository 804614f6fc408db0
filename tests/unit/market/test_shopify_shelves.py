"""Collections and searches as web pages: what every voice of the page tells, put together; and what is truly empty."""

from decimal import Decimal

import pytest

from tests.support.shop_pages import linked, listing, product, saved
from wareloom.kit.errors import Rejected
from wareloom.market.marketplaces.shopify import ShopifyMarketplace
from wareloom.market.page import OfferPage, SeenOffer


def read(body: bytes, url: str = "") -> OfferPage:
    return ShopifyMarketplace().read(body, url)


def test_a_collection_is_put_together_from_all_that_tells_of_it() -> None:
    page = read(saved("collection.html"))
    plate, mug, bowl = page.offers
    assert mug == SeenOffer(
        external_id="9100000000101",
        title="Stilt Mug",
        price=Decimal("18.00"),
        list_price=Decimal("24.00"),
        currency="EUR",
        image_url="https://shop.example/cdn/stilt.jpg?v=1",
        product_url="https://shop.example/products/stilt-mug",
        seller="Reed & Kiln",
        category="Mugs",
    )
    assert (plate.external_id, plate.title, plate.price) == ("9100000000103", "Curlew Plate", Decimal("1299.00"))
    assert (plate.availability, plate.seller) == ("out_of_stock", "Otter Yard")
    assert plate.image_url == "https://shop.example/cdn/curlew.jpg"
    assert (bowl.price, bowl.list_price, bowl.category) == (Decimal("32.50"), None, "Bowls")
    assert page.next
    assert (page.next.url, page.next.number) == ("https://shop.example/collections/wading-birds?page=2", 2)


def test_cards_are_enough_and_what_has_no_price_is_no_offer() -> None:
    cup, mug = read(saved("collection_of_cards.html"), "https://otters.example/de/collections/tassen").offers
    assert (cup.external_id, cup.title, cup.currency) == ("otter-tasse", "Ottertasse", "EUR")
    assert (cup.price, cup.list_price) == (Decimal("24.90"), Decimal("29.00"))
    assert cup.image_url == "https://otters.example/cdn/tasse.jpg"
    assert (mug.title, mug.price, mug.availability) == ("Otterbecher, grün", Decimal("1204.50"), "out_of_stock")


def test_a_search_is_read_from_what_it_tells_search_engines() -> None:
    lamp, light = read(saved("search.html")).offers
    assert (lamp.external_id, lamp.price, lamp.currency) == ("moss-lamp", Decimal("45.00"), "GBP")
    assert lamp.product_url == "https://lamps.example/products/moss-lamp"
    assert (light.title, light.price, light.list_price) == ("Moss Light & Shade", Decimal("89.00"), Decimal("120.00"))
    assert (light.seller, light.availability, light.reviews_count) == ("Moss Co", "out_of_stock", 31)


def test_a_search_that_finds_nothing_is_empty() -> None:
    assert read(saved("search_without_results.html")) == OfferPage(offers=())


@pytest.mark.parametrize(
    "body",
    [
        linked({"@type": "ItemList", "itemListElement": []}),
        linked(body="<main><h1>Hats</h1><p>Sorry, there are no products in this collection.</p></main>"),
        linked(head='<script>var meta = {"products":[],"page":{"pageType":"collection"}};</script>'),
    ],
)
def test_a_collection_that_says_so_is_empty(body: bytes) -> None:
    assert read(body, "https://shop.example/collections/hats") == OfferPage(offers=())


@pytest.mark.parametrize(
    "body",
    [
        linked(body="<main><h1>Hats</h1></main>"),
        linked({"@type": "ItemList", "itemListElement": [{"name": "Hats", "url": "/collections/hats"}]}),
        linked(body="<main><a href='/products/hat'>Hat</a></main>"),
        linked(body="<footer><a href='/products/hat'>Hat</a><b class='price'>$ 5</b></footer>"),
    ],
)
def test_a_collection_that_cannot_be_read_is_never_empty(body: bytes) -> None:
    with pytest.raises(Rejected):
        read(body, "https://shop.example/collections/hats")


def test_what_a_search_suggests_is_read() -> None:
    (lamp,) = read(saved("suggest.json"), "https://lamps.example/search/suggest.json?q=mo").offers
    assert (lamp.external_id, lamp.price, lamp.list_price) == ("9100000000011", Decimal("45.00"), Decimal("60.00"))
    assert (lamp.availability, lamp.currency) == ("out_of_stock", None)
    assert lamp.product_url == "https://lamps.example/products/moss-lamp"


def test_a_product_on_sale_shows_what_it_was_and_where_it_belongs() -> None:
    (owl,) = read(saved("page_on_sale.html")).offers
    assert (owl.price, owl.list_price, owl.currency) == (Decimal("29.00"), Decimal("35.00"), "EUR")
    assert owl.category_path == ("Felt & Wool", "Owls")
    assert (owl.availability, owl.category) == ("in_stock", "Toys")


def test_a_product_in_a_collection_has_one_address() -> None:
    page = linked({"@type": "Product", "name": "Mug", "productID": 7})
    (mug,) = read(page, "https://shop.example/en/collections/hats/products/mug?variant=1#x").offers
    assert mug.product_url == "https://shop.example/en/products/mug"


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("instock", "in_stock"),
        ("in stock", "in_stock"),
        ("oos", "out_of_stock"),
        ("preorder", "preorder"),
        ("maybe", None),
    ],
)
def test_networks_are_told_whether_it_can_be_had(said: str, state: str | None) -> None:
    head = f'<meta property="og:type" content="product"><meta property="product:availability" content="{said}">'
    (mug,) = read(linked({"@type": "Product", "name": "Mug"}, head=head), "https://shop.example/products/mug").offers
    assert mug.availability == state


def test_the_best_that_is_said_of_a_variant_counts() -> None:
    offers = [{"price": 1, "availability": "OutOfStock"}, {"price": 1, "availability": "LimitedAvailability"}]
    page = linked({"@type": "Product", "name": "Mug", "offers": offers})
    (mug,) = read(page, "https://shop.example/products/mug").offers
    assert mug.availability == "low_stock"


@pytest.mark.parametrize(("before", "list_price"), [("12.00", "12.00"), ("9.50", None), ("8.00", None), ("", None)])
def test_only_a_higher_price_was_one_before(before: str, list_price: str | None) -> None:
    (mug,) = read(listing(product(variants=[{"price": "9.50", "compare_at_price": before}]))).offers
    assert mug.list_price == (None if list_price is None else Decimal(list_price))
