"""What is left of a title when all is taken away that says how something is made, sold or worded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wareloom.market.matching.measures import take
from wareloom.market.matching.wording import known_kind, plain, read_title


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sourdough Starters Mug", "SOURDOUGH starter mug"),
        ("Café Crème Poster", "cafe creme poster"),
        ("Mushroom Forager Tee – Free Shipping!", "[READY STOCK] Mushroom Forager Tee, Best Seller"),
        ("Cat Mom's Tote", "Cat Mom’s Tote"),
        ("Groovy Foxes Hoodie #fyp #trending", "Groovy Fox Hoodie"),
        ("Ｗｉｄｅ Ｏｃｔｏｐｕｓ mug", "Wide Octopus Mug"),
    ],
)
def test_case_marks_plurals_and_phrases_of_selling_make_no_difference(one: str, other: str) -> None:
    assert read_title(one) == read_title(other)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Library Card Mug with Date Stamp", "mug"),
        ("Mug with Library Card", "mug"),
        ("Bottle Cap T-Shirt in Vintage Style, Poster Lover Present", "tee"),
        ("Born for Yarn Ball Hoodie", "hoodie"),
        ("Lustige Kaffeetasse Bienen", "mug"),
        ("Taza de abejas", "mug"),
        ("Axolotl with bubbles", None),
    ],
)
def test_the_kind_is_what_a_title_names_and_not_what_it_is_about(title: str, kind: str | None) -> None:
    assert read_title(title).kind == kind


def test_colours_and_sizes_are_attributes_where_they_stand_alone() -> None:
    told = read_title("Black Cat Household Tee, Navy Blue, XL")
    assert (told.colours, told.sizes) == ({"navy"}, {"xl"})
    assert {"black", "cat", "household"} <= told.words
    assert read_title("Tee, Schwarz").colours == read_title("Tee (black)").colours == {"black"}


@pytest.mark.parametrize(
    ("title", "pack"),
    [
        ("Bee Sticker, Pack of 3", 3),
        ("3er Pack Bienen Sticker", 3),
        ("Bee Sticker 12 pcs", 12),
        ("Set of two bees", 2),
        ("Lot de 4 mugs", 4),
        ("Bee Sticker", 1),
    ],
)
def test_how_many_come_together(title: str, pack: int) -> None:
    assert read_title(title).quantities.pack == pack


def test_numbers_with_units_are_measures_and_others_stay_numbers() -> None:
    told, rest = take(plain("15oz Mug 30x40 cm, 100% Cotton, 40th Birthday, Class of 2026"))
    assert told.measures == {("ml", 443.6), ("side 1", 300.0), ("side 2", 400.0)}
    assert told.numbers == {"40", "2026"}
    assert "oz" not in rest


def test_a_maker_is_no_word_of_the_product_and_a_model_is() -> None:
    told = read_title("Copper Heron Press Bee Mug WH1000XM4", maker="Copper Heron Press")
    assert told.words == {"bee", "wh1000xm4"}
    assert told.models == {"wh1000xm4"}


def test_languages_without_spaces_are_read_two_letters_at_a_time() -> None:
    one, other = read_title("猫柄マグカップ"), read_title("かわいい猫柄マグカップ")
    assert one.words <= other.words
    assert len(one.words) == 6


def test_a_kind_that_nobody_knows_is_none() -> None:
    assert (known_kind("Phone Case"), known_kind("spaceship"), known_kind(None)) == ("phone case", None, None)


@given(st.text(max_size=300))
def test_any_text_can_be_read_and_reads_the_same_again(title: str) -> None:
    assert read_title(title) == read_title(title)
