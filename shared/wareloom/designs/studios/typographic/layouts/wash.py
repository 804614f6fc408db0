"""Brushed: each row left out of a broad stroke of paint with frayed ends, splashes around, the motif above."""

import math

from wareloom.designs.studios.typographic.brief import Brief
from wareloom.designs.studios.typographic.column import column
from wareloom.designs.studios.typographic.layouts.blocks import WIDTH
from wareloom.designs.studios.typographic.motifs import pen
from wareloom.designs.studios.typographic.path import Box, Path, Point, circle, joined, polygon
from wareloom.designs.studios.typographic.sheet import CUT, Sheet


def compose(sheet: Sheet, brief: Brief) -> None:
    chance = brief.chance
    rows = column(brief.words, brief.display, WIDTH * 0.8, 2000, tallest=0.36, most=5, gap=0.075, asides=False)
    for row in rows:
        sheet.fill(_stroke(row.box, brief), brief.inks.second)
    high = max(row.box.bottom for row in rows)
    splashes = [
        circle(
            chance.choice((-1, 1)) * WIDTH * chance.uniform(0.42, 0.6),
            chance.choice((-240.0, high + 240)) + chance.uniform(-130, 130),
            chance.uniform(16, 70),
        )
        for _ in range(14)
    ]
    sheet.fill(joined(splashes), brief.inks.second)
    for row in rows:
        sheet.fill(row.path, CUT)
    whole = pen.box(brief.motif)
    size = 1600.0
    tall = size * whole.height / max(whole.width, whole.height)
    pen.draw(sheet, brief.motif, 0, -tall / 2 - 330, size, brief.inks, brief.hand)


def _stroke(box: Box, brief: Brief) -> Path:
    """From left to right, a little uphill; the bristles leave at different places."""
    chance = brief.chance
    pad, bristles = min(170.0, box.height * 0.2) + 40, 13
    top, bottom = box.top - pad, box.bottom + pad
    phase = chance.uniform(0, 6.3)

    def along(n: int) -> float:
        return box.left + box.width * n / 40

    def wave(x: float) -> float:
        return 22 * math.sin(x / 520 + phase) - x * 0.012

    def end(edge: float, way: int) -> list[Point]:
        levels = [top + (bottom - top) * n / bristles for n in range(1, bristles)]
        reach = [chance.uniform(60, 430) if n % 2 else chance.uniform(10, 120) for n in range(len(levels))]
        return [(edge + way * (150 + far), y + wave(edge)) for y, far in zip(levels, reach, strict=True)]

    upper = [(along(n), top + wave(along(n)) + chance.uniform(-9, 9)) for n in range(41)]
    lower = [(along(n), bottom + wave(along(n)) + chance.uniform(-9, 9)) for n in range(41)]
    return polygon([*upper, *end(box.right, 1), *reversed(lower), *reversed(end(box.left, -1))])
