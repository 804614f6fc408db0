from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wareloom.cli.show import clean
from wareloom.cli.spell import money, span, sparkline

START = datetime(2026, 5, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("price", "currency", "words"),
    [
        ("19.9", "USD", "19.90 USD"),
        ("20", "EUR", "20.00 EUR"),
        ("1500", "JPY", "1500 JPY"),
        ("0.0125", "USD", "0.0125 USD"),
        ("7", None, "7.00"),
        (None, "USD", ""),
    ],
)
def test_a_price_is_spelled_as_its_currency_is(price: str | None, currency: str | None, words: str) -> None:
    assert money(price, currency) == words


@pytest.mark.parametrize(
    ("end", "words"),
    [
        ("2026-05-01T00:00:08.400Z", "8 s"),
        ("2026-05-01T00:03:20Z", "3 min 20 s"),
        ("2026-05-02T02:05:59Z", "26 h 5 min"),
        (None, ""),
    ],
)
def test_a_span_is_told_as_finely_as_anybody_wants_to_know(end: str | None, words: str) -> None:
    assert span("2026-05-01T00:00:00Z", end) == words
    assert span(None, end) == ""


def test_a_sparkline_holds_a_price_until_the_next_was_seen() -> None:
    points = [(START, Decimal(10)), (START + timedelta(days=9), Decimal(20))]
    assert sparkline(points, width=10) == "▁▁▁▁▁▁▁▁▁█"


def test_a_flat_or_single_price_is_a_flat_line() -> None:
    assert sparkline([(START, Decimal(10)), (START + timedelta(days=1), Decimal(10))], width=4) == "▁▁▁▁"
    assert sparkline([(START, Decimal(10))], width=4) == "▁"
    assert sparkline([], width=4) == ""


@given(
    st.lists(st.tuples(st.integers(0, 10**7), st.decimals(0, 10**6, places=2)), min_size=2, unique_by=lambda p: p[0])
)
def test_a_sparkline_is_as_wide_as_asked_and_touches_both_ends(moves: list[tuple[int, Decimal]]) -> None:
    points = [(START + timedelta(seconds=second), price) for second, price in sorted(moves)]
    line = sparkline(points, width=30)
    assert len(line) == 30
    assert "▁" in line


@given(st.text())
def test_nothing_that_moves_the_cursor_gets_through(text: str) -> None:
    assert not {"\x1b", "\n", "\r", "\x9b", "\x07", "\u202e"} & set(clean(text))
    assert len(clean(text)) == len(text)
