"""Whether a text is English, and if not, what it most likely is."""

import pytest

from wareloom.kit.mood.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I love this shirt", "en"),
        ("so cute", "en"),
        ("lol", "en"),
        ("love the café in Köln", "en"),
        ("the die is cast", "en"),
        ("me encanta esta camiseta", "es"),
        ("No me gusta nada", "es"),
        ("eu não gosto disso, mas tudo bem", "pt"),
        ("c'est nul, je ne l'aime pas", "fr"),
        ("das ist so schön", "de"),
        ("questo è bellissimo", "it"),
        ("ik vind dit niet mooi", "nl"),
        ("bu çok güzel", "tr"),
        ("aku suka banget sama kaos ini", "id"),
        ("jag tycker inte om det", "sv"),
        ("nie podoba mi się to", "pl"),
        ("мне это не нравится", "ru"),
        ("これはかわいい", "ja"),
        ("이거 너무 좋아요", "ko"),
        ("太好了", "zh"),
        ("هذا جميل جدا", "ar"),
        ("αυτό είναι ωραίο", "el"),
        ("यह बहुत अच्छा है", "hi"),
        ("", "und"),
        ("😂😂 http @user 123 !!!", "und"),
    ],
)
def test_languages_are_told_by_script_and_small_words(text: str, language: str) -> None:
    assert language_of(text) == language


def test_one_foreign_word_does_not_make_a_post_foreign() -> None:
    assert language_of("We had the best 寿司 in town and it was amazing") == "en"
    assert language_of("Viva la vida by Coldplay is the song of my summer") == "en"
