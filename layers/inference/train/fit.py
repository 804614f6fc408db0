"""Learning: what is common is seen less often, tweets with a sentiment more often, so that what is rare is heard."""

import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from layers.inference.examples import EMOTIONS, Example
from layers.inference.train.feed import Batch, batch_of, in_batches, shuffled, tokens_of
from layers.inference.train.network import MoodNetwork, checkpoint, parameter_groups

ROUNDS = 3
TOP_RATE, HEADS_RATE, DEEPER = 2e-4, 1e-3, 0.9
WARMING = 0.08
OF_THE_COMMON = 5000
"""A round sees this many texts that are joy alone, and as many that are neutral alone: others than the round before."""
TWEETS_SEEN = 2
FINE_WEIGHT = 4.0
SMOOTHING = 0.05


def fit(examples: Sequence[Example], into: Path, seed: int, rounds: int = ROUNDS) -> MoodNetwork:
    torch.manual_seed(seed)
    chance = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
    tokens = tokens_of(examples)
    network = MoodNetwork()
    groups = parameter_groups(network, top=TOP_RATE, heads=HEADS_RATE, decay=DEEPER)
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    plan = [shuffled(tokens, chance, picked(examples, chance)) for _ in range(rounds)]
    steps = sum(map(len, plan))
    pace = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _rate(step, steps))
    began, step = time.monotonic(), 0
    for number, batches in enumerate(plan, 1):
        network.train()
        for positions in batches:
            loss = loss_of(network, batch_of(examples, tokens, positions))
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            pace.step()
            step += 1
            if step % 20 == 0:
                _say(f"round {number} step {step} of {steps}: loss {loss.item():.3f}, {time.monotonic() - began:.0f} s")
        checkpoint(network, into / f"round-{number}.pt")
    return network.eval()


def picked(examples: Sequence[Example], chance: random.Random) -> list[int]:
    common: dict[str, list[int]] = {"joy": [], "neutral": []}
    seen = list[int]()
    for at, one in enumerate(examples):
        alone = _alone(one)
        if alone in common and not one.tweeted:
            common[alone].append(at)
        else:
            seen += [at] * (TWEETS_SEEN if one.tweeted and not one.emotion else 1)
    for each in common.values():
        seen += chance.sample(each, min(OF_THE_COMMON, len(each)))
    return seen


def _alone(one: Example) -> str:
    return EMOTIONS[one.emotion.index(1.0)] if 1.0 in one.emotion else ""


def loss_of(network: MoodNetwork, batch: Batch) -> Tensor:
    meant = network.dropout(network.pooled(batch.input_ids, batch.attention_mask))
    loss = cross_entropy(network.sentiment(meant), batch.sentiment, label_smoothing=SMOOTHING)
    if batch.has_emotion.any():
        emotion = network.emotion(meant[batch.has_emotion])
        loss = loss + cross_entropy(emotion, batch.emotion[batch.has_emotion], label_smoothing=SMOOTHING)
    if batch.has_fine.any():
        fine = network.fine(meant[batch.has_fine])
        loss = loss + FINE_WEIGHT * binary_cross_entropy_with_logits(fine, batch.fine[batch.has_fine])
    return loss


@torch.inference_mode()
def meanings(network: MoodNetwork, examples: Sequence[Example]) -> np.ndarray:
    """What the heads look at, in the order of the examples."""
    network.eval()
    tokens = tokens_of(examples)
    found = np.zeros((len(examples), network.sentiment.in_features), dtype=np.float32)
    for positions in in_batches(tokens, range(len(tokens))):
        batch = batch_of(examples, tokens, positions)
        found[positions] = network.pooled(batch.input_ids, batch.attention_mask).numpy()
    return found


def _rate(step: int, steps: int) -> float:
    warm = max(1, int(steps * WARMING))
    return (step + 1) / warm if step < warm else max(0.0, (steps - step) / (steps - warm))


def _say(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()
