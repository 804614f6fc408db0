"""Pieces of like length together, as many as a batch may hold tokens: hardly a padded place, and no batch too large."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

TOKENS_A_BATCH = 512
Ids = NDArray[np.int64]


def batches(lengths: Sequence[int], budget: int = TOKENS_A_BATCH) -> Iterator[list[int]]:
    """Positions. A piece longer than the budget goes alone."""
    batch = list[int]()
    for at in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and lengths[at] * (len(batch) + 1) > budget:
            yield batch
            batch = []
        batch.append(at)
    if batch:
        yield batch


def padded(pieces: Sequence[Sequence[int]], pad: int) -> tuple[Ids, Ids]:
    """The ids, and which of them are there."""
    longest = max(map(len, pieces))
    ids = np.full((len(pieces), longest), pad, dtype=np.int64)
    mask = np.zeros_like(ids)
    for row, piece in enumerate(pieces):
        ids[row, : len(piece)] = piece
        mask[row, : len(piece)] = 1
    return ids, mask
