"""How what people want from Etsy is spelled, and which page is asked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wareloom.kit.errors import Rejected
from wareloom.market.marketplaces.etsy import EtsyMarketplace

ETSY = EtsyMarketplace()


@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("ceramic mug", "etsy.com/search?q=ceramic+mug"),
        ("  Ceramic\n MUG ", "etsy.com/search?q=ceramic+mug"),
        ("mug w/ name & date", "etsy.com/search?q=mug+w%2F+name+%26+date"),
        ("no.1 dad", "etsy.com/search?q=no.1+dad"),
        ("木の器", "etsy.com/search?q=木の器"),
        ("https://www.etsy.com/search?q=Ceramic%20mug&ref=search_bar&page=3", "etsy.com/search?q=ceramic+mug"),
        ("etsy.com/search?order=price_asc&q=mug&max=20&min=", "etsy.com/search?q=mug&max=20&order=price_asc"),
        ("https://www.etsy.com/de/search?q=mug&attr_357=2&x=1", "etsy.com/de/search?q=mug&attr_357=2"),
        ("www.etsy.com/search/vintage?q=mug", "etsy.com/search/vintage?q=mug"),
        (
            "https://www.etsy.com/jp/search?q=%E6%9C%A8%E3%81%AE%E5%99%A8&ship_to=JP",
            "etsy.com/jp/search?q=木の器&ship_to=JP",
        ),
        ("https://m.etsy.com/c/jewelry/necklaces?ref=catnav-1&explicit=1", "etsy.com/c/jewelry/necklaces?explicit=1"),
        ("ETSY.COM/ca-fr/c/jewelry/", "etsy.com/ca-fr/c/jewelry"),
        ("https://www.etsy.com/uk/market/Ceramic_mug?page=2", "etsy.com/uk/market/ceramic_mug"),
        ("etsy.com/shop/FenAndFern", "etsy.com/shop/fenandfern"),
        (
            "https://www.etsy.com/shop/FenAndFern/reviews?ref=x&section_id=12#items",
            "etsy.com/shop/fenandfern?section_id=12",
        ),
        ("http://FenAndFern.etsy.com", "etsy.com/shop/fenandfern"),
        ("fenandfern.etsy.com/?section_id=7", "etsy.com/shop/fenandfern?section_id=7"),
        ("https://www.etsy.com/de/listing/1201000001/filzhut?ls=a&click_key=1", "etsy.com/de/listing/1201000001"),
        ("etsy.com/listing/42", "etsy.com/listing/42"),
    ],
)
def test_a_target_has_one_spelling(written: str, target: str) -> None:
    assert ETSY.target(written) == target
    assert ETSY.target(target) == target


@pytest.mark.parametrize(
    "written",
    [
        "!!",
        "a" * 121,
        "mug\x07s",
        "etsy.com",
        "etsy.com/search",
        "etsy.com/search?q=",
        "etsy.com/c/",
        "etsy.com/shop/",
        "etsy.com/listing/mug",
        "etsy.com/people/somebody",
        "etsy.com/your/orders",
        "etsy.com/signin",
        "https://help.etsy.com/hc",
        "https://etsy.me/3abc",
        "https://etsy.com.evil.example/shop/name",
        "https://notetsy.com/shop/name",
        "https://user:pw@etsy.com/shop/name",
        "ftp://etsy.com/shop/name",
        "shop.example/collections/hats",
        "shop.example",
    ],
)
def test_what_etsy_has_no_list_for_is_rejected(written: str) -> None:
    with pytest.raises(Rejected):
        ETSY.target(written)


@pytest.mark.parametrize(
    ("target", "url"),
    [
        ("etsy.com/search?q=ceramic+mug", "https://www.etsy.com/search?q=ceramic+mug"),
        ("etsy.com/jp/search?q=木", "https://www.etsy.com/jp/search?q=%E6%9C%A8"),
        ("etsy.com/shop/fenandfern?section_id=7", "https://www.etsy.com/shop/fenandfern?section_id=7"),
        ("etsy.com/listing/42", "https://www.etsy.com/listing/42"),
    ],
)
def test_the_first_page_is_the_target_itself(target: str, url: str) -> None:
    request = ETSY.first_page(target, None)
    assert (request.url, request.number, request.headers) == (url, 1, {})


@given(written=st.text(max_size=60))
def test_any_words_are_spelled_in_one_way_or_rejected(written: str) -> None:
    try:
        target = ETSY.target(written)
    except Rejected:
        return
    assert ETSY.target(target) == target
    assert ETSY.first_page(target, None).url.startswith("https://www.etsy.com/")
