"""Retro sun: a striped or rayed disc, the motif against it, the slogan standing before its lower edge."""

from wareloom.designs.studios.typographic.brief import Brief
from wareloom.designs.studios.typographic.column import column
from wareloom.designs.studios.typographic.layouts.blocks import WIDTH, lettered
from wareloom.designs.studios.typographic.motifs import pen
from wareloom.designs.studios.typographic.ornaments import rays, striped_sun
from wareloom.designs.studios.typographic.path import circle, rectangle
from wareloom.designs.studios.typographic.sheet import CUT, Sheet


def compose(sheet: Sheet, brief: Brief) -> None:
    inks, radius = brief.inks, 1620.0
    if brief.chance.random() < 0.6:
        sheet.fill(striped_sun(0, 0, radius), inks.second)
    else:
        sheet.fill(rays(0, 0, radius * 0.74, radius * 1.12, 40), inks.third)
        sheet.fill(circle(0, 0, radius * 0.7), inks.second)
    size = radius * 1.05
    whole = pen.box(brief.motif)
    tall = size * whole.height / max(whole.width, whole.height)
    middle = radius * 0.34 - tall / 2
    _shadow(sheet, brief, middle, size)
    pen.draw(sheet, brief.motif, 0, middle, size, brief.inks, brief.hand)
    rows = column(brief.words, brief.display, WIDTH, 1350 if brief.length < 26 else 1900, tallest=0.3, most=4, gap=0.06)
    # The sun goes down behind the first row: nothing of it shows between the letters.
    horizon = radius * 0.4
    sheet.fill(rectangle(-WIDTH, horizon, 2 * WIDTH, radius), CUT)
    lettered(sheet, brief, rows, horizon + 130)


def _shadow(sheet: Sheet, brief: Brief, middle: float, size: float) -> None:
    """A rim of fabric, so that the motif stands off the sun."""
    whole = pen.box(brief.motif)
    scale = size / max(whole.width, whole.height)
    x, y = whole.middle
    for piece in brief.motif:
        if piece.role in {"main", "second"}:
            path = piece.path.moved(-x, -y).scaled(scale).moved(0, middle)
            sheet.stroke(path, CUT, piece.stroke * scale + 70, filled=not piece.stroke)
