"""Small sets of numbers by the million, end to end in two arrays: nothing else holds so many in so little room."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from wareloom.trends.series.numbers import Integers, places

Numbers = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Sets:
    starts: Integers
    """Where each set begins, and where the last one ends."""
    members: Numbers

    @classmethod
    def of(cls, owners: Integers, members: Integers, count: int) -> Self:
        """Each pair once, however often it is told; `count` is how many owners there are."""
        width = int(members.max(initial=0)) + 1
        pairs = np.unique(owners * width + members)
        return cls(_starts(np.bincount(pairs // width, minlength=count)), (pairs % width).astype(np.int32))

    @classmethod
    def joined(cls, those: Iterable["Sets"]) -> Self:
        """One after the other."""
        parts = list(those)
        sizes = [np.diff(part.starts) for part in parts]
        members = [part.members for part in parts]
        starts = _starts(np.concatenate([places(0), *sizes]))
        return cls(starts, np.concatenate([np.zeros(0, np.int32), *members]))

    def __len__(self) -> int:
        return len(self.starts) - 1

    @property
    def sizes(self) -> Integers:
        return np.diff(self.starts)

    def __getitem__(self, owner: int) -> Numbers:
        return self.members[self.starts[owner] : self.starts[owner + 1]]

    def taken(self, owners: Integers) -> tuple[Integers, Numbers]:
        """The members of some, end to end, and how many are of each."""
        begins = self.starts[owners]
        sizes = self.starts[owners + 1] - begins
        shift = np.repeat(begins - np.cumsum(sizes) + sizes, sizes)
        return sizes, self.members[shift + places(len(shift))]

    def turned(self, count: int) -> "Sets":
        """By member: who has it. `count` is how many members there are."""
        pairs = self.members.astype(np.int64)
        pairs <<= 32
        pairs |= np.repeat(np.arange(len(self), dtype=np.int32), self.sizes)
        pairs.sort()
        owners = (pairs & 0xFFFFFFFF).astype(np.int32)
        return Sets(_starts(np.bincount(self.members, minlength=count)), owners)


def _starts(sizes: Integers) -> Integers:
    return np.concatenate([places(1), np.cumsum(sizes, dtype=np.int64)])
