"""What rows say, however people write it; and all that is wrong with one, said at once."""

from contextlib import suppress
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.factories import at
from wareloom.kit.errors import Rejected
from wareloom.kit.ids import new_id
from wareloom.market.document import written
from wareloom.market.imports.columns import corrected, guess, missing
from wareloom.market.imports.kind import BadRowError, Kind
from wareloom.market.imports.kinds.registry import KINDS
from wareloom.market.imports.layout import Decimals, Reading
from wareloom.market.imports.numerals import guessed_decimals
from wareloom.market.uploads.models import Import

NOON = at("2026-11-01T12:00:00")
OFFERS, TERMS = KINDS["offers"], KINDS["terms"]
MUG = {"external_id": "7", "title": "Otter mug", "marketplace": "etsy"}


def read(kind: Kind, cells: dict[str, Any], *, decimals: Decimals | None = None, **fixed: str) -> dict[str, Any]:
    source = Import(id=new_id(), tenant_id=new_id(), kind=kind.name, name="Spring list", created_at=NOON)
    reading = Reading(mapping={field.name: field.name for field in kind.fields}, fixed=fixed, decimals=decimals)
    return kind.read(cells, reading, source)


def wrong(kind: Kind, cells: dict[str, Any]) -> dict[str, str]:
    with pytest.raises(BadRowError) as bad:
        read(kind, cells)
    return dict(bad.value.problems)


@pytest.mark.parametrize(
    ("written", "decimals", "amount", "currency"),
    [
        ("1.299,00 €", None, "1299.00", "EUR"),
        ("US$1,299.00", None, "1299.00", "USD"),
        ("12,5", None, "12.50", None),
        ("1.299", "point", "1.299", None),
        ("1.299", "comma", "1299.00", None),
        ("1,299", "comma", "1.299", None),
        ("1,299", "point", "1299.00", None),
        ("1.299,00 €", "comma", "1299.00", "EUR"),
        ("EUR 7", "point", "7.00", "EUR"),
        ("1 299,50 kr", "comma", "1299.50", None),
        ("0", None, "0.00", None),
        (5, None, "5.00", None),
        (Decimal("5.5"), None, "5.50", None),
        ("٥٫٥٠", None, "5.50", None),
    ],
)
def test_prices_are_read_as_they_are_written(
    written: object, decimals: Decimals | None, amount: str, currency: str | None
) -> None:
    told = read(OFFERS, {**MUG, "price": written}, decimals=decimals)
    assert str(told["price"]) == amount
    if currency:
        assert told["currency"] == currency


@pytest.mark.parametrize("written", ["-5", "$-3", "- 3 €", "(5.00)", "free?", "9" * 400, "NaN", "Infinity", True, [5]])
def test_what_is_no_price_is_said(written: object) -> None:
    assert set(wrong(OFFERS, {**MUG, "price": written})) == {"price"}


def test_all_that_is_wrong_with_a_row_is_said_at_once() -> None:
    cells = {
        "title": " ",
        "external_id": "x" * 300,
        "marketplace": "<b>",
        "rating": "7 stars of 5",
        "reviews_count": "many",
        "product_url": "javascript:alert(1)",
        "availability": "maybe",
        "seen_at": "01/02/2026",
        "currency": "money",
        "sponsored": "perhaps",
    }
    found = wrong(OFFERS, cells)
    assert set(found) == set(cells)
    assert found["title"] == "is missing."
    assert "2026-11-30" in found["seen_at"]
    assert all(problem.endswith(".") for problem in found.values())


def test_an_offer_is_read_with_everything_that_it_tells() -> None:
    told = read(
        OFFERS,
        {
            **MUG,
            "price": "12,50 €",
            "list_price": "15 €",
            "rating": "4,5 von 5",
            "reviews_count": "1.2K",
            "availability": "https://schema.org/OutOfStock",
            "rank": 3,
            "tags": ["otter", "mug", "otter"],
            "category_path": "Home > Kitchen > Mugs",
            "sponsored": "yes",
            "product_url": "//shop.example/mug",
            "seen_at": "2026-10-01T12:00:00+02:00",
        },
    )
    assert (told["price"], told["list_price"], told["currency"]) == (Decimal("12.50"), Decimal(15), "EUR")
    assert (told["rating"], told["reviews_count"], told["rank"]) == (Decimal("4.5"), 1200, 3)
    assert (told["availability"], told["sponsored"]) == ("out_of_stock", True)
    assert (told["tags"], told["category_path"]) == (("otter", "mug"), ("Home", "Kitchen", "Mugs"))
    assert told["product_url"] == "https://shop.example/mug"
    assert told["seen_at"] == datetime(2026, 10, 1, 10, tzinfo=UTC)


def test_what_a_row_leaves_out_follows_from_its_address_and_its_import() -> None:
    told = read(OFFERS, {"title": "Mug", "product_url": "https://www.etsy.com/listing/7/mug?ref=x"})
    assert (told["marketplace"], told["external_id"]) == ("etsy", "https://www.etsy.com/listing/7/mug")
    assert told["seen_at"] == NOON
    assert read(OFFERS, {"title": "Mug", "product_url": "https://shop.example/mug"})["marketplace"] == "shop.example"
    assert read(OFFERS, {**MUG, "marketplace": ""}, marketplace="Etsy")["marketplace"] == "etsy"


@pytest.mark.parametrize(
    ("url", "identity"),
    [
        ("https://shop.example/index.php?product_id=49", "https://shop.example/index.php?product_id=49"),
        ("https://shop.example/p?size=2&id=7#top", "https://shop.example/p?id=7&size=2"),
        (
            "https://shop.example/p?UTM_Source=a&gclid=b&fbclid=c&msclkid=d&ref=e&ref_=f&tag=g&affid=h&id=7",
            "https://shop.example/p?id=7",
        ),
        ("https://shop.example/p?_pos=1&_sid=2&_ss=r#reviews", "https://shop.example/p"),
        ("https://shop.example/p?reference=7&tags=8", "https://shop.example/p?reference=7&tags=8"),
    ],
)
def test_an_address_is_an_identity_without_what_only_tracks(url: str, identity: str) -> None:
    assert read(OFFERS, {"title": "Mug", "product_url": url})["external_id"] == identity


def test_an_address_that_nobody_can_take_apart_is_no_identity() -> None:
    bad = {"title": "Mug", "marketplace": "etsy", "product_url": "https://[shop.example/mug"}
    assert wrong(OFFERS, bad).keys() == {"external_id"}


def test_a_formula_is_a_title_like_any_other_and_null_bytes_are_none() -> None:
    told = read(OFFERS, {**MUG, "title": "=cmd|'/c calc'!A1", "seller": "a\x00b"})
    assert (told["title"], told["seller"]) == ("=cmd|'/c calc'!A1", "a b")


def test_a_term_is_read_with_its_measures() -> None:
    told = read(TERMS, {"term": "Otter  mug", "score": "-3,5", "volume": "12,100", "rank": "2", "day": "2026-10-01"})
    assert (told["term"], told["score"], told["volume"], told["rank"]) == ("Otter mug", Decimal("-3.5"), 12100, 2)
    assert (told["list_name"], str(told["day"]), told["region"]) == ("Spring list", "2026-10-01", "")
    assert wrong(TERMS, {"term": "", "day": "2199-01-01", "score": "high"}).keys() == {"term", "day", "score"}


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.decimals() | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(list(KINDS)), st.data())
def test_whatever_stands_in_a_cell_is_read_or_said_to_be_wrong(name: str, data: st.DataObject) -> None:
    kind = KINDS[name]
    cells = data.draw(st.dictionaries(st.sampled_from([field.name for field in kind.fields]), ANYTHING))
    styles: list[Decimals | None] = [None, "point", "comma"]
    decimals = data.draw(st.sampled_from(styles))
    with suppress(BadRowError):
        told = read(kind, {**MUG, "term": "x", **cells}, decimals=decimals)
        assert written([told]), "a database can keep it"


def test_columns_are_known_by_the_names_that_people_give_them() -> None:
    columns = ["Listing ID", "Product Name", "reviewCount", "SALE PRICE", "Währung", "Shop", "Notes", "title (old)"]
    assert guess(OFFERS, columns) == {
        "external_id": "Listing ID",
        "title": "Product Name",
        "price": "SALE PRICE",
        "currency": "Währung",
        "reviews_count": "reviewCount",
        "seller": "Shop",
    }
    assert guess(TERMS, ["Keyword", "Avg. monthly searches", "#"]) == {
        "term": "Keyword",
        "rank": "#",
        "volume": "Avg. monthly searches",
    }


@pytest.mark.parametrize("name", KINDS)
def test_every_field_and_every_other_name_of_it_leads_to_it_alone(name: str) -> None:
    kind = KINDS[name]
    for field in kind.fields:
        for called in (field.name, *field.called):
            assert guess(kind, [called]) == {field.name: called}


def test_a_person_is_right_about_columns() -> None:
    columns = ["name", "title", "id", "price"]
    assert corrected(OFFERS, columns, {"title": "name", "price": None}, {}) == {"external_id": "id", "title": "name"}
    with pytest.raises(Rejected, match=r"no column “cost”\. It has: name, title"):
        corrected(OFFERS, columns, {"price": "cost"}, {})
    with pytest.raises(Rejected, match="no field “colour”"):
        corrected(OFFERS, columns, {}, {"colour": "red"})


def test_what_is_missing_is_said_by_name() -> None:
    assert len(missing(OFFERS, {}, {})) == 3
    assert missing(OFFERS, {"title": "a", "product_url": "b"}, {}) == []
    assert missing(OFFERS, {"title": "a", "external_id": "b"}, {"marketplace": "etsy"}) == []


@pytest.mark.parametrize(
    ("prices", "told"),
    [
        (["1.299,00 €", "5"], "comma"),
        (["1,299.00", "5.00"], "point"),
        (["1.299", "1,299"], None),
        (["5.00", "5,00"], None),
        ([], None),
    ],
)
def test_how_decimals_are_written_is_told_where_the_numbers_agree(prices: list[str], told: str | None) -> None:
    assert guessed_decimals(prices) == told
