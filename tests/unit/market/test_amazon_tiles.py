"""What one tile of a search says, part by part."""

from decimal import Decimal

import pytest

from tests.support.amazon_pages import priced, searched, tile
from wareloom.market.marketplaces.amazon import AmazonMarketplace
from wareloom.market.page import SeenOffer

AMAZON = AmazonMarketplace()


def only(body: str, **facts: str) -> SeenOffer:
    (offer,) = AMAZON.read(searched(tile(body, **facts)), "").offers
    return offer


@pytest.mark.parametrize(
    ("domain", "written", "price", "currency"),
    [
        ("amazon.com", "$1,299.00", "1299.00", "USD"),
        ("amazon.com", "CAD 35.10", "35.10", "CAD"),
        ("amazon.ca", "$12.99", "12.99", "CAD"),
        ("amazon.com.mx", "$1,299.00", "1299.00", "MXN"),
        ("amazon.com.au", "$12.99", "12.99", "AUD"),
        ("amazon.sg", "S$12.99", "12.99", "SGD"),
        ("amazon.com.br", "R$\xa01.299,90", "1299.90", "BRL"),
        ("amazon.nl", "€\xa01.749,99", "1749.99", "EUR"),
        ("amazon.it", "1.299,00\xa0€", "1299.00", "EUR"),
        ("amazon.fr", "1\u202f299,00\xa0€", "1299.00", "EUR"),
        ("amazon.se", "1\xa0299,00\xa0kr", "1299.00", "SEK"),
        ("amazon.pl", "1\xa0299,00\xa0zł", "1299.00", "PLN"),
        ("amazon.com.tr", "1.299,00\xa0TL", "1299.00", "TRY"),
        ("amazon.ae", "AED\xa01,299.00", "1299.00", "AED"),
        ("amazon.sa", "SAR\xa0129.00", "129.00", "SAR"),
        ("amazon.eg", "EGP\xa01,299.00", "1299.00", "EGP"),
        ("amazon.co.za", "R\xa0129,00", "129.00", "ZAR"),
        ("amazon.in", "₹1,299", "1299.00", "INR"),
        ("amazon.co.jp", "¥1,299", "1299.00", "JPY"),
        ("amazon.co.uk", "£0.99", "0.99", "GBP"),
    ],
)
def test_every_country_s_money(domain: str, written: str, price: str, currency: str) -> None:
    (offer,) = AMAZON.read(searched(tile(priced(written))), f"https://www.{domain}/s?k=mug").offers
    assert (offer.price, offer.currency) == (Decimal(price), currency)
    assert offer.product_url == f"https://www.{domain}/dp/B0WL000001"


def test_the_pieces_of_a_price_are_joined_where_the_whole_is_blank() -> None:
    pieces = '<span class="a-price-symbol">$</span><span class="a-price-whole">1,024<span class="a-price-decimal">.'
    offer = only(f'<span class="a-price"><span class="a-offscreen"> </span>{pieces}</span></span><span '
                 'class="a-price-fraction">05</span></span>')  # fmt: skip
    assert offer.price == Decimal("1024.05")


@pytest.mark.parametrize(
    "other",
    [
        priced("$1.00", of='data-a-strike="true"'),
        '<span class="a-price a-text-price"><span class="a-offscreen">$1.00</span></span>',
        f'<div data-cy="secondary-offer-recipe">{priced("$1.00")}</div>',
        f'<div class="a-popover-preload">{priced("$1.00")}</div>',
        f'<div class="aok-hidden">{priced("$1.00")}</div>',
        '<span class="a-color-secondary">More Buying Choices</span><span class="a-color-base">$1.00</span>',
    ],
    ids=["crossed out", "a rate", "another offer", "what opens on touch", "hidden", "more buying choices"],
)
def test_what_looks_like_a_price_and_is_none(other: str) -> None:
    assert only(other).price is None
    assert only(other + priced("$9.50")).price == Decimal("9.50")
    assert only(priced("$9.50") + other).price == Decimal("9.50")


def test_what_is_crossed_out_counts_where_it_is_more() -> None:
    assert only(priced("$9.50") + priced("$12.00", of='data-a-strike="true"')).list_price == Decimal("12.00")
    assert only(priced("$9.50") + priced("$9.50", of='data-a-strike="true"')).list_price is None
    assert only(priced("$12.00", of='data-a-strike="true"')).list_price is None


def test_a_range_begins_at_its_lowest() -> None:
    assert only(f"{priced('$9.50')}<span>-</span>{priced('$19.50')}").price == Decimal("9.50")


@pytest.mark.parametrize(
    ("stars", "label", "shown", "rating", "count"),
    [
        ("4.5 out of 5 stars", "1,234 ratings", "(1.2K)", "4.5", 1234),
        ("4.5 out of 5 stars", "", "(1.2K)", "4.5", 1200),
        ("4,5 von 5 Sternen", "1.234 Bewertungen", "1.234", "4.5", 1234),
        ("4,5 sur 5 étoiles", "4,5 sur 5 étoiles, 1 234 évaluations", "(1,2 k)", "4.5", 1234),
        ("4,5 étoiles sur 5", "4,5 étoiles sur 5", "1 234", "4.5", 1234),
        ("5つ星のうち4.5", "1,234 個の評価", "(1,234)", "4.5", 1234),
        ("4,5 de 5 estrellas", "", "12.345", "4.5", 12345),
        ("4,5 su 5 stelle", "", "(12)", "4.5", 12),
        ("4,5 van 5 sterren", "", "1.234", "4.5", 1234),
        ("4,5 z 5 gwiazdek", "", "1 234", "4.5", 1234),
        ("4,5 av 5 stjärnor", "", "1 234", "4.5", 1234),
        ("5 yıldız üzerinden 4,5", "", "1.234", "4.5", 1234),
    ],
)
def test_stars_and_how_many_gave_them(stars: str, label: str, shown: str, rating: str, count: int) -> None:
    told = f'aria-label="{label}"' if label else ""
    offer = only(
        f'<i class="a-icon a-icon-star-small a-star-small-4-5"><span class="a-icon-alt">{stars}</span></i>'
        f'<a {told} href="/x/dp/B0WL000001#customerReviews"><span class="s-underline-text">{shown}</span></a>'
    )
    assert (offer.rating, offer.reviews_count) == (Decimal(rating), count)


@pytest.mark.parametrize(
    "mark",
    [
        '<span class="puis-sponsored-label-text">Ad</span>',
        '<a class="s-label-popover s-sponsored-label-text">Ad</a>',
        '<div data-component-type="sp-sponsored-result"></div>',
        '<div data-dib-asin="B0WL000001" data-dib-organic="false"></div>',
    ],
)
def test_what_somebody_paid_for_is_marked(mark: str) -> None:
    assert only(mark).sponsored
    assert not only("<span>Sponsored by nobody</span>").sponsored


def test_a_tile_named_by_its_picture_alone() -> None:
    nameless = tile().replace("<span>Otter Mug</span>", "").replace("<img ", '<img alt="Otter &amp;#38; Mug" ')
    assert [offer.title for offer in AMAZON.read(searched(nameless), "").offers] == ["Otter & Mug"]


@pytest.mark.parametrize(
    ("said", "availability"),
    [
        ('<span aria-label="Actuellement indisponible."><span class="a-size-small">x</span></span>', "out_of_stock"),
        ('<span class="a-color-price">Only 3 left in stock</span>', "low_stock"),
        ('<span aria-label="Pre-order now"></span>', "preorder"),
        ('<span aria-label="FREE delivery Mon, 3 June">In stock on Monday</span>', None),
        ("<h2>Only 3 left in stock</h2>", None),
    ],
)
def test_beside_a_tile_only_what_is_unusual_is_said(said: str, availability: str | None) -> None:
    assert only(said).availability == availability
    assert only(said).stock == (3 if availability == "low_stock" else None)


@pytest.mark.parametrize("said", ["Prime", "5 ratings", "2-Day", "Climate Pledge Friendly"])
def test_an_icon_that_is_no_rating(said: str) -> None:
    assert only(f'<i class="a-icon"><span class="a-icon-alt">{said}</span></i>').rating is None
    assert only('<span class="a-icon-alt">4.6 out of 5 stars</span>').rating == Decimal("4.6")


def test_the_heading_that_leads_to_the_product_is_its_title() -> None:
    brand, sheet = '<h2 class="a-size-mini"><span>Otter Yard</span></h2>', "<h2>About small businesses</h2>"
    body = tile().replace("<h2>", f"{brand}<h2>").replace("</div>", f"{sheet}</div>")
    (offer,) = AMAZON.read(searched(body), "").offers
    assert (offer.title, offer.details) == ("Otter Mug", {"brand": "Otter Yard"})
    unlinked = tile().replace("<h2><a", "<h2><b").replace("</a></h2>", "</b></h2>")
    assert AMAZON.read(searched(unlinked), "").offers[0].title == "Otter Mug"


def test_a_sign_that_is_drawn_has_a_name() -> None:
    drawn = '<span class="s-price"><span class="currencyINR">&nbsp;&nbsp;</span>1,299.00</span>'
    assert (only(drawn).price, only(drawn).currency) == (Decimal("1299.00"), "INR")
