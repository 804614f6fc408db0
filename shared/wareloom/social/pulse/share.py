"""How large a share is, and how large it may be: few posts say little."""

from dataclasses import dataclass
from math import sqrt

_Z = 1.96
"""Nineteen times out of twenty."""


@dataclass(frozen=True, slots=True)
class Share:
    share: float
    lower: float
    upper: float


def share_of(part: int, whole: int) -> Share | None:
    """Wilson's interval, which holds for shares near 0 and 1 too; None of nothing."""
    if not whole:
        return None
    share, spread = part / whole, _Z * _Z / whole
    middle = (share + spread / 2) / (1 + spread)
    half = _Z * sqrt(share * (1 - share) / whole + spread / whole / 4) / (1 + spread)
    return Share(share, max(0.0, middle - half), min(1.0, middle + half))
