"""What writes rows in one format: part by part, each part bytes of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from wareloom.market.exports.columns import Column, Value

Rows = Sequence[Sequence[Value]]


@dataclass(frozen=True)
class Opening:
    """What a part begins from. Only the first one of an object has a head."""

    columns: Sequence[Column]
    first: bool = True
    byte_order_mark: bool = False


class Encoder(Protocol):
    """One part. It is held in memory, so whoever fills it looks at its size."""

    def __init__(self, opening: Opening) -> None: ...

    def add(self, rows: Rows) -> None: ...

    def size(self) -> int: ...

    def finish(self) -> bytes: ...
