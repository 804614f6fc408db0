import pytest
from hypothesis import given
from hypothesis import strategies as some

from wareloom.trends.mentions.spot import phrases, search, snippet, spots

KEYS = {"sauna", "sauna ladle", "birch whisk", "puppy", "woman"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Saunas are warm", [("sauna", "Saunas", 0)]),
        ("A sauna ladle, and a sauna.", [("sauna ladle", "sauna ladle", 2), ("sauna", "sauna", 21)]),
        ("birch-whisks", [("birch whisk", "birch-whisks", 0)]),
        ("of birch. Whisks are round", []),
        ("the puppies' names", [("puppy", "puppies", 4)]),
        ("WOMEN", [("woman", "WOMEN", 0)]),
        ("saunalike, unsauna", []),
        ("", []),
    ],
)
def test_phrases_are_spotted_as_they_stand_the_longest_first(text: str, found: list[tuple[str, str, int]]) -> None:
    assert [tuple(one) for one in spots(text, KEYS)] == found


@given(some.text(max_size=200))
def test_whatever_is_spotted_is_one_of_the_phrases_and_stands_in_the_text(text: str) -> None:
    known = phrases(text)
    for spot in spots(text, known):
        assert spot.key in known
        assert text[spot.start :].startswith(spot.said)


def test_a_search_finds_every_form() -> None:
    assert search("puppy") == "('pupp':*)"
    assert search("woman tee") == "('woman':* | 'women':*) & ('tee':*)"
    assert search("rock'n'roll") == "('rock''n''roll':*)"


@given(some.text("ab ", min_size=1, max_size=600), some.integers(0, 599))
def test_a_snippet_holds_the_place_and_is_short(text: str, at: int) -> None:
    at = min(at, len(text) - 1)
    cut = snippet(text, at, longest=60)
    assert len(cut) <= 64
    assert cut.strip("… ") in text


def test_a_snippet_is_cut_between_words() -> None:
    text = f"{'before ' * 30}SAUNA {'after ' * 30}"
    cut = snippet(text, text.index("SAUNA"), longest=60)
    assert "SAUNA" in cut
    assert set(cut.split()) == {"…", "before", "SAUNA", "after"}
