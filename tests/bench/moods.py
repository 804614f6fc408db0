"""Texts read a second: in batches by length and in eight bits, beside one by one, in whole numbers, and in PyTorch.

The whole numbers are made by training and do not ship: WARELOOM_BENCH_MOODS names the directory that training wrote.
PyTorch takes part where it is installed, which it is nowhere for the project's own sake: `pipeline.py` says with what.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from layers.inference.examples import SENTIMENTS, goemotions, tweeted_emotions
from tests.bench import pipeline
from tests.bench.figures import MACHINE, Figure, in_turns, seconds
from tests.support.real_data import DATA
from wareloom.kit.mood.classifier import Classifier, classifier, processors
from wareloom.kit.mood.export import CONFIG, MODEL, TOKENIZER, read_export
from wareloom.kit.mood.normalise import normalised
from wareloom.kit.mood.read import read_moods
from wareloom.kit.mood.shipped import shipped

ROUNDS, TEXTS, FEW, LABELLED = 5, 1000, 150, 1000
WHOLE = "model.fp32.onnx"
_MADE = ("love this one", "no idea what that was about, honestly", "the worst I ever bought and I bought a lot of them")


def figures() -> Iterator[Figure]:
    texts = some_texts()
    few = texts[:: len(texts) // FEW]
    eight = classifier(shipped())
    contestants = {
        "ours": lambda: seconds(lambda: read_moods(texts, eight)) / len(texts),
        "alone": lambda: _one_by_one(eight, few),
    }
    trained = os.environ.get("WARELOOM_BENCH_MOODS", "")
    with tempfile.TemporaryDirectory() as beside:
        whole = Classifier(read_export(_whole(Path(trained), Path(beside)))) if trained else None
        if whole:
            contestants["whole"] = lambda: _one_by_one(whole, few)
        torch = pipeline.pipeline(eight.export) if pipeline.is_there() else None
        if torch:
            fed = [normalised(text) for text in few]
            contestants["torch"] = lambda: seconds(lambda: torch(fed)) / len(fed)
        spent = in_turns(contestants, rounds=ROUNDS)
        yield Figure(
            f"texts read, {len(texts)} together, {processors()} threads", 1 / spent["ours"], "texts/s", MACHINE
        )
        yield Figure("texts read in batches by length", spent["alone"] / spent["ours"], "×", "the same one by one")
        if whole:
            against = "onnxruntime in fp32, one by one"
            yield Figure("texts read in batches by length, in eight bits", spent["whole"] / spent["ours"], "×", against)
            yield Figure("sentiments told alike", 100 * _alike(eight, whole, texts), "%", "the same model in fp32")
        if torch:
            against = f"the transformers pipeline in PyTorch, {pipeline.AT_ONCE} at once, the same weights and threads"
            yield Figure("texts read", spent["torch"] / spent["ours"], "×", against)
            yield from _as_right(eight, torch)


def some_texts() -> list[str]:
    if not (DATA / "text").is_dir():
        return [f"{_MADE[at % len(_MADE)]} {at}" for at in range(TEXTS)]
    posts = [*goemotions(DATA / "text", "dev"), *tweeted_emotions(DATA / "text", "train")]
    return [one.text for one in posts[:: len(posts) // TEXTS]][:TEXTS]


def _one_by_one(by: Classifier, texts: Sequence[str]) -> float:
    return seconds(lambda: [read_moods([text], by) for text in texts]) / len(texts)


def _whole(trained: Path, into: Path) -> Path:
    shutil.copy(trained / "mood" / WHOLE, into / MODEL)
    for file in (TOKENIZER, CONFIG):
        shutil.copy(trained / "mood" / file, into / file)
    return into


def _alike(one: Classifier, other: Classifier, texts: Sequence[str]) -> float:
    pairs = zip(read_moods(texts, one), read_moods(texts, other), strict=True)
    return float(np.mean([mine.sentiment == theirs.sentiment for mine, theirs in pairs]))


def _as_right(ours: Classifier, torch: pipeline.Read) -> Iterator[Figure]:
    """The likeliest sentiment by either, of texts that people have labelled: what is unsure is no matter of speed."""
    if not (DATA / "text").is_dir():
        return
    found = [one for one in goemotions(DATA / "text", "dev") if one.sentiment]
    some = found[:: len(found) // LABELLED][:LABELLED]
    true = [SENTIMENTS[one.sentiment.index(max(one.sentiment))] for one in some]
    moods = read_moods([one.text for one in some], ours)
    mine = [_likeliest(mood.sentiment_scores) for mood in moods]
    theirs = torch([normalised(one.text) for one in some])
    against = "the same weights in PyTorch"
    yield Figure("sentiments told alike", 100 * _same(mine, theirs), "%", against)
    apart = 100 * (_same(mine, true) - _same(theirs, true))
    yield Figure(f"sentiments told right, of {len(some)} labelled ones", apart, "points more", against)


def _likeliest(scores: dict[str, float]) -> str:
    return max(scores, key=lambda name: scores[name], default="")


def _same(some: Sequence[str], others: Sequence[str]) -> float:
    return float(np.mean([one == other for one, other in zip(some, others, strict=True)]))
