"""What is read from one tile: who paid for it, what it costs in which money, how it is liked, how many are left."""

from decimal import Decimal

import pytest

from tests.support.etsy_pages import SEARCH, product, searched, tile, told
from wareloom.market.marketplaces.etsy import EtsyMarketplace
from wareloom.market.page import SeenOffer

ETSY = EtsyMarketplace()


def only(body: bytes, url: str = SEARCH) -> SeenOffer:
    (offer,) = ETSY.read(body, url).offers
    return offer


@pytest.mark.parametrize(
    ("link", "inside", "sponsored"),
    [
        ("?ls=s", "", False),
        ("?ls=a&amp;pro=1", "", True),
        ("?ls=r&amp;plkey=1", "", False),
        ("?plkey=1%3A7&amp;ref=sr", "", True),
        ("?ref=sc_gallery-1-1", "", True),
        ("?ref=sr_gallery-1-1", "", False),
        ("", '<span data-ad-label="Ad by Etsy seller">Ad</span>', True),
        ("", '<form><input name="is_pl" value="true"></form>', True),
        ("", '<form><input name="is_pl" value="false"></form>', False),
        ("", '<span aria-hidden="true">Ad by Kiln</span><span>From shop Kiln</span>', False),
        ("?[ls=a", "", False),
    ],
)
def test_what_is_paid_for_is_told_by_the_link(link: str, inside: str, *, sponsored: bool) -> None:
    assert only(searched(tile(inside, link=link))).sponsored is sponsored


def test_what_is_also_shown_unpaid_is_not_sponsored() -> None:
    for links in (["?ls=a", "?ls=s"], ["?ls=s", "?ls=a"]):
        assert not only(searched(*(tile(link=link) for link in links))).sponsored
    assert only(searched(tile(link="?ls=a"), told=told(product()))).sponsored


@pytest.mark.parametrize(
    ("sign", "attributes", "url", "currency"),
    [
        ("€", "", SEARCH, "EUR"),
        ("CA$", 'data-currency="USD"', SEARCH, "CAD"),
        ("USD ", 'data-currency="EUR"', SEARCH, "USD"),
        ("$", 'data-currency="AUD"', SEARCH, "AUD"),
        ("$", "", "https://www.etsy.com/nz/search?q=a", "NZD"),
        ("kr", "", "https://www.etsy.com/dk-en/search?q=a", "DKK"),
        ("$", "", SEARCH, "USD"),
        ("¥", "", SEARCH, "JPY"),
        ("kr", "", SEARCH, None),
    ],
)
def test_a_currency_comes_from_the_price_then_the_page_then_the_country(
    sign: str, attributes: str, url: str, currency: str | None
) -> None:
    cost = (
        f'<p class="lc-price"><span class="currency-symbol">{sign}</span><span class="currency-value">9.50</span></p>'
    )
    offer = only(searched(tile(cost, price=""), attributes=attributes), url)
    assert (offer.price, offer.currency) == (Decimal("9.50"), currency)


@pytest.mark.parametrize(
    ("written", "price", "before"),
    [
        ('<p class="lc-price">USD 30.00</p>', "30.00", None),
        ('<p class="lc-price"><s>$40.00</s> <b>$30.00</b> (25% off)</p>', "30.00", "40.00"),
        ('<p class="lc-price"><b>$30.00</b> <del>$20.00</del></p>', "30.00", None),
        ('<p class="lc-price">from <span class="currency-value">1,299</span></p>', "1299.00", None),
        ('<p class="lc-price"><span class="wt-screen-reader-only">Price $1.00</span>$2.00+</p>', "2.00", None),
        ('<p class="lc-price">Sold</p><p class="lc-price">$3.00</p>', None, None),
    ],
)
def test_prices_come_in_many_forms(written: str, price: str | None, before: str | None) -> None:
    body = searched(tile(written, price=""), tile(number=8))
    offer = ETSY.read(body, SEARCH).offers[0]
    assert offer.price == (None if price is None else Decimal(price))
    assert offer.list_price == (None if before is None else Decimal(before))


def test_a_range_begins_with_its_price() -> None:
    both = (
        '<p class="lc-price"><span class="currency-value">12.00</span> – <span class="currency-value">15.00</span></p>'
    )
    offer = only(searched(tile(both, price="")))
    assert (offer.price, offer.details["price_max"]) == (Decimal(12), "15.00")


@pytest.mark.parametrize(
    ("inside", "rating", "count"),
    [
        ('<clg-static-review-stars rating="4.9" review-count-text="(1.2k)"></clg-static-review-stars>', "4.9", 1200),
        ('<input name="rating" value="4.55"><span>(1,204)</span>', "4.55", 1204),
        ('<span class="sprite star-rating-4-5"></span><span>(12)</span>', "4.5", 12),
        ('<div role="img" aria-label="4.8 star rating with 2.3k reviews"></div>', "4.8", 2300),
        ('<div role="img" aria-label="4,8 von 5 Sternen"></div><p>(2.345)</p>', "4.8", 2345),
        ("<span>(25% off)</span>", None, None),
        ("<span>(1,204)</span>", None, None),
        ('<input name="rating" value="0">', None, None),
    ],
)
def test_stars_are_drawn_in_many_ways(inside: str, rating: str | None, count: int | None) -> None:
    offer = only(searched(tile(inside, title="Mug (300 ml), 4 out of 5")))
    assert (offer.rating, offer.reviews_count) == (None if rating is None else Decimal(rating), count)


@pytest.mark.parametrize(
    ("said", "availability", "stock"),
    [
        ("Only 3 left — order soon", "low_stock", 3),
        ("Nur noch 2 verfügbar", "low_stock", 2),
        ("Plus que 4 disponibles", "low_stock", 4),
        ("¡Sólo queda 1!", "low_stock", 1),
        ("Rimasti solo 2", "low_stock", 2),
        ("Nog maar 3 beschikbaar", "low_stock", 3),
        ("Zostało tylko 3", "low_stock", 3),
        ("残り 2 点", "low_stock", 2),
        ("Low in stock", "low_stock", None),
        ("Low in stock, only 8 left", "low_stock", 8),
        ("In 20+ carts", None, None),
    ],
)
def test_few_are_left_in_many_languages(said: str, availability: str | None, stock: int | None) -> None:
    offer = only(searched(tile(f"<p>{said}</p>")))
    assert (offer.availability, offer.stock) == (availability, stock)


def test_a_title_says_nothing_of_the_stock() -> None:
    assert only(searched(tile(title="Only 3 left: a print"))).availability is None


@pytest.mark.parametrize(
    ("inside", "seller"),
    [
        ("<p data-seller-name-container><i>Kiln</i><i>From shop Kiln</i><i>Ad</i></p>", "Kiln"),
        ('<p data-seller-name-container><i>ad <b class="x">vertisement</b> by Kiln</i><i>Kiln</i></p>', "Kiln"),
        ("<p class='wt-text-caption' data-seller-name-container>From shop Kiln</p>", "Kiln"),
        ('<span class="clickable-shop-name">Kiln</span>', "Kiln"),
        ('<div class="v2-listing-card__shop"><p>Kiln</p><span>(12)</span></div>', "Kiln"),
        ('<a href="https://www.etsy.com/de/shop/Kiln?ref=x">The kiln yard</a>', "Kiln"),
        ("<p data-seller-name-container>Ad by Etsy’s sellers</p>", None),
        ("", None),
    ],
)
def test_a_shop_s_name_stands_among_other_words(inside: str, seller: str | None) -> None:
    assert only(searched(tile(inside))).seller == seller


def test_a_tile_without_any_mark_ends_where_the_next_begins() -> None:
    bare = (
        '<div><a href="/listing/{0}/mug?ls=s"><img alt="Mug {0}"></a><div><p class="lc-price">${0}.00</p></div></div>'
    )
    body = searched(f"<div>{''.join(bare.format(number) for number in (7, 8, 9))}</div>")
    offers = ETSY.read(body, SEARCH).offers
    assert [(offer.title, offer.price) for offer in offers] == [
        ("Mug 7", Decimal(7)),
        ("Mug 8", Decimal(8)),
        ("Mug 9", Decimal(9)),
    ]
