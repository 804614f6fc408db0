"""A brief from a trend's plain values, its season and the palettes that go with it."""

from datetime import date
from decimal import Decimal

import pytest

from tests.unit.ideas.briefs import dice, sample_briefs
from wareloom.ideas.brief import Brief, price_level
from wareloom.ideas.compose import facts
from wareloom.ideas.grammar.scene import STYLES
from wareloom.ideas.palettes import palettes, suiting
from wareloom.ideas.season import season
from wareloom.kit.errors import Rejected


@pytest.mark.parametrize(
    ("day", "name", "occasions"),
    [
        (date(2025, 12, 30), "winter", ["Valentine’s Day"]),
        (date(2026, 1, 5), "winter", ["Valentine’s Day"]),
        (date(2025, 3, 25), "spring", ["Earth Day", "teacher appreciation week", "Mother’s Day", "graduation"]),
        (date(2025, 8, 25), "summer", ["sweater weather", "Halloween"]),
        (date(2025, 10, 20), "autumn", ["Thanksgiving", "Christmas"]),
        (date(2025, 11, 20), "autumn", ["Christmas", "New Year"]),
    ],
)
def test_occasions_lie_four_to_ten_weeks_ahead(day: date, name: str, occasions: list[str]) -> None:
    found = season(day)
    assert found.name == name
    assert [each.name for each in found.occasions] == occasions


def test_movable_days_fall_where_the_calendar_has_them() -> None:
    days = {each.name: each.day for month in (2, 4, 9) for each in season(date(2025, month, 10)).occasions}
    assert days["Easter"] == date(2025, 4, 20)
    assert days["Mother’s Day"] == date(2025, 5, 11)
    assert days["Father’s Day"] == date(2025, 6, 15)
    assert season(date(2024, 10, 1)).occasions[-1].day == date(2024, 11, 28)


def test_the_south_has_the_other_season() -> None:
    assert season(date(2025, 7, 1), southern=True).name == "winter"
    assert season(date(2025, 10, 1), southern=True).name == "spring"


@pytest.mark.parametrize(
    ("average", "currency", "level"),
    [
        ("12", "USD", "budget"),
        ("24", "EUR", "middle"),
        ("45", "USD", "premium"),
        ("2400", "JPY", "budget"),
        ("3900", "JPY", "middle"),
        ("99", "XTS", "middle"),
    ],
)
def test_a_price_level_is_worth_the_same_in_every_currency(average: str, currency: str, level: str) -> None:
    assert price_level(Decimal(average), currency) == level


def test_a_brief_survives_json() -> None:
    made = Brief.of(
        name=" fossil   hunter ",
        day=date(2025, 8, 1),
        words=["ammonite", "Ammonite", " "],
        price_avg=Decimal("21.50"),
        currency="USD",
        marketplaces={"sample": 3, "etsy": 9},
    )
    assert Brief.model_validate_json(made.model_dump_json()) == made
    assert (made.niche, made.words, made.marketplaces) == ("fossil hunter", ("Ammonite",), ("etsy", "sample"))


def test_products_said_in_the_trend_come_first() -> None:
    made = Brief.of(name="sourdough mug", day=date(2025, 8, 1), price_avg=Decimal(60), currency="USD")
    assert made.products[0] == "mug"
    assert "poster" in made.products


def test_a_trend_without_letters_is_refused() -> None:
    with pytest.raises(Rejected, match="no words"):
        Brief.of(name="!!!", day=date(2025, 8, 1), words=["🍄"])


def test_a_palette_suits_its_style_and_is_not_used_twice() -> None:
    suited = sum("minimalist" in suiting("minimalist", "winter", dice(seed)).suits for seed in range(200))
    assert suited > 140
    taken = [each.name for each in palettes()[1:]]
    assert suiting("minimalist", "winter", dice(1), without=taken) == palettes()[0]


def test_every_style_of_the_sample_market_has_palettes_and_a_technique() -> None:
    suits = frozenset[str]().union(*(each.suits for each in palettes()))
    for style in {style for each in sample_briefs() for style in each.styles}:
        assert set(style.split()) & suits
        assert style in STYLES


def test_what_offers_say_alike_is_told_to_whoever_has_the_ideas() -> None:
    patterns = {
        "colour": ["navy"],
        "tone": ["funny"],
        "occasion": ["Christmas"],
        "recipient": ["nurse"],
        "price": ["mid"],
    }
    made = Brief.of(name="night shift", day=date(2025, 8, 1), patterns=patterns)
    assert (made.colours, made.tones, made.occasions, made.recipients) == (
        ("navy",), ("funny",), ("Christmas",), ("nurse",),
    )  # fmt: skip
    told = facts(made, 3, ())
    assert "Given to: nurse\nGiven for: Christmas\nColours that sell: navy\nTone that sells: funny" in told
    assert "Given" not in facts(Brief.of(name="night shift", day=date(2025, 8, 1)), 3, ())
