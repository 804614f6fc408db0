"""Files as somebody would hand them in, and their rows as they are read, whole or cut into slices anywhere."""

from dataclasses import dataclass
from itertools import islice
from typing import Any

from wareloom.market.imports.formats.registry import FORMATS
from wareloom.market.imports.layout import Layout
from wareloom.market.imports.preview import Wishes, look
from wareloom.market.imports.record import Record
from wareloom.market.imports.source import Fetch, Source

NOTHING_WISHED = Wishes()


@dataclass
class Bytes:
    """Brings parts of a file, and remembers how much was asked for."""

    body: bytes
    brought: int = 0

    def __call__(self, start: int, stop: int) -> bytes:
        assert 0 <= start < stop <= len(self.body)
        self.brought += stop - start
        return self.body[start:stop]


def laid_out(body: bytes, wishes: Wishes = NOTHING_WISHED) -> Layout:
    return look(Bytes(body), len(body), wishes)[0]


def records(body: bytes, wishes: Wishes = NOTHING_WISHED, *, at_once: int | None = None) -> list[Record]:
    """`at_once` rows a slice, each slice beginning where the row before it says."""
    layout = laid_out(body, wishes)
    found: list[Record] = []
    at, number, skipping = layout.begins, layout.first_row, False
    while True:
        source = Source(Bytes(body), len(body), at)
        slice_ = list(islice(FORMATS[layout.format](source, layout, number, skipping=skipping), at_once))
        found += slice_
        if at_once is None or len(slice_) < at_once:
            return found
        at, number, skipping = slice_[-1].end, slice_[-1].number, slice_[-1].skipping


def values(body: bytes, wishes: Wishes = NOTHING_WISHED, *, at_once: int | None = None) -> list[dict[str, Any]]:
    return [one.values for one in records(body, wishes, at_once=at_once) if one.values is not None]


def problems(body: bytes, wishes: Wishes = NOTHING_WISHED) -> list[tuple[int, str]]:
    return [(one.number, one.problem) for one in records(body, wishes) if one.problem]


def stream(fetch: Fetch, size: int, layout: Layout) -> list[Record]:
    return list(FORMATS[layout.format](Source(fetch, size, layout.begins), layout, layout.first_row))
