"""Texts as batches of tokens: those of one length together, as many as make a batch worth its trip."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

from layers.inference.examples import EMOTIONS, FINE, SENTIMENTS, Example
from layers.inference.train.network import encoder_folder

LONGEST = 48
"""Tokens: nine tenths of what is trained on are below 35."""
TOKENS_A_BATCH = 2560
_SORTED_TOGETHER = 2000


@dataclass(frozen=True)
class Batch:
    input_ids: Tensor
    attention_mask: Tensor
    sentiment: Tensor
    emotion: Tensor
    fine: Tensor
    has_emotion: Tensor
    has_fine: Tensor


def tokenizer(folder: Path | None = None) -> Tokenizer:
    found = Tokenizer.from_file(str((folder or encoder_folder()) / "tokenizer.json"))
    found.no_padding()
    found.enable_truncation(LONGEST)
    return found


def tokens_of(examples: Sequence[Example], folder: Path | None = None) -> list[list[int]]:
    return [one.ids for one in tokenizer(folder).encode_batch([example.text for example in examples])]


def shuffled(tokens: Sequence[list[int]], chance: random.Random, picked: Sequence[int]) -> list[list[int]]:
    """Batches of positions. Sorted within pieces only, so that no two rounds see the same batches."""
    order = chance.sample(picked, len(picked))
    batches = list[list[int]]()
    for at in range(0, len(order), _SORTED_TOGETHER):
        batches += in_batches(tokens, order[at : at + _SORTED_TOGETHER])
    chance.shuffle(batches)
    return batches


def in_batches(tokens: Sequence[list[int]], picked: Sequence[int]) -> Iterator[list[int]]:
    batch = list[int]()
    for one in sorted(picked, key=lambda position: len(tokens[position])):
        if batch and len(tokens[one]) * (len(batch) + 1) > TOKENS_A_BATCH:
            yield batch
            batch = []
        batch.append(one)
    if batch:
        yield batch


def batch_of(examples: Sequence[Example], tokens: Sequence[list[int]], picked: Sequence[int]) -> Batch:
    longest = max(len(tokens[one]) for one in picked)
    ids = torch.tensor([tokens[one] + [0] * (longest - len(tokens[one])) for one in picked])
    chosen = [examples[one] for one in picked]
    fine = torch.zeros(len(chosen), FINE)
    for row, example in enumerate(chosen):
        fine[row, list(example.fine)] = 1
    return Batch(
        ids,
        (ids != 0).long(),
        torch.tensor([one.sentiment or (0.0,) * len(SENTIMENTS) for one in chosen]),
        torch.tensor([one.emotion or (0.0,) * len(EMOTIONS) for one in chosen]),
        fine,
        torch.tensor([bool(one.emotion) for one in chosen]),
        torch.tensor([bool(one.fine) for one in chosen]),
    )
