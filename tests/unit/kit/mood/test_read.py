"""Moods of texts, by a model whose every answer can be worked out."""

from pathlib import Path

import pytest

from tests.support.models import make_model, make_two_headed
from wareloom.kit.mood.classifier import Classifier, classifier
from wareloom.kit.mood.export import read_export
from wareloom.kit.mood.mood import Mood
from wareloom.kit.mood.read import read_moods

SENTIMENTS = dict(enumerate(["negative", "neutral", "positive"]))
EMOTIONS = dict(enumerate(["anger", "disgust", "fear", "joy", "sadness", "surprise", "neutral"]))
WORDS = {
    "love": [0, 0, 3, 0, 0, 0, 3, 0, 0, 0],
    "hate": [3, 0, 0, 3, 0, 0, 0, 0, 0, 0],
    "meh": [0.1, 0, 0, 0, 0, 0, 0, 0, 0.1, 0],
    "shirt": [0, 1, 0, 0, 0, 0, 0, 0, 0, 1],
}
CONFIG = {
    "name": "tiny-1",
    "languages": ["en"],
    "window": 8,
    "heads": {
        "sentiment": {"id2label": SENTIMENTS, "threshold": 0.5},
        "emotion": {"id2label": EMOTIONS, "threshold": 0.3},
    },
}


@pytest.fixture
def tiny(tmp_path: Path) -> Classifier:
    return Classifier(read_export(make_two_headed(tmp_path / "tiny", WORDS, CONFIG)))


def test_both_heads_answer_in_one_pass(tiny: Classifier) -> None:
    love, hate = read_moods(["I love this shirt", "hate hate"], tiny)
    assert (love.sentiment, love.emotion, love.uncertain) == ("positive", "joy", ())
    assert (hate.sentiment, hate.emotion, hate.uncertain) == ("negative", "anger", ())
    assert sum(love.sentiment_scores.values()) == pytest.approx(1, abs=1e-5)
    assert sum(love.emotion_scores.values()) == pytest.approx(1, abs=1e-5)
    assert (love.model, love.language) == ("tiny-1", "en")


def test_who_heard_another_language_is_believed_and_who_heard_english_is_not_taken_at_their_word(
    tiny: Classifier,
) -> None:
    said = ["love", "love das und die ist nicht", "love", "love"]
    french, german, english, found_out = read_moods(said, tiny, ["fr", "en-GB", "en-GB", None])
    assert (french.language, french.sentiment, french.uncertain) == ("fr", "neutral", ("sentiment", "emotion"))
    assert (german.language, german.sentiment, german.uncertain) == ("de", "neutral", ("sentiment", "emotion"))
    assert (english.language, english.sentiment) == ("en", "positive")
    assert (found_out.language, found_out.sentiment) == ("en", "positive")


def test_a_text_reads_the_same_alone_and_among_others(tiny: Classifier) -> None:
    texts = [" ".join(["love", "hate", "shirt", "meh"][at % 4 :] * (at % 5 + 1)) for at in range(60)]
    together = read_moods(texts, tiny)
    assert together == [read_moods([text], tiny)[0] for text in texts]


def test_what_is_not_sure_is_neutral_and_says_so(tiny: Classifier) -> None:
    mood = read_moods(["meh"], tiny)[0]
    assert (mood.sentiment, mood.emotion, mood.uncertain) == ("neutral", "neutral", ("sentiment", "emotion"))


def test_a_long_text_is_the_mean_of_its_windows_by_their_length(tiny: Classifier) -> None:
    """Sixteen words in windows of eight that share two: 1–8, 7–14, 13–16."""
    long = read_moods([" ".join(["love"] * 8 + ["hate"] * 8)], tiny)[0]
    first, second, third = read_moods(["love " * 8, "love love " + "hate " * 6, "hate " * 4], tiny)
    expected = (8 * _positive(first) + 8 * _positive(second) + 4 * _positive(third)) / 20
    assert _positive(long) == pytest.approx(expected, abs=1e-5)


def _positive(mood: Mood) -> float:
    return mood.sentiment_scores["positive"]


@pytest.mark.parametrize("text", ["", " \n", "\x00\u200b\u202e", "\ud800", "\ufeff"])
def test_what_has_no_words_is_not_guessed(tiny: Classifier, text: str) -> None:
    mood = read_moods([text], tiny)[0]
    assert (mood.sentiment, mood.emotion, mood.language) == ("neutral", "neutral", "und")
    assert mood.uncertain == ("sentiment", "emotion")


def test_other_languages_are_marked_and_not_read(tiny: Classifier) -> None:
    spanish, english = read_moods(["me encanta esta love", "love"], tiny)
    assert (spanish.language, spanish.sentiment, spanish.uncertain) == ("es", "neutral", ("sentiment", "emotion"))
    assert set(spanish.sentiment_scores.values()) == {0.333333}
    assert english.sentiment == "positive"


def test_a_model_that_names_no_languages_reads_them_all(tmp_path: Path) -> None:
    config = {"id2label": {"0": "neg", "1": "pos"}}
    by = Classifier(read_export(make_model(tmp_path / "brought", {"encanta": [0.0, 5.0]}, config)))
    mood = read_moods(["me encanta esta camiseta"], by)[0]
    assert (mood.language, mood.sentiment, mood.uncertain) == ("es", "positive", ())
    assert (mood.emotion, mood.emotion_scores) == (None, {})


def test_emoji_alone_are_read(tiny: Classifier) -> None:
    assert read_moods(["❤️❤️"], tiny)[0].sentiment == "positive"


def test_a_megabyte_is_read_as_its_beginning(tiny: Classifier) -> None:
    begun, whole = read_moods(["love " * 2_000, "love " * 200_000], tiny)
    assert begun.sentiment_scores == whole.sentiment_scores


def test_nothing_is_nothing(tiny: Classifier) -> None:
    assert read_moods([], tiny) == []


def test_a_process_keeps_one_session_for_a_model(tmp_path: Path) -> None:
    folder = make_two_headed(tmp_path / "tiny", WORDS, CONFIG)
    assert classifier(folder) is classifier(folder)
