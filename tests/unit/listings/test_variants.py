from decimal import Decimal

import pytest

from wareloom.designs.products import PRODUCTS
from wareloom.listings.variants import RANGES, suited, variants

PRICES = dict.fromkeys(map(str, PRODUCTS), Decimal("20.99"))


def test_light_inks_go_on_dark_fabric_only() -> None:
    assert {one.colour for one in variants(PRICES, on_dark=True)} == {"Black", "Navy"}
    assert {one.product for one in variants(PRICES, on_dark=True)} == {"tee", "hoodie", "tote"}
    assert suited(PRODUCTS, on_dark=True) == ("tee", "hoodie", "tote")


def test_dark_inks_go_on_no_dark_fabric() -> None:
    assert not {one.colour for one in variants(PRICES, on_dark=False)} & {"Black", "Navy"}
    assert {one.product for one in variants(PRICES, on_dark=False)} == set(PRODUCTS)
    assert suited(PRODUCTS, on_dark=False) == PRODUCTS


@pytest.mark.parametrize("product", PRODUCTS)
def test_each_thing_is_offered_once_at_its_products_price(product: str) -> None:
    offered = [one for one in variants(PRICES, on_dark=False) if one.product == product]
    assert len({(one.colour, one.size) for one in offered}) == len(offered) > 0
    assert {one.price for one in offered} == {Decimal("20.99")}


def test_all_of_them_together_are_no_more_than_a_channel_takes() -> None:
    most = sum(len(one.sizes) * max(len(one.light), len(one.dark)) for one in RANGES.values())
    assert most <= 100
