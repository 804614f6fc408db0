"""Texts read a second: in batches by length and in eight bits, beside one by one in whole numbers and with torch.

The whole numbers are made by training and do not ship: WARELOOM_BENCH_MOODS names the directory that training wrote.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from layers.inference.examples import goemotions, tweeted_emotions
from tests.bench.figures import MACHINE, Figure, in_turns, seconds
from tests.support.real_data import DATA
from wareloom.kit.mood.classifier import Classifier, classifier, processors
from wareloom.kit.mood.export import CONFIG, MODEL, TOKENIZER, read_export
from wareloom.kit.mood.normalise import normalised
from wareloom.kit.mood.read import read_moods
from wareloom.kit.mood.shipped import shipped

ROUNDS, TEXTS, FEW = 5, 1000, 150
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
        if trained and find_spec("torch"):
            contestants["torch"] = _torch(Path(trained), [normalised(text) for text in few])
        spent = in_turns(contestants, rounds=ROUNDS)
        yield Figure(
            f"texts read, {len(texts)} together, {processors()} threads", 1 / spent["ours"], "texts/s", MACHINE
        )
        yield Figure("texts read in batches by length", spent["alone"] / spent["ours"], "×", "the same one by one")
        if whole:
            against = "onnxruntime in fp32, one by one"
            yield Figure("texts read in batches by length, in eight bits", spent["whole"] / spent["ours"], "×", against)
            yield Figure("sentiments told alike", 100 * _alike(eight, whole, texts), "%", "the same model in fp32")
        if "torch" in spent:
            yield Figure("texts read", spent["torch"] / spent["ours"], "×", "torch, batches of 32 as they come")


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


def _torch(trained: Path, texts: Sequence[str]) -> Callable[[], float]:
    """As a pipeline does it: 32 at a time in the order they come, each padded to the longest of them."""
    torch: Any = import_module("torch")
    torch.set_num_threads(processors())
    network: Any = import_module("layers.inference.train.network").MoodNetwork().eval()
    network.load_state_dict(torch.load(sorted(trained.glob("round-*.pt"))[-1]))
    tokenizer: Any = import_module("layers.inference.train.feed").tokenizer()
    tokenizer.enable_padding()

    def read() -> None:
        with torch.inference_mode():
            for at in range(0, len(texts), 32):
                found = tokenizer.encode_batch(list(texts[at : at + 32]))
                network(torch.tensor([one.ids for one in found]), torch.tensor([one.attention_mask for one in found]))

    return lambda: seconds(read) / len(texts)
