"""The model that ships reads saved texts as well as its card says, and what is measured with measures right."""

from collections.abc import Callable
from functools import lru_cache

import numpy as np
import pytest

from layers.inference.examples import Example, goemotions, tweeted_emotions, tweeted_sentiments
from layers.inference.measure import agreed_figures, emotion_figures, sentiment_figures
from layers.inference.metrics import flags_of, macro_f1, macro_recall
from tests.support.real_data import DATA
from wareloom.kit.mood.classifier import Classifier, classifier
from wareloom.kit.mood.labels import EMOTIONS, SENTIMENTS
from wareloom.kit.mood.read import read_moods
from wareloom.kit.mood.shipped import shipped

TEXTS = DATA / "text"
TWEETEVAL = TEXTS / "tweeteval"
SAMPLE = 1500
"""About so many texts of a split, spread over the whole of it."""
SLACK = 0.035
"""Two and a half times as far as such a sample strays from its split by chance."""


@pytest.fixture(scope="module")
def by() -> Classifier:
    return classifier(shipped())


@lru_cache
def sample(read: Callable[..., list[Example]]) -> list[Example]:
    whole = read(TEXTS, "test")
    return whole[:: max(1, len(whole) // SAMPLE)]


@pytest.mark.real_data("text/tweeteval/predictions_*")
@pytest.mark.parametrize(
    ("task", "labels", "figure", "published"), [("sentiment", 3, macro_recall, 72.86), ("emotion", 4, macro_f1, 79.83)]
)
def test_the_metric_gives_a_published_models_figure(
    task: str, labels: int, figure: Callable[..., float], published: float
) -> None:
    true, told = (
        flags_of(np.array(file.read_text().split(), dtype=np.int64), labels)
        for file in (
            TWEETEVAL / task / "test_labels.txt",
            TWEETEVAL / "predictions_roberta_retrained" / f"{task}.txt",
        )
    )
    assert 100 * figure(true, told) == pytest.approx(published, abs=0.005)


@pytest.mark.real_data("text/tweeteval/sentiment")
def test_sentiments_of_tweets_are_told_as_well_as_the_card_says(by: Classifier) -> None:
    found = sentiment_figures(sample(tweeted_sentiments), by)
    assert found["macro_recall"] > 0.649 - SLACK
    assert found["calibration_error"] < 0.13
    assert found["uncertain"] < 0.15


@pytest.mark.real_data("text/goemotions/ekman")
def test_emotions_are_told_as_well_as_the_card_says(by: Classifier) -> None:
    found = emotion_figures(sample(goemotions), by)
    assert found["macro_f1"] > 0.621 - SLACK
    assert found["macro_f1_of_the_one_told"] > 0.593 - SLACK
    assert found["calibration_error"] < 0.06


@pytest.mark.real_data("text/tweeteval/emotion")
def test_emotions_of_tweets_are_told_as_well_as_the_card_says(by: Classifier) -> None:
    assert agreed_figures(sample(tweeted_emotions), by)["macro_f1"] > 0.811 - SLACK


@pytest.mark.real_data("text/tweeteval/sentiment")
def test_a_text_is_told_the_same_alone_and_among_others(by: Classifier) -> None:
    """Its ranges stay: whole numbers made by what stands beside them would tell one text in thirty otherwise."""
    texts = [one.text for one in sample(tweeted_sentiments)][:100]
    together = read_moods(texts, by)
    alone = [read_moods([text], by)[0] for text in texts]
    apart = [
        abs(one.sentiment_scores[name] - other.sentiment_scores[name])
        for one, other in zip(together, alone, strict=True)
        for name in SENTIMENTS
    ]
    assert max(apart) < 0.001


def test_it_says_what_it_is(by: Classifier) -> None:
    heads = by.export.heads
    assert by.export.name == "wareloom-mood-1"
    assert (set(heads["sentiment"].labels), set(heads["emotion"].labels)) == (set(SENTIMENTS), set(EMOTIONS))


def test_it_is_small_enough_to_travel() -> None:
    assert sum(file.stat().st_size for file in shipped().iterdir()) < 25_000_000
