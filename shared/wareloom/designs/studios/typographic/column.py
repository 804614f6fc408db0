"""Rows of lettering that each fill the column to both edges, broken where that looks best."""

import itertools
import math
from dataclasses import dataclass
from functools import lru_cache

from wareloom.designs.studios.typographic.faces import Face
from wareloom.designs.studios.typographic.lettering import cap_height, line, wide
from wareloom.designs.studios.typographic.path import Box, Path, joined
from wareloom.designs.studios.typographic.words import best, is_small, splits

_ASIDE = 0.085
"""How tall a row of small words is, of the column's width."""


@dataclass(frozen=True)
class Row:
    text: str
    path: Path
    aside: bool
    """Only small words: set small, with room for a rule on both sides."""

    @property
    def box(self) -> Box:
        return self.path.box


@lru_cache(maxsize=4096)
def slimness(text: str, face: Face) -> float:
    """Width of the ink for a height of 1: how wide a row of capitals would become."""
    return line(text, face).box.width / (1000 * cap_height(face))


def column(
    words: tuple[str, ...],
    face: Face,
    width: float,
    height: float,
    *,
    tallest: float = 0.42,
    most: int = 6,
    gap: float = 0.05,
    asides: bool = True,
) -> list[Row]:
    """Centred on x = 0, from y = 0 down. `tallest` and `gap` are parts of the width."""

    def heights(rows: tuple[str, ...]) -> list[float]:
        return [_height(row, face, width, tallest, aside=asides and _aside(row, rows)) for row in rows]

    def cost(rows: tuple[str, ...]) -> float:
        sizes = heights(rows)
        total = sum(sizes) + gap * width * (len(rows) - 1)
        spread = math.log(max(sizes) / min(sizes))
        narrow = sum(
            max(0.0, 0.7 - size * slimness(row, face) / width)
            for row, size in zip(rows, sizes, strict=True)
            if not _aside(row, rows)
        )
        faint = sum(size < 0.07 * width for size in sizes)
        asked = [_aside(row, rows) for row in rows]
        lonely = sum(asked) * 1.0 if not asides else 0.4 * sum(a and b for a, b in itertools.pairwise(asked))
        return lonely + abs(math.log(total / height)) + 0.25 * max(0.0, spread - 1.5) + 0.8 * narrow + 0.3 * faint

    rows = best(splits(words, most), cost)
    return stacked([
        (row, _set(row, face, width, size), asides and _aside(row, rows))
        for row, size in zip(rows, heights(rows), strict=True)
    ], gap * width)  # fmt: skip


def stacked(rows: list[tuple[str, Path, bool]], gap: float) -> list[Row]:
    found: list[Row] = []
    y = 0.0
    for text, path, aside in rows:
        box = path.box
        found.append(Row(text, path.moved(-box.middle[0], y - box.top), aside))
        y += box.height + gap
    return found


def evenly(rows: tuple[str, ...], face: Face, width: float, tallest: float, gap: float) -> list[Row]:
    """All rows in one size, the longest as wide as asked. Spaced by capitals: a descender opens no gap."""
    size = min(tallest / cap_height(face), *(1000 * width / line(row, face).box.width for row in rows))
    step = size * cap_height(face) + gap * (1 if face.capitals else 1.5)
    placed: list[Row] = []
    for number, row in enumerate(rows):
        path = line(row, face, size).path
        placed.append(Row(row, path.moved(-path.box.middle[0], number * step), aside=False))
    top = min(row.box.top for row in placed)
    return [Row(row.text, row.path.moved(0, -top), aside=False) for row in placed]


def whole(rows: list[Row]) -> Path:
    return joined(row.path for row in rows)


def _aside(row: str, rows: tuple[str, ...]) -> bool:
    return row != rows[-1] and all(is_small(word) for word in row.split())


def _height(row: str, face: Face, width: float, tallest: float, *, aside: bool) -> float:
    height = min(width / slimness(row, face), tallest * width)
    return min(height, _ASIDE * width) if aside else height


def _set(row: str, face: Face, width: float, height: float) -> Path:
    return wide(row, face, width, height).path
