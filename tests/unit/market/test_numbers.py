"""The numbers by which one product is known in every shop, as far as pages and vendors tell them."""

import json

import pytest

from tests.support import amazon_vendor
from wareloom.market.marketplaces.registry import MARKETPLACES
from wareloom.market.matching.identifiers import identifiers
from wareloom.market.reading.numbers import only, told

EAN = "4006381333931"


@pytest.mark.parametrize(
    ("product", "numbers"),
    [
        ({"gtin13": EAN, "mpn": "FK-200"}, {"gtin13": EAN, "mpn": "FK-200"}),
        ({"gtin13": int(EAN)}, {"gtin13": EAN}),
        ({"offers": {"gtin": EAN}}, {"gtin": EAN}),
        ({"offers": [{"gtin": EAN}, {"gtin": EAN}]}, {"gtin": EAN}),
        ({"offers": [{"gtin": EAN}, {"gtin": "4006381333948"}]}, {}),
        ({"hasVariant": [{"mpn": "A-1"}, {"mpn": "A-2"}], "gtin": EAN}, {"gtin": EAN}),
        ({"gtin": "", "mpn": None, "isbn": ["a"]}, {}),
        ({"mpn": "9" * 65}, {}),
        ({"offers": "none", "hasVariant": 7}, {}),
    ],
)
def test_a_product_has_the_numbers_that_are_its_own(product: dict[str, object], numbers: dict[str, str]) -> None:
    assert told([product]) == numbers


def test_of_several_numbers_of_one_kind_none_is_taken() -> None:
    assert only([("gtin", "1"), ("gtin", "2"), ("mpn", "X1"), ("mpn", "X1")]) == {"mpn": "X1"}


def test_a_shop_s_list_tells_the_bar_code_that_its_variants_share() -> None:
    def product(number: int, *codes: str) -> dict[str, object]:
        variants = [{"id": place, "price": "5.00", "barcode": code} for place, code in enumerate(codes)]
        return {"id": number, "title": f"Mug {number}", "handle": f"mug-{number}", "variants": variants}

    body = json.dumps({"products": [product(1, EAN), product(2, EAN, "4006381333948"), product(3, "")]}).encode()
    one, two, three = MARKETPLACES["shopify"].read(body, "https://shop.example/products.json").offers
    assert one.details["gtin"] == EAN
    assert not {"gtin"} & {*two.details, *three.details}


def test_a_catalogue_s_numbers_are_those_that_a_matcher_knows() -> None:
    named = [("EAN", EAN), ("MINSAN", "1"), ("UPC", "036000291452"), ("UPC", "042100005264")]
    listed = [{"identifierType": kind, "identifier": number} for kind, number in named]
    item = amazon_vendor.item("B000000001", partNumber="fk-200") | {
        "identifiers": [{"marketplaceId": amazon_vendor.GERMANY, "identifiers": listed}]
    }
    url = "https://sellingpartnerapi-eu.amazon.com/catalog/2022-04-01/items?marketplaceIds=A1PA6795UKMFR9"
    (offer,) = MARKETPLACES["amazon"].read(json.dumps({"answers": [{"items": [item]}]}).encode(), url).offers
    assert {name: offer.details.get(name) for name in ("brand", "ean", "upc", "mpn")} == {
        "brand": "Fen", "ean": EAN, "upc": None, "mpn": "fk-200"
    }  # fmt: skip
    assert identifiers(offer.details, "amazon", offer.external_id, "fen") == {
        ("asin", "B000000001"), ("gtin", EAN.zfill(14)), ("mpn", "fen FK200")
    }  # fmt: skip
