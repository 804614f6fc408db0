"""When two slogans are the same joke."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wareloom.ideas.likeness import Known, alike, fingerprint


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("One More Skein", "one more skeins!"),
        ("Powered by Cold Coffee & Night Shifts", "Night Shifts, Powered by Cold Coffee"),
        ("Do Not Disturb: Foraging in Progress", "Do not disturb, foraging in progress"),
        ("Fossil Hunter Club", "Fossil Huntr Club"),
        ("Café First", "CAFE first"),
        ("Gone Fishing", "Gone Fish"),
        ("Warning: Will Talk About Trilobites", "Warning: May Talk About Trilobites"),
        ("猫", "猫!"),
        ("Don’t Rush", "Don't rush"),
    ],
)
def test_alike(one: str, other: str) -> None:
    assert alike(one, other)
    assert alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Just One More Trilobite", "Just One More Ammonite"),
        ("Home Is Where the Kilns Are", "Home Is Where the Sourdough Is"),
        ("Cat Mom", "Cat Dad"),
        ("Welding Is My Love Language", "Welding Is My Retirement Plan"),
        ("猫", "犬"),
    ],
)
def test_not_alike(one: str, other: str) -> None:
    assert not alike(one, other)


def test_a_fingerprint_keeps_the_stems_alone() -> None:
    assert fingerprint("Just One More Trilobite!") == fingerprint("One more TRILOBITES")
    assert fingerprint("Cat Mom") != fingerprint("Cat Dad")


@given(st.text(min_size=1, max_size=60).filter(lambda text: any(map(str.isalnum, text))))
def test_every_slogan_has_a_fingerprint_and_is_like_itself(slogan: str) -> None:
    assert fingerprint(slogan)
    assert alike(slogan, slogan)


@given(st.text("abcde ", min_size=1, max_size=20), st.text("abcde ", min_size=1, max_size=20))
def test_the_same_fingerprint_is_always_alike(one: str, other: str) -> None:
    """Or the database would refuse what was let through here."""
    if one.strip() and other.strip() and fingerprint(one) == fingerprint(other):
        assert alike(one, other)


def test_the_closest_of_many_is_named() -> None:
    known = Known([f"Slogan Number {number} of Many" for number in range(2000)] + ["Trust the Kiln"])
    assert known.match("Trust Kilns") == "Trust the Kiln"
    assert known.match("Entirely Something Else") is None
