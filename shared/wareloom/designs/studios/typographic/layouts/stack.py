"""Stacked block: rows of very different sizes that fill one column to both edges, the motif on top or between rules."""

from wareloom.designs.studios.typographic.brief import Brief
from wareloom.designs.studios.typographic.layouts.blocks import WIDTH, block, pictured
from wareloom.designs.studios.typographic.ornaments import divider, stars_row
from wareloom.designs.studios.typographic.sheet import Sheet


def compose(sheet: Sheet, brief: Brief) -> None:
    short = brief.length <= 12
    above = brief.chance.random() < 0.65
    height = 2300 if short else 3300
    y = 0.0
    if above:
        y = pictured(sheet, brief, y, WIDTH * (0.5 if short else 0.36)) + 240
    else:
        divider(sheet, y, WIDTH, brief.inks.main, brief.inks.second)
        y += 240
    y = block(sheet, brief, y, height, tallest=0.48)
    if not above:
        pictured(sheet, brief, y + 240, WIDTH * (0.5 if short else 0.34))
    elif brief.chance.random() < 0.5:
        divider(sheet, y + 260, WIDTH, brief.inks.main, brief.inks.second)
    else:
        sheet.fill(stars_row(0, y + 300, 130, 5, 330), brief.inks.second)
