"""How well labels are told: what the published figures are made of."""

import numpy as np
from numpy.typing import NDArray

Labels = NDArray[np.int64]
Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]


def flags_of(labels: Labels, count: int) -> Flags:
    """A row for each text, a column for each label."""
    return labels[:, None] == np.arange(count)


def macro_f1(true: Flags, told: Flags) -> float:
    """The mean over labels, each worth the same however rare. A label that nobody has or tells counts as missed."""
    both = np.maximum(_count(true) + _count(told), 1)
    return float(np.mean(2 * _count(true & told) / both))


def macro_recall(true: Flags, told: Flags) -> float:
    return float(np.mean(_count(true & told) / np.maximum(_count(true), 1)))


def _count(flags: Flags) -> Floats:
    return flags.sum(axis=0, dtype=np.float64)


def calibration_error(probabilities: Floats, labels: Labels, bins: int = 15) -> float:
    """How far the sureness of the first choice is from how often it is right, over bins of sureness."""
    sure, right = probabilities.max(axis=1), probabilities.argmax(axis=1) == labels
    which = np.minimum((sure * bins).astype(np.int64), bins - 1)
    apart = [abs(float(sure[which == one].mean() - right[which == one].mean())) for one in set(which.tolist())]
    shares = [float((which == one).mean()) for one in set(which.tolist())]
    return float(np.dot(apart, shares))
