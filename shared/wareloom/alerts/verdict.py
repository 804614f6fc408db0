"""What a rule says of a window: enough to open an alert, little enough to close one, or neither."""

from dataclasses import dataclass, field
from typing import Literal

Where = Literal["over", "between", "under"]


@dataclass(frozen=True, slots=True)
class Verdict:
    where: Where
    sentence: str = ""
    figures: dict[str, float] = field(default_factory=dict[str, float])
    grew: str | None = None
    """The emotion that grew most, where the rule is about emotions."""


def place(*, over: bool, under: bool) -> Where:
    """Where both would hold it stays as it is: no alert may be opened by what would close it."""
    if over == under:
        return "between"
    return "over" if over else "under"


def is_quiet(count: int, min_sample: int) -> bool:
    """So few are left that there is nothing to alert about. Half, so that it does not come and go."""
    return 2 * count < min_sample
