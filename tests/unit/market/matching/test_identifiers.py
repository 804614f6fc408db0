"""Numbers that name a product: only where their check digit agrees, and one number in each of its spellings."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wareloom.market.matching.identifiers import CARRIED, identifiers


def read(details: dict[str, Any], marketplace: str = "shopify", external_id: str = "1") -> set[tuple[str, str]]:
    return set(identifiers(details, marketplace, external_id, "acme"))


@pytest.mark.parametrize(
    "details",
    [{"gtin13": "4006381333931"}, {"ean": "4006381-333931"}, {"gtin": "04006381333931"}, {"gtin14": "0400638 1333931"}],
)
def test_one_number_has_many_spellings(details: dict[str, Any]) -> None:
    assert read(details) == {("gtin", "04006381333931")}


def test_an_old_isbn_is_the_new_one_also_as_an_amazon_number() -> None:
    new = {("gtin", "09780306406157")}
    assert read({"isbn": "0-306-40615-2"}) == read({"isbn13": 9780306406157}) == new
    assert read({}, "amazon", "0306406152") == new


@pytest.mark.parametrize(
    "details",
    [
        {"gtin13": "4006381333932"},
        {"gtin": "0000000000000"},
        {"isbn": "0306406153"},
        {"mpn": "ACME"},
        {"asin": "B1"},
        {"gtin": None},
        {"ean": ["4006381333931"]},
        {"upc": "١٢٣٤٥٦٧٨"},
    ],
)
def test_what_is_no_number_of_a_product_is_none(details: dict[str, Any]) -> None:
    assert read(details) == set()


def test_a_part_number_is_worth_something_beside_its_maker_alone() -> None:
    assert read({"mpn": "ab-1234"}) == {("mpn", "acme AB1234")}
    assert not identifiers({"mpn": "ab-1234"}, "shopify", "1", None)


@given(st.dictionaries(st.sampled_from(CARRIED), st.text(max_size=20) | st.integers()))
def test_anything_in_their_place_is_read_or_left(details: dict[str, Any]) -> None:
    assert all(kind and number for kind, number in read(details))
