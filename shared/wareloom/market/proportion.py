"""Whether a share has fallen, or only looks so because few were counted."""

from dataclasses import dataclass
from math import sqrt

FEWEST = 100
"""Below that nothing is said."""
LEAST_DROP = 0.05
"""A drop that is certain and still too small to act on is not told."""
_Z = 3.0
"""Wide, for offers of one page are alike: the ones of a page that changed are missing it together."""


@dataclass(frozen=True, slots=True)
class Proportion:
    part: int
    whole: int

    @property
    def share(self) -> float | None:
        return self.part / self.whole if self.whole else None

    def bounds(self) -> tuple[float, float]:
        """Wilson's interval, which holds for shares near 0 and 1 too."""
        share, spread = self.part / self.whole, _Z * _Z / self.whole
        middle = (share + spread / 2) / (1 + spread)
        half = _Z * sqrt(share * (1 - share) / self.whole + spread / self.whole / 4) / (1 + spread)
        return middle - half, middle + half


def has_recovered(now: Proportion, was: float) -> bool:
    """Only what was counted can be well again; half of the least drop keeps it from coming and going."""
    return now.whole >= FEWEST and (now.share or 0) >= was - LEAST_DROP / 2


def has_fallen(now: Proportion, before: Proportion) -> bool:
    """Even the most that it may be now is less than the least that it may have been."""
    if min(now.whole, before.whole) < FEWEST:
        return False
    return now.bounds()[1] + LEAST_DROP < before.bounds()[0]
