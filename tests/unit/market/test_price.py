"""Prices as people and programs write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wareloom.market.price import LARGEST, hundredths, parse, plain, price_range, written_currency


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
        ("1.299,00 €", "1299.00", "EUR"),
        ("Rp12.500", "12500.00", "IDR"),
        ("Rp. 12.500", "12500.00", "IDR"),
        ("Rs.450", "450.00", "INR"),
        ("S/.12.50", "12.50", "PEN"),
        ("¥1,280", "1280.00", None),
        ("1,280円(税込)", "1280.00", "JPY"),
        ("１，２８０円", "1280.00", "JPY"),
        ("CHF 12.–", "12.00", "CHF"),
        ("Prijs: € 1.299,–", "1299.00", "EUR"),
        ("1'50 €", "1.50", "EUR"),
        ("19⁹⁹ €", "19.99", "EUR"),
        ("1234.567", "1234.567", None),
        ("0.00045 BTC", "0.00045", "BTC"),
        ("12.500.000 ₫", "12500000.00", "VND"),
        ("399k ₫", "399000.00", "VND"),
        ("Rp1,5 juta", "1500000.00", "IDR"),
        ("¥1.2万", "12000.00", None),
        ("AU $12.50", "12.50", "AUD"),
        ("C $8.95", "8.95", "CAD"),
        ("Get a $5 hat", "5.00", None),
        ("15.08.2017", None, None),
        ("12:30", None, None),
    ],
)
def test_a_price_has_an_amount_and_perhaps_a_currency(
    text: str | None, amount: str | None, currency: str | None
) -> None:
    assert parse(text) == (None if amount is None else Decimal(amount), currency)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Was $20.00 Now $15.00", "15.00"),
        ("Now $15.00 Was $20.00", "15.00"),
        ("Statt 249,00 € nur 199,00 €", "199.00"),
        ("Ursprünglicher Preis war: 20,00 €. Aktueller Preis ist: 15,00 €.", "15.00"),
        ("Regular price$20.00Sale price$15.00", "15.00"),
        ("van € 20 voor € 15", "15.00"),
        ("通常価格 2,000円 1,500円", "1500.00"),
        ("Save $5.00 $20.00", "20.00"),
        ("$5 off $20.00", "20.00"),
        ("Was $20.00", "20.00"),
        ("$59.49$69.99", "59.49"),
        ("12,99€15,99€", "12.99"),
        ("€12€15", "12.00"),
        ("125.00 135.00 €", "135.00"),
        ("(0,54 €/100 g) 12,99 €", "12.99"),
        ("12,99 € (25,98 € / l)", "12.99"),
        ("20 % MwSt. 119,00 €", "119.00"),
        ("MP3 player 20 €", "20.00"),
        ("MP3 player 20", "20.00"),
        ("$19.99 + Free Shipping over $49", "19.99"),
        ("19,99 € versandkostenfrei ab 49 €", "19.99"),
    ],
)
def test_what_is_asked_is_told_from_what_was_asked_and_from_remarks(text: str, amount: str) -> None:
    assert parse(text).amount == Decimal(amount)


@pytest.mark.parametrize(
    ("text", "low", "high", "currency"),
    [
        ("$24.17 - 24.69", "24.17", "24.69", None),
        ("10 – 20 €", "10.00", "20.00", "EUR"),
        ("EUR 12,50 bis EUR 15,00", "12.50", "15.00", "EUR"),
        ("1,280円～2,480円", "1280.00", "2480.00", "JPY"),
        ("Rp12.500 - Rp20.000", "12500.00", "20000.00", "IDR"),
        ("de 10 € a 20 €", "10.00", "20.00", "EUR"),
        ("from $5.00", "5.00", "5.00", None),
        ("20 € - 10 €", "20.00", "20.00", "EUR"),
        ("10,00 € / 19,56 лв.", "10.00", "10.00", "EUR"),
    ],
)
def test_a_range_has_two_ends(text: str, low: str, high: str, currency: str | None) -> None:
    assert price_range(text) == (Decimal(low), Decimal(high), currency)
    assert parse(text) == (Decimal(low), currency)


def test_no_price_is_no_range() -> None:
    assert price_range("sold out", "EUR") == (None, None, "EUR")
    assert price_range(None) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "spelled"), [("AU $ 5", "AU $"), ("Size L $20", "$"), ("USD 5 ($)", "USD"), ("$15/YR", "$"), ("5", None)]
)
def test_a_currency_is_known_by_its_spelling(text: str, spelled: str | None) -> None:
    assert written_currency(text) == spelled


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


@given(st.text(alphabet="0123456789.,' €$()-%", max_size=300))
def test_a_range_begins_where_the_price_is(text: str) -> None:
    low, high, _ = price_range(text)
    assert low == parse(text).amount
    assert low is None or high is None or low <= high
