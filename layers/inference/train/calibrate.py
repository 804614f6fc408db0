"""After learning: how sure to be, and from where on to say so. All on texts that were kept from training."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import cross_entropy, softmax

from layers.inference.metrics import flags_of, macro_f1, macro_recall

_STEPS = 200
_GRID = np.arange(0.0, 0.61, 0.02)
_COSTS_NOTHING = 0.002
"""Of the figure that a head is judged by: abstaining may take that much of it."""
_AT_MOST = 0.1
"""Of the texts: who says nothing of more is asked for nothing."""


class Calibration(NamedTuple):
    temperature: float
    shift: Tensor
    """Added to the logits before: some labels were seen more often in training than they come."""
    threshold: float


def calibrated(logits: Tensor, shares: Tensor, neutral: int, *, balanced: bool) -> Calibration:
    """Temperature and shift where the texts kept are likeliest; balanced, where each label weighs the same."""
    weight = 1 / shares.sum(0) if balanced else torch.ones(shares.shape[1])
    weight = weight / (weight * shares.mean(0)).sum()
    stretch, shift = torch.zeros(1, requires_grad=True), torch.zeros(logits.shape[1], requires_grad=True)
    optimiser = torch.optim.LBFGS([stretch, shift], max_iter=_STEPS, line_search_fn="strong_wolfe")

    def loss() -> Tensor:
        optimiser.zero_grad()
        found = cross_entropy((logits + shift) * stretch.exp(), shares * weight)
        found.backward()
        return found

    optimiser.step(loss)
    moved, temperature = shift.detach() - shift.detach().mean(), float((-stretch.detach()).exp())
    told = softmax((logits + moved) / temperature, 1).numpy()
    true = flags_of(shares.argmax(1).numpy(), shares.shape[1])
    return Calibration(temperature, moved, _threshold(told, true, neutral, recall=balanced))


def _threshold(told: np.ndarray, true: np.ndarray, neutral: int, *, recall: bool) -> float:
    """As often as it costs nothing, and of few texts."""
    judge = macro_recall if recall else macro_f1
    figures = [judge(true, flags_of(decided(told, float(at), neutral), told.shape[1])) for at in _GRID]
    return max(
        float(at)
        for at, figure in zip(_GRID, figures, strict=True)
        if figure >= figures[0] - _COSTS_NOTHING and (told.max(1) < at).mean() <= _AT_MOST
    )


def decided(told: np.ndarray, threshold: float, neutral: int) -> np.ndarray:
    return np.where(told.max(1) < threshold, neutral, told.argmax(1))


def as_shares(rows: Sequence[tuple[float, ...]]) -> Tensor:
    return torch.tensor(rows)
