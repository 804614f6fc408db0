"""What was said within one window, counted."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

EMOTIONS = ("anger", "disgust", "fear", "joy", "sadness", "surprise", "calm")


@dataclass(frozen=True, slots=True)
class Tally:
    posts: int = 0
    negative: int = 0
    told: int = 0
    """Those that say a sentiment at all."""
    emotions: tuple[int, ...] = (0,) * len(EMOTIONS)

    def __add__(self, other: Self) -> "Tally":
        return Tally(
            self.posts + other.posts,
            self.negative + other.negative,
            self.told + other.told,
            tuple(mine + theirs for mine, theirs in zip(self.emotions, other.emotions, strict=True)),
        )

    @property
    def felt(self) -> int:
        return sum(self.emotions)


def total(tallies: Iterable[Tally]) -> Tally:
    return sum(tallies, start=Tally())


@dataclass(frozen=True, slots=True)
class Watched:
    """The last window, and the same hours of each day before it, yesterday first, as far back as is known."""

    now: Tally
    before: tuple[Tally, ...] = ()
