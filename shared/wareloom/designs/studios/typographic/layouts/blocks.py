"""Pieces that several layouts are put together from."""

from wareloom.designs.studios.typographic.brief import Brief
from wareloom.designs.studios.typographic.column import Row, column
from wareloom.designs.studios.typographic.dress import dressed, halo
from wareloom.designs.studios.typographic.inks import Inks
from wareloom.designs.studios.typographic.motifs import pen
from wareloom.designs.studios.typographic.ornaments import rule
from wareloom.designs.studios.typographic.path import Box, joined
from wareloom.designs.studios.typographic.sheet import Sheet
from wareloom.designs.studios.typographic.words import strongest

WIDTH = 4000.0


def lettered(
    sheet: Sheet,
    brief: Brief,
    rows: list[Row],
    y: float,
    *,
    width: float = WIDTH,
    plain: bool = False,
    ringed: float = 0,
) -> float:
    """The rows from y down; small words flanked by rules. Returns where they end."""
    strong = brief.words[strongest(brief.words)]
    for row in rows:
        path = row.path.moved(0, y)
        if ringed:
            halo(sheet, path, ringed)
        if row.aside or plain:
            sheet.fill(path, brief.inks.second if row.aside else brief.inks.main)
        else:
            inks = brief.inks
            swapped = strong in row.text.split() and brief.dress in {"plain", "halftone", "stripes"} and len(rows) > 1
            dressed(sheet, path, inks.turned(swap=swapped), brief.dress, min(row.box.height, width * 0.3))
        _flank(sheet, path.box, width, brief.inks)
    return y + max(row.box.bottom for row in rows)


def block(
    sheet: Sheet, brief: Brief, y: float, height: float, *, width: float = WIDTH, tallest: float = 0.42, most: int = 6
) -> float:
    """The whole slogan as justified rows of about that height altogether."""
    roomy = brief.dress in {"solid", "offset", "outlined", "echo"}
    rows = column(brief.words, brief.display, width, height, tallest=tallest, most=most, gap=0.075 if roomy else 0.05)
    return lettered(sheet, brief, rows, y, width=width)


def pictured(sheet: Sheet, brief: Brief, y: float, size: float, *, x: float = 0) -> float:
    """The motif, its top at y. Returns where it ends."""
    whole = pen.box(brief.motif)
    tall = size * whole.height / max(whole.width, whole.height)
    pen.draw(sheet, brief.motif, x, y + tall / 2, size, brief.inks, brief.hand)
    return y + tall


def _flank(sheet: Sheet, box: Box, width: float, inks: Inks) -> None:
    """A row that does not reach the edges gets rules that do."""
    room = (width - box.width) / 2
    if room < width * 0.09:
        return
    length, thick = room - width * 0.05, min(width * 0.011, box.height * 0.14)
    middle = (box.top + box.bottom) / 2
    offsets = (-thick * 1.6, thick * 1.6) if box.height > width * 0.1 else (0.0,)
    sheet.fill(
        joined(
            rule(side * (width / 2 - length / 2), middle + offset, length, thick)
            for side in (-1, 1)
            for offset in offsets
        ),
        inks.second,
    )
