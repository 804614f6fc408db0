"""How many, and how many stars, in the words of many countries."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wareloom.market.reading.counts import count, stars


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7", 7),
        ("1.2K", 1200),
        ("(1,234)", 1234),
        ("1.234 Bewertungen", 1234),
        ("1 234 avis", 1234),
        ("1\u202f234\u00a0567", 1_234_567),
        ("1’234", 1234),
        ("1,23,456 ratings", 123_456),
        ("12 mil", 12_000),
        ("3,5 tsd.", 3500),
        ("1,2 tys. ocen", 1200),
        ("4,1 тыс.", 4100),
        ("1.2万", 12_000),
        ("3.4萬 已售", 34_000),
        ("12만개", 120_000),
        ("5 พันชิ้น", 5000),
        ("2jt", 2_000_000),
        ("1,2 rb", 1200),
        ("Terjual 10RB+", 10_000),
        ("10M+", 10_000_000),
        ("1,7 Mio. Aufrufe", 1_700_000),
        ("1.2 lakh", 120_000),
        ("1.2B", 1_200_000_000),
        ("١٬٢٣٤", 1234),
        ("\u200f٤٥ تقييم", 45),
        ("98% positive, 120 ratings", 120),
        ("4.8 (3.5k)", 3500),
        ("5 (123)", 123),
        ("4,9 (1,2 mil)", 1200),
        ("4.5 out of 5 stars 1,234 ratings", 1234),
        ("5つ星のうち4.2 890", 890),
        ("12 sold (of late)", 12),
    ],
)
def test_a_count_is_read_however_it_is_rounded(text: str, number: int) -> None:
    assert count(text) == number


@pytest.mark.parametrize(
    "text",
    [None, "", "no reviews yet", "4.5", "4,5 von 5", "98%", "-5", "B07QXW6R2P", "12.5.2026", "1.23.45", "9" * 200, "K"],
)
def test_where_there_is_no_count_there_is_none(text: str | None) -> None:
    assert count(text) is None


@pytest.mark.parametrize(
    ("text", "rating"),
    [
        ("4.5", "4.5"),
        ("4,5", "4.5"),
        ("4.8333", "4.8333"),
        ("5", "5"),
        ("4.3 out of 5 stars", "4.3"),
        ("4,5 von 5 Sternen", "4.5"),
        ("4,7 su 5 stelle", "4.7"),
        ("4,2 sur 5\u00a0étoiles", "4.2"),
        ("4,4 de 5 estrellas", "4.4"),
        ("4,6 van 5 sterren", "4.6"),
        ("4,1 z 5 gwiazdek", "4.1"),
        ("4,8 av 5 stjärnor", "4.8"),
        ("5つ星のうち4.2", "4.2"),
        ("5 yıldız üzerinden 4,5", "4.5"),
        ("별 5개 중 4.5개", "4.5"),
        ("5 में से 4.2 स्टार", "4.2"),
        ("4.5 颗星，最多 5 颗星", "4.5"),
        ("٤٫٥ من 5 نجوم", "4.5"),
        ("3 of 5", "3"),
        ("9/10", "4.5"),
        ("87 / 100", "4.35"),
        ("Rated 4.6 stars by 12 people", "4.6"),
        ("4.8 (3)", "4.8"),
    ],
)
def test_stars_are_out_of_five(text: str, rating: str) -> None:
    assert stars(text) == Decimal(rating)


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "0",
        "0 out of 5",
        "6",
        "11/10",
        "6 out of 5",
        "-4",
        "92%",
        "1,234 ratings",
        "1.2k",
        "B07QXW6R2P",
        "best",
    ],
)
def test_what_is_no_rating_is_none(text: str | None) -> None:
    assert stars(text) is None


@given(st.text() | st.text(alphabet="0123456789.,'() /%+kmKM万から5つ星のうち", max_size=40))
def test_any_text_is_a_count_or_none_and_stars_or_none(text: str) -> None:
    number, rating = count(text), stars(text)
    assert number is None or 0 <= number <= 10**12
    assert rating is None or 0 < rating <= 5
