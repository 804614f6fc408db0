"""Uphill: heavy rows with depth, slanted like a team's name, a swoosh below."""

import math

from wareloom.designs.studios.typographic.brief import Brief
from wareloom.designs.studios.typographic.column import column, whole
from wareloom.designs.studios.typographic.dress import dressed
from wareloom.designs.studios.typographic.layouts.blocks import WIDTH
from wareloom.designs.studios.typographic.motifs import pen
from wareloom.designs.studios.typographic.path import Path, joined, polygon
from wareloom.designs.studios.typographic.sheet import Sheet

_RISE = math.tan(math.radians(9))
_LEAN = 0.14


def compose(sheet: Sheet, brief: Brief) -> None:
    rows = column(
        brief.words,
        brief.display,
        WIDTH,
        2500 if brief.length < 30 else 3100,
        tallest=0.4,
        most=5,
        gap=0.085,
        asides=False,
    )
    dress = brief.dress if brief.dress in {"solid", "offset", "outlined"} else "solid"
    for row in rows:
        dressed(sheet, _slanted(row.path), brief.inks, dress, min(row.box.height, 1100))
    end = whole(rows).box.bottom + 330
    bars = [
        polygon([(-WIDTH / 2 + 260 * n, end + 150 * n), (WIDTH / 2 - 120 * n, end + 150 * n),
                 (WIDTH / 2 - 120 * n, end + 150 * n + 88 - 22 * n), (-WIDTH / 2 + 260 * n, end + 150 * n + 34)])
        for n in range(3)
    ]  # fmt: skip
    sheet.fill(_slanted(joined(bars)), brief.inks.main)
    # The corner that the slope leaves free.
    size, x = 1250.0, -WIDTH * 0.24
    whole_motif = pen.box(brief.motif)
    width, height = (
        size * side / max(whole_motif.width, whole_motif.height) for side in (whole_motif.width, whole_motif.height)
    )
    pen.draw(sheet, brief.motif, x, -(x + width / 2) * _RISE - height / 2 - 110, size, brief.inks, brief.hand)


def _slanted(path: Path) -> Path:
    return path.mapped(lambda x, y: (x - y * _LEAN, y - x * _RISE))
