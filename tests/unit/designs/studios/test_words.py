from hypothesis import given
from hypothesis import strategies as some

from wareloom.designs.studios.typographic.words import cleaned, even, splits, strongest

word = some.text(alphabet="abcdefghij", min_size=1, max_size=12)
slogans = some.lists(word, min_size=1, max_size=16).map(tuple)


@given(words=slogans, rows=some.integers(min_value=1, max_value=6))
def test_even_rows_keep_every_word_in_order_and_leave_no_row_empty(words: tuple[str, ...], rows: int) -> None:
    found = even(words, rows)
    assert " ".join(found).split() == list(words)
    assert len(found) == min(rows, len(words))
    assert all(found)


@given(words=slogans)
def test_every_way_to_set_a_slogan_keeps_its_words(words: tuple[str, ...]) -> None:
    ways = splits(words, 5)
    assert ways
    assert all(" ".join(rows).split() == list(words) and len(rows) <= 5 for rows in ways)


def test_rows_are_of_about_the_same_length() -> None:
    assert even(("do", "not", "wake", "the", "night", "nurse"), 2) == ("do not wake", "the night nurse")


def test_the_word_that_carries_a_slogan_is_no_small_one() -> None:
    assert strongest(("gravel", "is", "my", "therapy")) == 3
    assert strongest(("cat", "of", "the", "house")) == 3


def test_a_slogan_gets_the_quotes_that_printers_use() -> None:
    assert cleaned('  don\'t   "panic"\n now ') == "don’t “panic” now"


def test_a_letter_and_its_accent_become_one() -> None:
    assert cleaned("cafe\u0301") == "café"
