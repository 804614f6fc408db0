"""Which words of a post are hashtags."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wareloom.social.networks.tiktok.hashtags import hashtags


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ()),
        ("no tags", ()),
        ("#one two #three", ("one", "three")),
        ("#one#two#three", ("one", "two", "three")),
        ("(@Lisbon), (#Lisbon), #OtterWeek.", ("Lisbon", "OtterWeek")),
        ("#3Otters #otter_life #sea-otter", ("3Otters", "otter_life", "sea")),
        ("#수달 #カワウソ #ऊदबिलाव #นาก #rái_cá", ("수달", "カワウソ", "ऊदबिलाव", "นาก", "rái_cá")),
        ("＃ラッコ #fypシ゚viral🖤", ("ラッコ", "fypシ゚viral🖤")),
        ("#ottersquad🦦 #crew👩🏽‍🚀", ("ottersquad🦦", "crew👩🏽‍🚀")),
        ("#Otter #OTTER #otter", ("Otter",)),
        ("# one ## #! a#b", ("b",)),
        ("#one\n#two", ("one", "two")),
    ],
)
def test_a_hashtag_ends_where_its_word_does(text: str, found: tuple[str, ...]) -> None:
    assert hashtags(text, []) == found


def test_what_is_told_beside_the_text_comes_after_it_and_once() -> None:
    assert hashtags("#SeaOtter swims", ["seaotter", "#wild", "wild", ""]) == ("SeaOtter", "wild")


@given(st.text(max_size=60), st.lists(st.text(max_size=20), max_size=4))
def test_a_hashtag_is_one_word(text: str, told: list[str]) -> None:
    found = hashtags(text, told)
    assert all(tag and "#" not in tag and not any(map(str.isspace, tag)) for tag in found)
    assert len({tag.casefold() for tag in found}) == len(found)
