"""Prices as people and programs write them."""

import json
import os
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wareloom.market.currencies import code
from wareloom.market.price import LARGEST, hundredths, parse, plain, written_currency

DATA = Path(os.environ.get("WARELOOM_REAL_DATA", Path(__file__).parents[4] / "shared" / "data"))
STRINGS = DATA / "pages" / "prices" / "price_strings_open.json"


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("€ 12,50", "12.50", "EUR"),
        ("12.50 EUR", "12.50", "EUR"),
        ("1.234,56 €", "1234.56", "EUR"),
        ("£1,234.56", "1234.56", "GBP"),
        ("1 234,56 zł", "1234.56", "PLN"),
        ("CHF 1’234.50", "1234.50", "CHF"),
        ("₹1,23,456.00", "123456.00", "INR"),
        ("Rp 350.000", "350000.00", "IDR"),
        ("12,000원", "12000.00", "KRW"),
        ("12,345.678 OMR", "12345.678", "OMR"),
        ("1.250 KWD", "1.25", "KWD"),
        ("0.999 €", "0.999", "EUR"),
        ("19€99", "19.99", "EUR"),
        ("1250€600", "1250.60", "EUR"),
        ("$ 8. 94", "8.94", None),
        ("US $1.23", "1.23", "USD"),
        ("NZD $100.70", "100.70", "NZD"),
        ("$100 AUD", "100.00", "AUD"),
        ("AED 8000 (USD 2179)", "8000.00", "AED"),
        ("3 pieces for only 14,85 EUR", "14.85", "EUR"),
        ("20% off: 8.00 $", "8.00", None),
        ("from kr 1.198,-", "1198.00", None),
        ("٢٥٫٥٠ ر.س", "25.50", "SAR"),
        ("200Q", "200.00", "GTQ"),
        ("Queen size 200", "200.00", None),
        ("труба 7", "7.00", None),
        ("free", None, None),
        ("July, 2004", None, None),
        ("25-09", None, None),
        ("Free shipping on orders over $49", None, None),
        ("50%", None, None),
        ("", None, None),
        (None, None, None),
        ("9" * 400, None, None),
    ],
)
def test_a_price_has_an_amount_and_perhaps_a_currency(
    text: str | None, amount: str | None, currency: str | None
) -> None:
    assert parse(text) == (None if amount is None else Decimal(amount), currency)


@pytest.mark.parametrize(
    ("text", "hint", "currency"),
    [
        ("$5", "CAD", "CAD"),
        ("$5", "price in US$", "USD"),
        ("€5", "USD", "EUR"),
        ("5", "gbp", "GBP"),
        ("5 kr", "SEK", "SEK"),
        ("5", "$", None),
        ("5", "sold out", None),
        ("5", None, None),
    ],
)
def test_a_hint_counts_where_the_price_leaves_the_currency_open(
    text: str, hint: str | None, currency: str | None
) -> None:
    assert parse(text, hint).currency == currency


@pytest.mark.parametrize(
    ("value", "amount"),
    [(5, "5.00"), (5.25, "5.25"), ("5.123456", "5.1235"), (" 5 ", "5.00"), ("5,25", "5.25"), (0, "0.00")],
)
def test_a_program_s_price_is_exact(value: object, amount: str) -> None:
    assert f"{plain(value):f}" == amount


@pytest.mark.parametrize("value", [None, True, [], {}, "", "x", "NaN", "sNaN", "-1", -1, float("inf"), 10**11, "1e99"])
def test_what_is_no_price_is_none(value: object) -> None:
    assert plain(value) is None
    assert hundredths(value) is None


@pytest.mark.parametrize(("value", "amount"), [(1999, "19.99"), ("1999", "19.99"), (100, "1.00"), (0, "0.00")])
def test_hundredths_are_made_whole(value: object, amount: str) -> None:
    assert f"{hundredths(value):f}" == amount


@given(st.text() | st.text(alphabet="0123456789.,' €$%-eкрRр٫\u00a0", max_size=30), st.none() | st.text(max_size=10))
def test_any_text_is_a_price_or_none(text: str, hint: str | None) -> None:
    amount, currency = parse(text, hint)
    assert amount is None or 0 <= amount <= LARGEST
    assert currency is None or currency.isalpha()


@pytest.mark.real_data
@pytest.mark.skipif(not STRINGS.exists(), reason="no real data")
def test_nearly_all_collected_price_strings_are_read_right() -> None:
    rows = json.loads(STRINGS.read_text(), parse_float=Decimal, parse_int=Decimal)
    read = [(parse(row["price_raw"], row["currency_raw"]), row) for row in rows]
    amounts = sum(price.amount == row["amount"] for price, row in read)
    codes = sum(price.currency == code(row["currency"]) for price, row in read)
    spelled = sum(
        (written_currency(row["price_raw"]) or written_currency(row["currency_raw"])) == row["currency"] for row in rows
    )
    assert amounts / len(rows) >= 0.985
    assert codes / len(rows) >= 0.995
    assert spelled / len(rows) >= 0.995
