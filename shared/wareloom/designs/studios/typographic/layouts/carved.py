"""Carved block: the slogan taken out of a solid slab with rough edges, as from a printing block."""

import math

from wareloom.designs.studios.typographic.brief import Brief
from wareloom.designs.studios.typographic.column import column
from wareloom.designs.studios.typographic.inks import Inks
from wareloom.designs.studios.typographic.layouts.blocks import WIDTH
from wareloom.designs.studios.typographic.motifs import pen
from wareloom.designs.studios.typographic.path import Path, Point, joined, polygon, rectangle
from wareloom.designs.studios.typographic.sheet import CUT, Sheet


def compose(sheet: Sheet, brief: Brief) -> None:
    rows = column(brief.words, brief.display, WIDTH * 0.8, 2300 if brief.length < 30 else 2900, tallest=0.36, most=6)
    whole = pen.box(brief.motif)
    size = 1350.0
    tall = size * whole.height / max(whole.width, whole.height)
    text_top = 300 + tall + 260
    bottom = text_top + max(row.box.bottom for row in rows) + 330
    sheet.fill(_rough(rectangle(-WIDTH / 2, 0, WIDTH, bottom), brief), brief.inks.main)
    pen.draw(
        sheet, brief.motif, 0, 300 + tall / 2, size, Inks(CUT, brief.inks.second, CUT), "solid", cut=brief.inks.main
    )
    for row in rows:
        sheet.fill(row.path.moved(0, text_top), CUT)
    sheet.fill(joined(_gouges(brief, 300 + tall / 2, tall)), CUT)


def _rough(path: Path, brief: Brief) -> Path:
    phases = [brief.chance.uniform(0, 6.3) for _ in range(6)]

    def uneven(x: float, y: float) -> Point:
        dx = 16 * math.sin(y / 310 + phases[0]) + 9 * math.sin(y / 97 + phases[1]) + 5 * math.sin(y / 31 + phases[2])
        dy = 16 * math.sin(x / 290 + phases[3]) + 9 * math.sin(x / 101 + phases[4]) + 5 * math.sin(x / 29 + phases[5])
        return x + dx, y + dy

    return path.bent(uneven, 14)


def _gouges(brief: Brief, y: float, tall: float) -> list[Path]:
    """Strokes of the knife to both sides of the picture, pointing away from it."""
    found: list[Path] = []
    for n in range(64):
        side = -1 if n % 2 else 1
        across = brief.chance.uniform(0.24, 0.44) * WIDTH
        down = brief.chance.uniform(-0.5, 0.5) * tall * 0.95
        length, thick = brief.chance.uniform(110, 260), brief.chance.uniform(12, 30)
        angle = math.degrees(math.atan2(down, across)) * side
        sliver = polygon([(0, 0), (length * 0.4, -thick / 2), (length, 0), (length * 0.5, thick / 2)])
        found.append((sliver if side > 0 else sliver.mirrored()).turned(angle).moved(side * across, y + down))
    return found
