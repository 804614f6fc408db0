"""Groovy: rows poured between waves, echoed by outlines, flowers around."""

import math
from collections.abc import Callable

from wareloom.designs.studios.typographic.brief import Brief
from wareloom.designs.studios.typographic.column import slimness
from wareloom.designs.studios.typographic.dress import dressed
from wareloom.designs.studios.typographic.layouts.blocks import WIDTH
from wareloom.designs.studios.typographic.lettering import wide, within
from wareloom.designs.studios.typographic.motifs import pen
from wareloom.designs.studios.typographic.path import Path
from wareloom.designs.studios.typographic.sheet import Sheet
from wareloom.designs.studios.typographic.words import best, is_small, splits


def compose(sheet: Sheet, brief: Brief) -> None:
    rows = _rows(brief)
    tall = min(1300.0, max(560.0, 3300 / len(rows)))
    swing, phase = tall * 0.2, brief.chance.choice([0.0, math.pi])
    shape = brief.chance.choice(["wave", "bulge"])
    gap = tall * 0.2
    paths: list[Path] = []
    for n, row in enumerate(rows):
        flat = wide(row, brief.display, WIDTH).path
        top, bottom = _edges(shape, n, len(rows), tall, gap, swing, phase)
        paths.append(within(flat.moved(-flat.box.middle[0], 0), top, bottom))
    for path in paths:
        dressed(sheet, path, brief.inks, brief.dress, tall * 0.62)
    box = sheet.box
    size = 900 if len(rows) < 4 else 760
    whole = pen.box(brief.motif)
    tall_motif = size * whole.height / max(whole.width, whole.height)
    pen.draw(sheet, brief.motif, 0, box.top - tall_motif / 2 - 60, size, brief.inks, brief.hand)
    for side in (-1, 1):
        pen.draw(sheet, brief.spare, side * WIDTH * 0.34, box.top - size * 0.2, size * 0.42, brief.inks, brief.hand)
        pen.draw(sheet, brief.spare, side * 430, box.bottom + size * 0.3, size * 0.3, brief.inks, brief.hand)
    pen.draw(sheet, brief.spare, 0, box.bottom + size * 0.36, size * 0.5, brief.inks, brief.hand)


def _rows(brief: Brief) -> tuple[str, ...]:
    """Rows that need little squeezing: about as wide as four times their height."""

    def cost(rows: tuple[str, ...]) -> float:
        tall = min(1300.0, max(560.0, 3300 / len(rows)))
        alone = sum(all(is_small(word) for word in row.split()) for row in rows)
        return 0.5 * alone + sum(abs(math.log(slimness(row, brief.display) * tall / WIDTH)) for row in rows) / len(rows)

    return best(splits(brief.words, 5), cost)


Edge = Callable[[float], float]


def _edges(shape: str, n: int, count: int, tall: float, gap: float, swing: float, phase: float) -> tuple[Edge, Edge]:
    if shape == "wave":

        def wave(across: float) -> float:
            return swing * math.sin(2 * math.pi * across + phase)

        return (lambda x: n * (tall + gap) + wave(x)), (lambda x: n * (tall + gap) + tall + wave(x))

    def level(edge: float) -> Edge:
        """From an arch at the top to a bowl at the bottom, flat in the middle."""
        lean = 1 - 2 * edge / count
        return lambda x: edge * (tall + gap) - lean * swing * 1.9 * math.sin(math.pi * x)

    upper, lower = level(n), level(n + 1)
    return upper, (lambda x: lower(x) - gap)
