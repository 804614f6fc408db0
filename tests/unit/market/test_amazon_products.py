"""What a product's own page at Amazon says, as each year and country built it."""

from decimal import Decimal

import pytest

from tests.support.amazon_pages import priced, saved, sold
from wareloom.kit.errors import Rejected
from wareloom.market.marketplaces.amazon import AmazonMarketplace
from wareloom.market.page import SeenOffer

PLACE = '<div id="corePriceDisplay_desktop_feature_div">{}</div>'
SUPERSCRIPT = '<span class="price-info-superscript">{}</span>'
OPTIONS = '<div class="twister-plus-buying-options-price-data">{}</div>'
OLD_TO_PAY = '<span class="a-price a-text-price apexPriceToPay"><span class="a-offscreen">{}</span></span>'
TO_PAY = '<span class="a-price priceToPay"><span class="a-offscreen">{}</span></span>'


def read(body: bytes, url: str = "") -> SeenOffer:
    (offer,) = AmazonMarketplace().read(body, url).offers
    return offer


def test_a_german_page_of_2024() -> None:
    assert read(saved("detail_de_2024.html")).model_dump() == {
        "external_id": "B0WL000001",
        "title": "Heidegrund Teebecher aus Steinzeug, 300 ml, moosgrün, 2er-Set",
        "price": Decimal("24.90"),
        "list_price": Decimal("29.90"),
        "currency": "EUR",
        "rating": Decimal("4.6"),
        "reviews_count": 1248,
        "image_url": "https://m.media-amazon.example/images/I/41heide01._AC_SY300_SX300_.jpg",
        "product_url": "https://www.amazon.de/dp/B0WL000001",
        "seller": "Heidegrund Manufaktur",
        "category": "Teebecher",
        "category_path": ("Küche, Haushalt & Wohnen", "Teebecher"),
        "availability": "low_stock",
        "stock": 4,
        "rank": 4711,
        "sponsored": False,
        "tags": (),
        "details": {"brand": "Heidegrund"},
        "history": (),
    }


@pytest.mark.parametrize(("charset", "codec"), [("Shift_JIS", "cp932"), ("UTF-8", "utf-8"), ("euc-jp", "euc_jp")])
def test_a_japanese_book_of_2018_in_the_letters_of_its_time(charset: str, codec: str) -> None:
    offer = read(saved("detail_jp_2018.html").decode().replace("CHARSET", charset).encode(codec, "xmlcharrefreplace"))
    assert (offer.external_id, offer.title) == ("4990000013", "湯呑みの本 (実用文庫)")
    assert (offer.price, offer.list_price, offer.currency) == (Decimal("715.00"), None, "JPY")
    assert (offer.rating, offer.reviews_count, offer.rank) == (Decimal("4.0"), 27, 12345)
    assert (offer.seller, offer.availability) == ("Amazon.co.jp", "in_stock")
    assert offer.category_path == ("本", "暮らし・健康・子育て")
    assert offer.image_url == "https://images-fe.ssl-images-amazon.example/images/I/51hon._SX349_BO1,204,203,200_.jpg"
    assert offer.details == {"authors": ["例示 花子"]}


def test_an_indian_page_of_2021() -> None:
    offer = read(saved("detail_in_2021.html"))
    assert (offer.price, offer.list_price, offer.currency) == (Decimal("124999.00"), Decimal("150000.00"), "INR")
    assert (offer.reviews_count, offer.rank, offer.seller) == (123456, 1234, "Sona Metals")
    assert (offer.availability, offer.details) == ("in_stock", {"brand": "Sona"})


@pytest.mark.parametrize(
    ("box", "price"),
    [
        (PLACE.format(TO_PAY.format("$12.50")), "12.50"),
        (PLACE.format(f'<span class="a-price-range">{priced("$9.00")} - {priced("$19.00")}</span>'), "9.00"),
        (PLACE.format('<span id="apex-pricetopay-accessibility-label">$12.50 with 10 percent savings</span>'), "12.50"),
        (f'<div id="corePrice_desktop">{OLD_TO_PAY.format("$12.50")}</div>', "12.50"),
        (f'<div id="corePrice_feature_div">{priced("$12.50")}</div>', "12.50"),
        ('<span id="priceblock_ourprice">$12.50</span>', "12.50"),
        ('<span id="priceblock_ourprice">$9.00 - $19.00</span>', "9.00"),
        (f'<b id="priceblock_saleprice">{SUPERSCRIPT.format("$")}<span class="price-large">12</span>'
         f"{SUPERSCRIPT.format('50')}</b>", "12.50"),
        ('<div id="buyNewSection"><span class="offer-price">$12.50</span></div>', "12.50"),
        ('<span id="price_inside_buybox">$12.50</span>', "12.50"),
        ('<i id="cerberus-data-metrics" data-asin-price="12.5" data-asin-currency-code="USD"></i>', "12.50"),
        ('<input name="items[0.base][customerVisiblePrice][amount]" value="12.5">', "12.50"),
        (OPTIONS.format('[{"priceAmount":3.1,"buyingOptionType":"LEGACY_INSTALLMENTS"},'
                        '{"displayPrice":"$12.50","priceAmount":12.50,"buyingOptionType":"NEW"}]'), "12.50"),
        (OPTIONS.format('{"desktop_buybox_group_1":[{"priceAmount":12.5,"buyingOptionType":"NEW"}]}'), "12.50"),
    ],
)  # fmt: skip
def test_the_price_of_the_box_with_the_button(box: str, price: str) -> None:
    offer = read(sold(box, below=f'<div id="sims">{TO_PAY.format("$1.00")}</div>'))
    assert (offer.price, offer.currency) == (Decimal(price), "USD")


@pytest.mark.parametrize(
    "other",
    [
        PLACE.format('<span class="a-price a-text-price"><span class="a-offscreen">$0.42</span></span>'),
        PLACE.format(priced("$99.00", of='data-a-strike="true"')),
        f'<div class="a-carousel-card">{TO_PAY.format("$1.00")}</div>',
        f'<div id="olp_feature_div">{priced("$1.00")}</div>',
        OPTIONS.format('{"x":[{"priceAmount":3.1,"buyingOptionType":"USED"}]}'),
        OPTIONS.format("not JSON"),
        '<i id="cerberus-data-metrics" data-asin-price="-1"></i><input id="twister-plus-price-data-price" value="0">',
    ],
)
def test_another_price_is_not_its_own(other: str) -> None:
    assert read(sold(other)).price is None


@pytest.mark.parametrize(
    ("said", "availability"),
    [
        ("In Stock.", "in_stock"),
        ("Only 3 left in stock - order soon.", "low_stock"),
        ("Currently unavailable. We don't know when", "out_of_stock"),
        ("Temporarily out of stock.", "out_of_stock"),
        ("This title will be released on May 3.", "preorder"),
        ("Auf Lager.", "in_stock"),
        ("Derzeit nicht verfügbar.", "out_of_stock"),
        ("Nur noch 2 Stück auf Lager", "low_stock"),
        ("En stock.", "in_stock"),
        ("Il ne reste plus que 4 exemplaire(s) en stock.", "low_stock"),
        ("Actuellement indisponible.", "out_of_stock"),
        ("Disponibilità immediata.", "in_stock"),
        ("Disponibilità: solo 1", "low_stock"),
        ("Non disponibile.", "out_of_stock"),
        ("Sólo queda(n) 2 en stock.", "low_stock"),
        ("No disponible.", "out_of_stock"),
        ("Em estoque", "in_stock"),
        ("Não disponível.", "out_of_stock"),
        ("Op voorraad", "in_stock"),
        ("Momenteel niet verkrijgbaar.", "out_of_stock"),
        ("I lager.", "in_stock"),
        ("Obecnie niedostępny.", "out_of_stock"),
        ("Stokta var", "in_stock"),
        ("Şu anda mevcut değil.", "out_of_stock"),
        ("在庫あり。", "in_stock"),
        ("残り1点（入荷予定あり）", "low_stock"),
        ("現在在庫切れです。", "out_of_stock"),
        ("この商品は現在お取り扱いできません。", "out_of_stock"),
        ("غير متوفر حاليًا.", "out_of_stock"),
        ("متوفر", "in_stock"),
    ],
)
def test_whether_it_can_be_had(said: str, availability: str) -> None:
    assert read(sold(f'<div id="availability"><span>{said}</span></div>')).availability == availability


@pytest.mark.parametrize(
    ("said", "stock"),
    [
        ("Only 3 left in stock - order soon.", 3),
        ("Only 17 left in stock (more on the way).", 17),
        ("Nur noch 2 Stück auf Lager", 2),
        ("Il ne reste plus que 4 exemplaire(s) en stock.", 4),
        ("Disponibilità: solo 1", 1),
        ("Sólo queda(n) 2 en stock.", 2),
        ("残り1点（入荷予定あり）", 1),
        ("متبقي ٣ فقط", 3),
        ("In Stock.", None),
        ("Usually ships within 2 to 3 days", None),
        ("Currently unavailable.", None),
        ("This title will be released on May 3.", None),
    ],
)
def test_few_are_counted_and_many_are_not(said: str, stock: int | None) -> None:
    assert read(sold(f'<div id="availability"><span>{said}</span></div>')).stock == stock


def test_where_no_word_is_known_the_button_tells() -> None:
    assert read(sold('<input id="add-to-cart-button" type="submit">')).availability == "in_stock"
    assert read(sold('<div id="outOfStock">Zzz</div>')).availability == "out_of_stock"
    assert read(sold('<input name="submit.preorder">')).availability == "preorder"
    assert read(sold()).availability is None


@pytest.mark.parametrize(
    ("line", "brand"),
    [
        ("Visit the Otter Yard Store", "Otter Yard"),
        ("Brand: Otter Yard", "Otter Yard"),
        ("by Otter Yard", "Otter Yard"),
        ("Otter Yard", "Otter Yard"),
        ("Besuche den Otter Yard-Store", "Otter Yard"),
        ("Marke: Otter Yard", "Otter Yard"),
        ("Visiter la boutique Otter Yard", "Otter Yard"),
        ("Marque : Otter Yard", "Otter Yard"),
        ("Visita lo Store di Otter Yard", "Otter Yard"),
        ("Visita la tienda de Otter Yard", "Otter Yard"),
        ("Visite a loja Otter Yard", "Otter Yard"),
        ("Bezoek de Otter Yard-store", "Otter Yard"),
        ("Otter Yardのストアを表示", "Otter Yard"),
        ("ブランド: Otter Yard", "Otter Yard"),
    ],
)
def test_whose_it_is(line: str, brand: str) -> None:
    assert read(sold(f'<a id="bylineInfo">{line}</a>')).details == {"brand": brand}


@pytest.mark.parametrize(
    ("box", "seller"),
    [
        ('<div id="merchant-info">Ships from and sold by Amazon.com.</div>', "Amazon.com"),
        ('<div id="merchant-info">Sold by Otter Yard and Fulfilled by Amazon.</div>', "Otter Yard"),
        ('<div id="merchant-info">Verkauf und Versand durch Amazon.</div>', "Amazon"),
        ('<div id="merchant-info">Verkauf durch Otter Yard und Versand durch Amazon.</div>', "Otter Yard"),
        ('<div id="merchant-info">Expédié et vendu par Amazon.</div>', "Amazon"),
        ('<div id="merchant-info">Venduto da Otter Yard e spedito da Amazon.</div>', "Otter Yard"),
        ('<p tabular-attribute-name="Ships from" class="tabular-buybox-text"><b>Amazon</b></p>'
         '<p tabular-attribute-name="Sold by" class="tabular-buybox-label"><b>Sold by</b></p>'
         '<p tabular-attribute-name="Sold by" class="tabular-buybox-text"><b class="a-size-small">Otter Yard</b></p>',
         "Otter Yard"),
        ('<div id="merchantInfoFeature_feature_div"><div class="offer-display-feature-label">Sold by</div>'
         '<span class="offer-display-feature-text-message">Amazon.sg</span></div>', "Amazon.sg"),
        ("", None),
    ],
)  # fmt: skip
def test_who_sells_it(box: str, seller: str | None) -> None:
    assert read(sold(box)).seller == seller


@pytest.mark.parametrize(
    ("written", "rank"),
    [
        ("#1,234 in Kitchen (<a href='/gp/bestsellers/kitchen'>See Top 100 in Kitchen</a>)", 1234),
        ("Nr. 1.234 in Küche (<a href='/gp/bestsellers/kitchen'>Siehe Top 100 in Küche</a>)", 1234),
        ("n° 1\xa0234 en Cuisine (<a href='/gp/bestsellers/kitchen'>Voir les 100 premiers</a>)", 1234),
        ("nº1.234 en Hogar (<a href='/gp/bestsellers/kitchen'>Ver el Top 100</a>)", 1234),
        ("- 1,234位ホーム (<a href='/gp/bestsellers/kitchen'>ランキングを見る</a>)", 1234),
        ("not ranked", None),
    ],
)
def test_how_well_it_sells(written: str, rank: int | None) -> None:
    table = f'<table id="productDetailsTable"><tr><th>Rank</th><td><span>{written}</span></td></tr></table>'
    assert read(sold(table)).rank == rank


def test_its_number_may_be_in_the_address_alone() -> None:
    body = b"<html><body><h1><span id='productTitle'>Mug</span></h1></body></html>"
    assert read(body, "https://www.amazon.nl/dp/B0WL000007?psc=1").product_url == "https://www.amazon.nl/dp/B0WL000007"
    with pytest.raises(Rejected, match="number"):
        read(body)


def test_a_page_that_is_cut_off_before_its_price_is_not_read() -> None:
    body = sold(PLACE.format(TO_PAY.format("$12.50")))
    with pytest.raises(Rejected, match="cut off"):
        read(body[: body.index(b"$12.50")])
