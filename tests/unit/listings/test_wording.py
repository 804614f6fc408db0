import pytest
from hypothesis import given
from hypothesis import strategies as st

from wareloom.listings.wording import cleaned, cut, distinct, joined, sentence

FAMILY = "👩\u200d👩\u200d👧"
THUMB = "👍🏽"


@pytest.mark.parametrize(
    ("text", "most", "written"),
    [
        ("camping fox", 11, "camping fox"),
        ("camping fox", 10, "camping"),
        ("made for the fox", 13, "made"),
        ("fox – camping", 6, "fox"),
        ("Coffee & Chaos", 8, "Coffee"),
        ("Donaudampfschiff", 5, "Donau"),
        (f"xx{FAMILY}", 4, "xx"),
        (f"x{THUMB}", 2, "x"),
        ("cafe\u0301s", 4, "caf"),
        ("the of and", 6, "the"),
    ],
)
def test_words_are_cut_where_a_reader_would(text: str, most: int, written: str) -> None:
    assert cut(text, most) == written


@given(st.text() | st.text(alphabet=f"ab –,{FAMILY}{THUMB}\u0301"), st.integers(0, 40))
def test_a_cut_is_a_beginning_and_never_too_long(text: str, most: int) -> None:
    kept = cut(text, most)
    assert len(kept) <= most
    assert text.startswith(kept)


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = cleaned(text)
    assert cleaned(once) == once
    assert "\n" not in once


def test_cleaning_leaves_what_can_be_seen() -> None:
    assert cleaned(f" a\x00b\n\tc\u202e d {FAMILY} ") == f"a b c d {FAMILY}"


@pytest.mark.parametrize(
    ("words", "written"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_words_are_joined_as_they_are_spoken(words: list[str], written: str) -> None:
    assert joined(words) == written


def test_the_first_of_what_is_alike_stays() -> None:
    assert distinct(["Foxes", "fox", "Fox", "foxe", "", "cats", "Cat"]) == ["Foxes", "fox", "cats"]


@pytest.mark.parametrize(("text", "written"), [("", ""), ("a fox", "A fox."), ("Really?", "Really?"), ("so…", "So…")])
def test_a_sentence_has_a_capital_and_an_end(text: str, written: str) -> None:
    assert sentence(text) == written
