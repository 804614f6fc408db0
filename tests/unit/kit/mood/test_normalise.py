"""What the model is given to read."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wareloom.kit.mood.emoji import EMOTICONS, worded
from wareloom.kit.mood.normalise import LONGEST, normalised, tidied


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("see https://t.co/a?b=c now", "see http now"),
        ("WWW.shop.example/x is down", "http is down"),
        ("thanks @joe_b!", "thanks @user !"),
        ("@joe@mastodon.social hi", "@user hi"),
        ("mail joe@shop.example", "mail joe@shop.example"),
        ("#BestDayEver2024 yes", "Best Day Ever 2024 yes"),
        ("#NYCFashion_week", "NYC Fashion week"),
        ("item #1", "item 1"),
        ("love it 😍", "love it in love"),
        ("👍🏽👍🏽", "thumbs up good thumbs up good"),
        ("❤️", "love"),
        ("so 😂😂😂😂😂😂", "so laughing laughing laughing"),
        ("hello 🇩🇪", "hello"),
        ("nice :) but :(", "nice smile but sad"),
        ("http://x.example/:)", "http"),
        ("at 10:00)", "at 10:00)"),
        ("sooooo goooood!!!!!", "soo good!!!"),
        ("fish &amp; chips &lt;3", "fish & chips love"),
        ("𝓯𝓪𝓷𝓬𝔂", "fancy"),
        ("a\x00b\u200bc\u202ed", "a bcd"),
        (" \n\t ", ""),
        ("", ""),
    ],
)
def test_what_is_not_a_word_becomes_one(written: str, read: str) -> None:
    assert normalised(written) == read


def test_models_of_others_are_given_emoji_and_hashtags_as_they_are() -> None:
    assert tidied("@joe 😍 #Fox\x00 https://x.example :)") == "@user 😍 #Fox http :)"


def test_emoji_without_a_word_of_ours_are_called_what_unicode_calls_them() -> None:
    assert worded("a 🦊 b").split() == ["a", "fox", "face", "b"]


def test_every_emoticon_is_heard() -> None:
    assert [sign for sign, word in EMOTICONS.items() if normalised(f"well {sign}") != f"well {word}"] == []


@given(st.text())
def test_what_was_read_holds_nothing_hidden_and_reads_the_same_again(text: str) -> None:
    read = normalised(text)
    assert read.isprintable() or not read
    assert len(read) <= LONGEST
    read.encode()


@pytest.mark.parametrize("piece", ["@", "#", "a@", "#a_", ":(", "&amp;", "http://", "😂", "aA", "\u202e", "<", "ａ"])
def test_a_megabyte_of_anything_is_read(piece: str) -> None:
    """A pattern that tries everything twice would not come back from it."""
    assert len(normalised(piece * (1_000_000 // len(piece)))) <= LONGEST


def test_noise_is_read() -> None:
    noise = random.Random(5)  # noqa: S311 - to be repeated, not to be secret
    for _ in range(200):
        text = "".join(chr(noise.randrange(0x11_0000)) for _ in range(80))
        normalised(text).encode()
