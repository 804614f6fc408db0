"""One question that a model answers: its labels in our words, how sure it is to be taken, and when it abstains."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from wareloom.kit.mood.mood import NEUTRAL

Numbers = NDArray[np.float32]
_DIGITS = 6


class Verdict(NamedTuple):
    label: str
    scores: dict[str, float]
    sure: bool


@dataclass(frozen=True)
class Head:
    """Several outputs of a model may be one label here; `columns` says which are."""

    output: str
    labels: tuple[str, ...]
    columns: tuple[int, ...]
    temperature: float = 1.0
    threshold: float = 0.0
    several: bool = False
    """True where a text may be all of them at once: each output is then sure of itself alone."""

    def probabilities(self, logits: Numbers) -> Numbers:
        """Of rows of logits. A temperature above one admits that the model was surer than it was right."""
        told = np.nan_to_num(logits / np.float32(self.temperature), posinf=60, neginf=-60).clip(-60, 60)
        if self.several:
            raw = 1 / (1 + np.exp(-told))
        else:
            raw = np.exp(told - told.max(axis=1, keepdims=True))
            raw /= raw.sum(axis=1, keepdims=True)
        together = np.zeros((len(raw), len(self.labels)), dtype=np.float32)
        join = np.maximum if self.several else np.add
        for column, label in enumerate(self.columns):
            together[:, label] = join(together[:, label], raw[:, column])
        return together

    def verdict(self, row: Numbers) -> Verdict:
        best = int(row.argmax())
        scores = {label: round(float(share), _DIGITS) for label, share in zip(self.labels, row, strict=True)}
        if row[best] < self.threshold and NEUTRAL in self.labels:
            return Verdict(NEUTRAL, scores, sure=False)
        return Verdict(self.labels[best], scores, sure=True)

    def unread(self) -> Verdict:
        """Where there is nothing to go by, everything is as likely as anything."""
        share = round(1 / len(self.labels), _DIGITS)
        label = NEUTRAL if NEUTRAL in self.labels else self.labels[0]
        return Verdict(label, dict.fromkeys(self.labels, share), sure=False)
