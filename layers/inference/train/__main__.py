"""`python -m layers.inference.train --data DIR --into DIR`: learn, calibrate, export, and say what came of it."""

import argparse
import json
import random
import sys
import time
from pathlib import Path
from typing import Any

import torch

from layers.inference.examples import (
    EMOTIONS,
    SENTIMENTS,
    Example,
    goemotions,
    parted,
    tweeted_emotions,
    tweeted_sentiments,
)
from layers.inference.train.calibrate import Calibration, as_shares, calibrated
from layers.inference.train.export import export
from layers.inference.train.fit import fit, meanings
from layers.inference.train.network import MoodNetwork

SEED = 7
_SHOWN = 1000


def main() -> None:
    told = _arguments()
    told.into.mkdir(parents=True, exist_ok=True)
    # Two threads wait for each other longer than they work, on texts as short as these.
    torch.set_num_threads(1)
    tweets, kept = parted(tweeted_sentiments(told.data, "val"), SEED)
    examples = [*goemotions(told.data, "train"), *tweeted_emotions(told.data, "train"), *tweets]
    began = time.monotonic()
    if told.weights:
        network = MoodNetwork().eval()
        network.load_state_dict(torch.load(told.weights))
    else:
        network = fit(examples, told.into, SEED)
    learnt = time.monotonic() - began
    heads = {
        "sentiment": _calibrate(network, network.sentiment, kept, SENTIMENTS),
        "emotion": _calibrate(network, network.emotion, goemotions(told.data, "dev"), EMOTIONS),
    }
    shown = random.Random(SEED).sample(examples, _SHOWN)  # noqa: S311 - to be repeated, not to be secret
    export(network, heads, told.into / "mood", shown)
    sys.stdout.write(json.dumps({"seed": SEED, "seconds": round(learnt), "heads": heads}) + "\n")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="holds goemotions/ and tweeteval/")
    parser.add_argument("--into", type=Path, required=True)
    parser.add_argument("--weights", type=Path, help="a round's checkpoint: calibrate and export it, learn nothing")
    return parser.parse_args()


def _calibrate(network: MoodNetwork, head: torch.nn.Linear, kept: list[Example], labels: tuple[str, ...]) -> Any:
    """The shift goes into the head itself; temperature and threshold are told beside it."""
    sentiment = labels is SENTIMENTS
    with torch.inference_mode():
        logits = head(torch.tensor(meanings(network, kept)))
    shares = as_shares([one.sentiment if sentiment else one.emotion for one in kept])
    # Tweets are judged by recall, each sentiment worth the same; emotions by how often they come.
    found: Calibration = calibrated(logits.clone(), shares, labels.index("neutral"), balanced=sentiment)
    with torch.no_grad():
        head.bias += found.shift
    return {
        "id2label": dict(enumerate(labels)),
        "temperature": round(found.temperature, 4),
        "threshold": round(found.threshold, 2),
    }


if __name__ == "__main__":
    main()
