"""What Amazon's lists of what sells best say, as each year and country built them."""

from decimal import Decimal

import pytest

from tests.support.amazon_pages import ranked, saved
from wareloom.kit.errors import Rejected
from wareloom.market.marketplaces.amazon import AmazonMarketplace
from wareloom.market.page import UNREADABLE, OfferPage


def read(body: bytes, url: str = "") -> OfferPage:
    return AmazonMarketplace().read(body, url)


def test_french_bestsellers_of_2019() -> None:
    page = read(saved("bestsellers_fr_2019.html"))
    first, second = page.offers
    assert (first.rank, first.external_id, first.title) == (
        1,
        "B0WL000202",
        "Tasse Galet empilable en grès, lot de quatre",
    )
    assert (first.price, first.currency, first.rating, first.reviews_count) == (
        Decimal("9.50"),
        "EUR",
        Decimal("4.3"),
        1033,
    )
    assert (second.rank, second.title, second.price, second.rating) == (2, "Mazagran Dune", Decimal("1204.00"), None)
    assert first.category_path == ("Cuisine & Maison", "Tasses")
    assert page.next is not None
    assert page.next.url == "https://www.amazon.fr/gp/bestsellers/kitchen/57028031?pg=2"


def test_american_new_releases_of_2025() -> None:
    page = read(saved("new_releases_us_2025.html"))
    first, second = page.offers
    assert (first.rank, first.external_id, first.title) == (31, "B0WL000501", "Otter Mug & Saucer, 12 oz")
    assert (first.price, first.currency, first.rating, first.reviews_count) == (
        Decimal("17.99"),
        "USD",
        Decimal("4.6"),
        1018,
    )
    assert (second.rank, second.title, second.price) == (32, "Heron Tumbler", None)
    assert first.category_path == ("Home & Kitchen", "Novelty Mugs")
    assert page.next is None


def test_indian_bestsellers_of_2017() -> None:
    (offer,) = read(saved("bestsellers_in_2017.html")).offers
    assert (offer.rank, offer.external_id, offer.title) == (1, "819000001X", "The Brass Road")
    assert (offer.price, offer.currency, offer.reviews_count) == (Decimal("149.00"), "INR", 12044)
    assert offer.category_path == ("Books",)
    assert offer.product_url == "https://www.amazon.in/dp/819000001X"


PLACE = (
    '<div id="gridItemRoot"><span class="zg-bdg-text">{rank}</span>{more}<div id="B0WL000001" class="p13n-sc-'
    'uncoverable-faceout"><a href="/dp/B0WL000001"><b class="_cDEzb_p13n-sc-css-line-clamp-3_g3dy1">Mug</b></a></div>'
    "</div>"
)


@pytest.mark.parametrize("badge", ["#12", "12.", "Nº 12", "n° 12", "12位"])
def test_a_place_is_a_number_in_every_language(badge: str) -> None:
    (offer,) = read(ranked(PLACE.format(rank=badge, more=""))).offers
    assert offer.rank == 12


def test_what_rises_says_by_how_much() -> None:
    more = '<span class="zg-grid-pct-change">1,250%</span><span class="zg-grid-rank-metadata">Sales rank: 17</span>'
    (offer,) = read(ranked(PLACE.format(rank="#1", more=more))).offers
    assert (offer.rank, offer.details) == (1, {"rank_change_percent": 1250})


def test_places_without_products_are_no_list() -> None:
    with pytest.raises(Rejected, match="changed"):
        read(ranked('<div id="gridItemRoot"><span class="zg-bdg-text">#1</span></div>'))


def test_a_list_that_is_cut_off_is_not_read() -> None:
    body = saved("new_releases_us_2025.html")
    with pytest.raises(Rejected, match="cut off"):
        read(body[: body.index(b'role="tree"')])


def test_a_place_whose_product_is_gone_is_counted() -> None:
    gone = '<div id="gridItemRoot"><span class="zg-bdg-text">#2</span>This item is no longer available</div>'
    page = read(ranked(PLACE.format(rank="#1", more=""), gone))
    assert (len(page.offers), page.passed_over) == (1, {UNREADABLE: 1})
