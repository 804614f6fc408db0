"""What is read from searches, categories and shops, in layouts of several years and in several languages."""

from decimal import Decimal
from typing import Any

from tests.support.etsy_pages import saved
from wareloom.market.marketplaces.etsy import EtsyMarketplace
from wareloom.market.page import OfferPage, SeenOffer

ETSY = EtsyMarketplace()
IMAGES = "https://i.etsystatic.com"


def read(name: str, url: str = "") -> OfferPage:
    return ETSY.read(saved(name), url)


def shown(offer: SeenOffer) -> dict[str, Any]:
    """What the offer says, without what it is silent about."""
    return offer.model_dump(exclude_defaults=True)


def test_a_search_of_2019() -> None:
    page = read("search_2019_en.html")
    assert [shown(offer) for offer in page.offers] == [
        {
            "external_id": "701000001",
            "title": 'Moss Terrarium "Fen" (20 cm)',
            "price": Decimal("1048.50"),
            "currency": "USD",
            "rating": Decimal("4.9126"),
            "reviews_count": 1204,
            "image_url": f"{IMAGES}/8100001/r/il/0a0a0a/101/il_340x270.101_fen.jpg",
            "product_url": "https://www.etsy.com/listing/701000001/moss-terrarium-fen-20-cm",
            "seller": "FenAndFern",
            "sponsored": True,
            "details": {"shop_id": "8100001", "rating_of": "shop"},
        },
        {
            "external_id": "701000002",
            "title": "Tiny Bog Garden",
            "price": Decimal("18.00"),
            "list_price": Decimal("24.00"),
            "currency": "USD",
            "image_url": f"{IMAGES}/8100002/r/il/0b0b0b/102/il_340x270.102_bog.jpg",
            "product_url": "https://www.etsy.com/listing/701000002/tiny-bog-garden",
            "seller": "PeatStreet",
            "availability": "low_stock",
            "stock": 2,
            "details": {"shop_id": "8100002"},
        },
        {
            "external_id": "701000003",
            "title": "Custom Vivarium Backdrop",
            "price": Decimal("30.00"),
            "currency": "USD",
            "image_url": f"{IMAGES}/8100003/r/il/0c0c0c/103/il_340x270.103_viv.jpg",
            "product_url": "https://www.etsy.com/listing/701000003/custom-vivarium-backdrop",
            "seller": "RillWorks",
            "details": {"shop_id": "8100003"},
        },
    ]
    assert page.offers_total == 12804
    assert page.next
    assert (page.next.url, page.next.number) == ("https://www.etsy.com/search?q=moss+terrarium&page=2", 2)


def test_a_search_of_2022_in_german() -> None:
    url = "https://www.etsy.com/de/search?q=filzhut&ref=pagination&page=2&order=price_asc"
    page = read("search_2022_de.html", url)
    hat, small = page.offers
    assert shown(hat) == {
        "external_id": "1201000001",
        "title": "Filzhut „Moor“ aus Wolle, handgefilzt",
        "price": Decimal("1035.87"),
        "list_price": Decimal("1059.79"),
        "currency": "EUR",
        "rating": Decimal("4.87"),
        "reviews_count": 2310,
        "image_url": f"{IMAGES}/8200001/r/il/1a1a1a/201/il_300x300.201_moor.jpg",
        "product_url": "https://www.etsy.com/de/listing/1201000001/filzhut-moor-aus-wolle-handgefilzt",
        "sponsored": True,
        "details": {"shop_id": "8200001", "rating_of": "shop"},
    }
    assert (small.price, small.availability, small.sponsored) == (Decimal(34), "low_stock", False)
    assert (small.rating, small.reviews_count) == (Decimal(5), 7)
    assert page.offers_total == 1482
    assert page.next
    assert (page.next.url, page.next.number) == (
        "https://www.etsy.com/de/search?q=filzhut&order=price_asc&page=3",
        3,
    )


def test_what_is_paid_for_is_only_in_the_tiles_of_2025_and_the_rest_is_told_too() -> None:
    page = read("search_2025_fr.html", "https://www.etsy.com/fr/search?q=bougie+cire")
    heather, peat, moss, snow, lake = page.offers
    assert [offer.sponsored for offer in page.offers] == [True, False, False, True, False]
    assert shown(heather) == {
        "external_id": "1801000001",
        "title": "Bougie bruyère parfumée",
        "price": Decimal("18.90"),
        "list_price": Decimal("21.00"),
        "currency": "EUR",
        "rating": Decimal("4.8"),
        "reviews_count": 3500,
        "image_url": f"{IMAGES}/8300001/r/il/2a2a2a/301/il_300x300.301_bruyere.jpg",
        "product_url": "https://www.etsy.com/fr/listing/1801000001/bougie-bruyere-parfumee",
        "seller": "BruyereBleue",
        "sponsored": True,
        "details": {"shop_id": "8300001", "rating_of": "shop"},
    }
    assert shown(peat) == {
        "external_id": "1801000002",
        "title": "Bougie  « Tourbe » – cire d'abeille",
        "price": Decimal("1234.50"),
        "list_price": Decimal("1543.13"),
        "currency": "EUR",
        "rating": Decimal("5.0"),
        "reviews_count": 17,
        "image_url": f"{IMAGES}/8300002/r/il/2b2b2b/302/il_fullxfull.302_tourbe.jpg",
        "product_url": "https://www.etsy.com/fr/listing/1801000002/bougie-tourbe-cire-dabeille",
        "seller": "AtelierTourbe",
        "availability": "low_stock",
        "stock": 4,
        "details": {"shop_id": "8300002", "rating_of": "shop"},
    }
    assert (moss.price, moss.details["price_max"], moss.seller) == (Decimal(9), "15.50", "MousseEtPin")
    assert (snow.title, snow.reviews_count, snow.seller) == ("Bougie de neige (300 ml)", None, "NeigeLente")
    assert (lake.price, lake.availability) == (Decimal(8), "in_stock")
    assert (page.pages_total, page.offers_total) == (20, 48210)
    assert page.next
    assert page.next.url == "https://www.etsy.com/fr/search?q=bougie+cire&page=2"


def test_a_search_of_2024_in_japanese() -> None:
    page = read("search_2024_ja.html", "https://www.etsy.com/jp/search?q=%E6%9C%A8%E3%81%AE%E5%99%A8")
    bowl, cherry = page.offers
    assert (bowl.title, bowl.price, bowl.currency) == ("けやきの椀", Decimal(12345), "JPY")
    assert (bowl.rating, bowl.reviews_count, bowl.seller) == (Decimal("4.9"), 12000, "KeyakiYa")
    assert (bowl.availability, bowl.product_url) == ("low_stock", "https://www.etsy.com/jp/listing/1601000001")
    assert (cherry.price, cherry.list_price, cherry.sponsored) == (Decimal(980), Decimal(1225), True)
    assert (page.offers_total, page.next) == (1950, None)


def test_a_category_says_what_it_is_and_shows_its_own_prices() -> None:
    page = read("category_2026_de.html", "https://www.etsy.com/de/c/home-and-living/kitchen-and-dining/mugs?page=2")
    heath, watt = page.offers
    assert heath.category_path == watt.category_path == ("Haus & Wohnen", "Becher")
    assert (heath.category, heath.seller) == ("Becher", "HeideTon")
    assert (heath.price, heath.list_price) == (Decimal("14.90"), None)
    assert (heath.rating, heath.reviews_count) == (Decimal("4.5"), 1207)
    assert watt.availability == "low_stock"
    assert page.offers_total is None
    assert page.next
    assert (
        page.next.url,
        page.next.number,
    ) == ("https://www.etsy.com/de/c/home-and-living/kitchen-and-dining/mugs?page=3", 3)


def test_a_shop_shows_its_own_listings_once_and_none_that_were_reviewed() -> None:
    page = read("shop_2023_en.html", "https://www.etsy.com/uk/shop/fenandfern")
    assert [(offer.external_id, offer.price, offer.currency, offer.seller) for offer in page.offers] == [
        ("1401000002", Decimal("35.50"), "GBP", "FenAndFern"),
        ("1401000001", Decimal("42.00"), "GBP", "FenAndFern"),
    ]
    assert all(offer.rating is None for offer in page.offers)
    assert page.next
    assert page.next.url == "https://www.etsy.com/uk/shop/fenandfern?page=2"
