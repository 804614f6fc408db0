"""Wreath: leaves and flowers in a ring, the slogan and the motif inside it."""

import math

from wareloom.designs.studios.typographic.brief import Brief
from wareloom.designs.studios.typographic.column import Row, column
from wareloom.designs.studios.typographic.layouts.blocks import lettered
from wareloom.designs.studios.typographic.motifs import pen
from wareloom.designs.studios.typographic.motifs.piece import leaf
from wareloom.designs.studios.typographic.path import Path, circle, joined
from wareloom.designs.studios.typographic.sheet import CUT, Sheet

_RADIUS = 1780.0


def compose(sheet: Sheet, brief: Brief) -> None:
    inks = brief.inks
    sheet.stroke(circle(0, 0, _RADIUS), inks.second, 30)
    sheet.fill(joined(_leaves(0)), inks.second)
    sheet.fill(joined(_berries()), inks.third)
    for degrees, size in ((0, 820.0), (66, 430.0), (-66, 430.0), (180, 560.0)):
        out = _RADIUS + (70 if degrees in {66, -66} else 0)
        x, y = out * math.sin(math.radians(degrees)), out * math.cos(math.radians(degrees))
        sheet.fill(circle(x, y, size * 0.58), CUT)
        pen.draw(sheet, brief.spare, x, y, size, inks.turned(swap=degrees != 0), brief.hand)
    _inside(sheet, brief)


def _inside(sheet: Sheet, brief: Brief) -> None:
    room = 2280.0
    rows = column(brief.words, brief.display, room, 1350, tallest=0.34, most=5, gap=0.055)
    high = max(row.box.bottom for row in rows)
    shrink = min(1.0, 1500 / high)
    rows = [Row(row.text, row.path.scaled(shrink), row.aside) for row in rows]
    whole = pen.box(brief.motif)
    size = 880.0
    tall = size * whole.height / max(whole.width, whole.height)
    top = -(tall + 130 + high * shrink) / 2 - 40
    pen.draw(sheet, brief.motif, 0, top + tall / 2, size, brief.inks, brief.hand)
    lettered(sheet, brief, rows, top + tall + 130, width=room * shrink)


def _leaves(first: float) -> list[Path]:
    """Both halves grow upwards from the foot."""
    found: list[Path] = []
    for n in range(26):
        degrees = first + 6.4 * n + 8
        size = 330 - 60 * (n % 2)
        for lean, out in ((38, 1), (-38, -1)):
            grown = leaf(size, size * 0.3).turned(90 + lean).moved(0, _RADIUS + out * 12)
            found.append(grown.turned(-degrees))
            found.append(grown.mirrored().turned(degrees))
    return found


def _berries() -> list[Path]:
    return [circle(0, _RADIUS + 330, 46).turned(side * (33 + 35 * n)) for n in range(4) for side in (-1, 1)]
