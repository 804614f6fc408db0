"""Minimal: one small picture in a generous circle of nothing, and quiet lettering."""

from wareloom.designs.studios.typographic.brief import Brief
from wareloom.designs.studios.typographic.column import evenly, whole
from wareloom.designs.studios.typographic.layouts.blocks import WIDTH, pictured
from wareloom.designs.studios.typographic.ornaments import rule
from wareloom.designs.studios.typographic.path import circle
from wareloom.designs.studios.typographic.sheet import Sheet
from wareloom.designs.studios.typographic.words import even


def compose(sheet: Sheet, brief: Brief) -> None:
    inks = brief.inks
    rows = evenly(even(brief.words, _count(brief)), brief.small, WIDTH * 0.86, WIDTH * 0.15, WIDTH * 0.075)
    tall = whole(rows).box.height
    if brief.chance.random() < 0.5:
        radius = WIDTH * 0.36
        sheet.stroke(circle(0, radius, radius), inks.second, 34)
        pictured(sheet, brief, radius - WIDTH * 0.21, WIDTH * 0.42)
        y = radius * 2 + 330
    else:
        y = pictured(sheet, brief, 0, WIDTH * 0.62) + 300
        sheet.fill(rule(0, y, WIDTH * 0.3, 34), inks.second)
        y += 300
    sheet.fill(whole(rows).moved(0, y), inks.main)
    sheet.fill(rule(0, y + tall + 300, WIDTH * 0.3, 34), inks.second)


def _count(brief: Brief) -> int:
    return min(
        len(brief.words), 1 if brief.length <= 9 else 2 if brief.length <= 24 else 3 if brief.length <= 42 else 4
    )
