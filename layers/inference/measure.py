"""`python -m layers.inference.measure DIR [MODEL]`: how well the model reads texts that it never saw, as JSON."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from layers.inference.examples import EMOTIONS, SENTIMENTS, Example, goemotions, tweeted_emotions, tweeted_sentiments
from layers.inference.metrics import Flags, Floats, calibration_error, flags_of, macro_f1, macro_recall
from wareloom.kit.mood.classifier import Classifier, classifier
from wareloom.kit.mood.mood import Mood
from wareloom.kit.mood.read import read_moods
from wareloom.kit.mood.shipped import shipped

EACH_FROM = 0.2
"""A text has every emotion from this share on, where a text may have several. Chosen on GoEmotions' dev split."""
AGREED = ("anger", "joy", "sadness")
"""What TweetEval's emotions and ours have in common, once optimism is a joy."""

Figures = dict[str, float]


def sentiment_figures(examples: Sequence[Example], by: Classifier) -> Figures:
    moods = read_moods([one.text for one in examples], by)
    true = _flags([one.sentiment for one in examples])
    told = flags_of(np.array([SENTIMENTS.index(one.sentiment or "") for one in moods]), len(SENTIMENTS))
    scores = _scores(moods, SENTIMENTS)
    return {
        "macro_recall": macro_recall(true, told),
        "macro_f1": macro_f1(true, told),
        "calibration_error": calibration_error(scores, true.argmax(axis=1)),
        "uncertain": float(np.mean(["sentiment" in one.uncertain for one in moods])),
    }


def emotion_figures(examples: Sequence[Example], by: Classifier) -> Figures:
    moods = read_moods([one.text for one in examples], by)
    scores = _emotion_scores(moods)
    true = _told(examples)
    told = np.array([EMOTIONS.index(one.emotion or "") for one in moods])
    return {
        "macro_f1": macro_f1(true, scores >= EACH_FROM),
        "macro_f1_of_the_one_told": macro_f1(true, flags_of(told, len(EMOTIONS))),
        "calibration_error": calibration_error(scores, _flags([one.emotion for one in examples]).argmax(axis=1)),
        "uncertain": float(np.mean(["emotion" in one.uncertain for one in moods])),
    }


def agreed_figures(examples: Sequence[Example], by: Classifier) -> Figures:
    """Tweets that are one of three: the likeliest of the three is what we tell."""
    columns = [EMOTIONS.index(one) for one in AGREED]
    scores = _emotion_scores(read_moods([one.text for one in examples], by))[:, columns]
    true = _told(examples)[:, columns]
    told = flags_of(scores.argmax(axis=1), len(AGREED))
    return {"macro_f1": macro_f1(true, told), "macro_recall": macro_recall(true, told)}


def _flags(shares: Sequence[tuple[float, ...]]) -> Flags:
    return np.array(shares) > 0


def _told(examples: Sequence[Example]) -> Flags:
    return np.array([[name in one.told for name in EMOTIONS] for one in examples])


def _emotion_scores(moods: Sequence[Mood]) -> Floats:
    return np.array([[one.emotion_scores[name] for name in EMOTIONS] for one in moods])


def _scores(moods: Sequence[Mood], labels: Sequence[str]) -> Floats:
    return np.array([[one.sentiment_scores[name] for name in labels] for one in moods])


def main(data: Path, model: Path, split: str = "test") -> None:
    by = classifier(model)
    found = {
        "model": by.export.name,
        "goemotions ekman": emotion_figures(goemotions(data, split), by),
        "goemotions sentiment": sentiment_figures(goemotions(data, split), by),
        "tweeteval emotion, three agreed": agreed_figures(tweeted_emotions(data, split.replace("dev", "val")), by),
    }
    if split == "test":
        found["tweeteval sentiment"] = sentiment_figures(tweeted_sentiments(data, split), by)
    sys.stdout.write(json.dumps(found, indent=2) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if sys.argv[2:] else shipped(), *sys.argv[3:])
