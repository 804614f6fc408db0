"""Labelled texts, as they were published: GoEmotions, and TweetEval's emotion and sentiment."""

import gzip
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from wareloom.kit.mood.normalise import normalised

SENTIMENTS = ("negative", "neutral", "positive")
EMOTIONS = ("anger", "disgust", "fear", "joy", "sadness", "surprise", "neutral")
FINE = 28
TWEETS_TO_CHECK_BY = 500
"""Of the 2,000 sentiment tweets that carry text, these are kept from training: temperatures and choices are theirs."""

# GoEmotions' own orders. Realising, wondering and the like are neither good nor bad: ambiguous is neutral.
_EKMAN = ("anger", "disgust", "fear", "joy", "neutral", "sadness", "surprise")
_GROUPED = ("neutral", "negative", "neutral", "positive")
_TWEETED = (("anger", "negative"), ("joy", "positive"), ("joy", "positive"), ("sadness", "negative"))
"""Optimism is one of GoEmotions' joys. No tweet of this set was called neutral."""


@dataclass(frozen=True)
class Example:
    """Shares that sum to one; none at all where nobody said. `fine` are the many labels that emotions were made of.

    `told` are the emotions as they were published: neutral may stand beside others there, and has no share of those.
    """

    text: str
    sentiment: tuple[float, ...] = ()
    emotion: tuple[float, ...] = ()
    fine: tuple[int, ...] = ()
    told: tuple[str, ...] = ()
    tweeted: bool = False


def goemotions(data: Path, split: str) -> list[Example]:
    ekman, grouped, fine = (
        list(_tsv(data / "goemotions" / kind / f"{split}.tsv.gz")) for kind in ("ekman", "group", "original")
    )
    return [
        Example(
            normalised(text),
            _shares([_GROUPED[label] for label in sentiments], SENTIMENTS),
            _shares([_EKMAN[label] for label in emotions], EMOTIONS),
            labels,
            tuple(_EKMAN[label] for label in emotions),
        )
        for (text, emotions), (_, sentiments), (_, labels) in zip(ekman, grouped, fine, strict=True)
    ]


def tweeted_emotions(data: Path, split: str) -> list[Example]:
    told = (_TWEETED[label] for label in _labels(data / "tweeteval" / "emotion" / f"{split}_labels.txt"))
    texts = _lines(data / "tweeteval" / "emotion" / f"{split}_text.txt.gz")
    return [
        Example(
            normalised(text),
            _shares([sentiment], SENTIMENTS),
            _shares([emotion], EMOTIONS),
            told=(emotion,),
            tweeted=True,
        )
        for text, (emotion, sentiment) in zip(texts, told, strict=True)
    ]


def tweeted_sentiments(data: Path, split: str) -> list[Example]:
    labels = _labels(data / "tweeteval" / "sentiment" / f"{split}_labels.txt")
    texts = _lines(data / "tweeteval" / "sentiment" / f"{split}_text.txt.gz")
    return [
        Example(normalised(text), _shares([SENTIMENTS[label]], SENTIMENTS), tweeted=True)
        for text, label in zip(texts, labels, strict=True)
    ]


def parted(tweets: list[Example], seed: int) -> tuple[list[Example], list[Example]]:
    """To train on, and to check by."""
    mixed = random.Random(seed).sample(tweets, len(tweets))  # noqa: S311 - to be repeated, not to be secret
    return mixed[TWEETS_TO_CHECK_BY:], mixed[:TWEETS_TO_CHECK_BY]


def _shares(said: list[str], among: tuple[str, ...]) -> tuple[float, ...]:
    """What is neutral beside something that is not, is not."""
    told = set(said) - {"neutral"} or {"neutral"}
    return tuple((name in told) / len(told) for name in among)


def _tsv(file: Path) -> Iterator[tuple[str, tuple[int, ...]]]:
    for line in _lines(file):
        text, labels, _id = line.split("\t")
        yield text, tuple(int(label) for label in labels.split(","))


def _lines(file: Path) -> list[str]:
    """Only newlines end a line: tweets hold other signs that Python would break at."""
    return gzip.decompress(file.read_bytes()).decode().removesuffix("\n").split("\n")


def _labels(file: Path) -> list[int]:
    return [int(line) for line in file.read_text().split()]
