"""What a search at Amazon says, as each year and country built it."""

import json
from decimal import Decimal

import pytest

from tests.support.amazon_pages import priced, saved, searched, tile
from wareloom.kit.errors import Rejected
from wareloom.market.marketplaces.amazon import AmazonMarketplace
from wareloom.market.page import OfferPage


def read(body: bytes, url: str = "") -> OfferPage:
    return AmazonMarketplace().read(body, url)


Numbers = tuple[str, str | None, str | None, str | None, int | None, bool]


def numbers(page: OfferPage) -> list[Numbers]:
    return [
        (
            offer.external_id,
            None if offer.price is None else str(offer.price),
            None if offer.list_price is None else str(offer.list_price),
            None if offer.rating is None else str(offer.rating),
            offer.reviews_count,
            offer.sponsored,
        )
        for offer in page.offers
    ]


def test_a_german_grid_of_2024() -> None:
    page = read(saved("search_grid_de_2024.html"))
    assert numbers(page) == [
        ("B0WL000001", "24.90", "29.90", "4.6", 1248, True),
        ("B0WL000002", "1019.00", None, "4.1", 1200, False),
        ("3944000017", None, None, None, None, False),
        ("B0WL000004", "7.05", None, "5.0", 1, False),
    ]
    assert [offer.title for offer in page.offers] == [
        "Heidegrund Teebecher aus Steinzeug, 300 ml, moosgrün, 2er-Set",
        "Unisex Hausschuh mit Becherhalter",
        "Kleine Teekunde: Für Eilige & Geduldige",
        "Teeglas, doppelwandig",
    ]
    assert [offer.availability for offer in page.offers] == [None, "low_stock", None, "out_of_stock"]
    assert page.offers[0].details == {"bought_past_month": 300}
    assert page.offers[1].details == {"brand": "Nordlicht", "badges": ["Bestseller"]}
    assert page.offers[0].image_url == "https://m.media-amazon.example/images/I/51heide01._AC_UL320_.jpg"
    assert {offer.product_url for offer in page.offers} >= {"https://www.amazon.de/dp/3944000017"}
    assert {offer.currency for offer in page.offers} == {"EUR"}
    assert (page.offers_total, page.pages_total) == (1834, 20)
    assert page.next is not None
    assert page.next.url == "https://www.amazon.de/s?k=teebecher&rh=n:3169011&page=2"


def test_a_japanese_list_of_2020() -> None:
    page = read(saved("search_list_jp_2020.html"))
    assert numbers(page) == [
        ("B0WL000101", "1980.00", "2400.00", "4.3", 1027, False),
        ("B0WL000102", "12800.00", None, None, None, True),
        ("4990000013", "715.00", None, None, None, False),
    ]
    assert page.offers[0].title == "霞窯 湯呑み 藍 250ml 食洗機対応"
    assert page.offers[0].availability == "low_stock"
    assert {offer.currency for offer in page.offers} == {"JPY"}
    assert (page.offers_total, page.pages_total) == (3000, 7)
    assert page.next is not None
    assert page.next.number == 2


def test_a_french_grid_of_2017() -> None:
    page = read(saved("search_fr_2017.html"))
    assert numbers(page) == [
        ("B0WL000201", "12.90", "15.90", "4.4", 1033, True),
        ("B0WL000202", "9.50", None, None, None, False),
        ("2930000013", None, None, None, None, False),
    ]
    assert page.offers[0].title == "Tasse Brume en grès, 25 cl"
    assert page.offers[2].availability == "out_of_stock"
    assert page.offers[0].details == {}
    assert (page.offers_total, page.pages_total) == (12345, 20)
    assert page.next is not None
    assert page.next.url == "https://www.amazon.fr/s?k=tasse+à+thé&rh=n:57004031&page=2"


def test_an_indian_list_of_2019() -> None:
    page = read(saved("search_in_2019.html"))
    assert numbers(page) == [
        ("B0WL000301", "124999.00", "150000.00", "4.2", 123456, False),
        ("B0WL000302", None, None, None, None, False),
    ]
    assert [offer.availability for offer in page.offers] == ["low_stock", "out_of_stock"]
    assert page.offers_total == 100_000
    assert page.next is None


def test_one_tile_that_somebody_copied() -> None:
    (offer,) = read(saved("card_uk_2023.html")).offers
    assert (offer.external_id, offer.title) == ("B0WL000401", "Larkfield Enamel Mug, 450ml")
    assert (offer.price, offer.currency, offer.rating, offer.reviews_count) == (
        Decimal("8.50"),
        "GBP",
        Decimal("4.7"),
        318,
    )
    assert offer.product_url == "https://www.amazon.co.uk/dp/B0WL000401"


def test_a_search_as_scripts_get_it() -> None:
    records = [
        ["dispatch", "data-search-metadata", {"metadata": {"totalResultCount": 91, "page": 2}}],
        ["dispatch", "data-main-slot:search-result-0", {"html": tile(priced("$9.50")), "asin": "B0WL000001"}],
        ["dispatch", "data-nav", {"html": tile(number="B0WL000099")}],
        ["dispatch", "data-main-slot:search-result-1", {"html": tile(number="B0WL000002")}],
    ]
    body = "\n&&&\n".join(map(json.dumps, records)) + '\n&&&\n["dispatch","data-main-slot:search-result-2",{"ht'
    page = read(body.encode(), "https://www.amazon.ca/s/query?k=mug")
    assert [offer.external_id for offer in page.offers] == ["B0WL000001", "B0WL000002"]
    assert (page.offers[0].price, page.offers[0].currency) == (Decimal("9.50"), "CAD")
    assert page.offers_total == 91


def test_tiles_that_cannot_be_read_are_no_search() -> None:
    unreadable = '<div data-component-type="s-search-result" data-asin="B0WL000001"><img src="x"></div>'
    with pytest.raises(Rejected, match="changed"):
        read(searched(unreadable, unreadable, tile()))


def test_a_tile_seen_twice_is_two_tiles() -> None:
    assert len(read(searched(tile(classes="s-result-item AdHolder"), tile())).offers) == 2


def test_a_page_saved_with_its_pictures_says_where_it_came_from() -> None:
    body = searched(tile(priced("$5.00"))).replace(b'var ue_sn = "www.amazon.com";', b"")
    body = body.replace(b"https://images.example/B0WL000001.jpg", b"./mug_files/a.jpg")
    body = body.replace(b"<img ", b'<img srcset="https://images.example/a.jpg 1x, https://images.example/b.jpg 2x" ')
    mark = b"<!-- saved from url=(0038)https://www.amazon.com.au/s?k=otter+mug -->"
    (offer,) = read(body.replace(b"<html>", b"<html>" + mark)).offers
    assert (offer.currency, offer.product_url) == ("AUD", "https://www.amazon.com.au/dp/B0WL000001")
    assert offer.image_url == "https://images.example/a.jpg"
