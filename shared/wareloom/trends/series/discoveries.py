"""How many of many findings are false: Benjamini and Hochberg's q."""

import numpy as np

from wareloom.trends.series.numbers import Floats, known


def q_values(p: Floats) -> Floats:
    """The share of false ones among all that are at least as sure. NaN was not tested, and counts for nobody."""
    tested = known(p)
    count = int(tested.sum())
    order = np.argsort(p[tested], kind="stable")
    grown = p[tested][order] * count / np.arange(1, count + 1)
    least = np.minimum.accumulate(grown[::-1])[::-1]
    found = np.full(len(p), np.nan)
    placed = np.empty(count)
    placed[order] = np.minimum(least, 1.0)
    found[tested] = placed
    return found
