"""Vintage split: half a sun of rays with the motif, a ribbon across, rows of lettering under it."""

from wareloom.designs.studios.typographic.brief import Brief
from wareloom.designs.studios.typographic.column import column, slimness
from wareloom.designs.studios.typographic.layouts.blocks import WIDTH, lettered
from wareloom.designs.studios.typographic.lettering import wide
from wareloom.designs.studios.typographic.motifs import pen
from wareloom.designs.studios.typographic.ornaments import divider, draw_ribbon, rays, ribbon
from wareloom.designs.studios.typographic.path import circle
from wareloom.designs.studios.typographic.sheet import CUT, Sheet
from wareloom.designs.studios.typographic.words import even

_FILL = 0.6
"""How much of the ribbon's height the lettering takes."""


def compose(sheet: Sheet, brief: Brief) -> None:
    inks = brief.inks
    parts = even(brief.words, 2)
    sheet.fill(rays(0, 0, 1120, 1900, 26, start=180, sweep=180), inks.second)
    sheet.fill(circle(0, 0, 1000), CUT)
    pen.draw(sheet, brief.motif, 0, -620, 1300, inks, brief.hand)
    if len(parts) == 1:
        y = _ribbon(sheet, brief, parts[0])
        divider(sheet, y + 200, WIDTH * 0.8, inks.main, inks.second)
        return
    y = _ribbon(sheet, brief, parts[0])
    rows = column(tuple(parts[1].split()), brief.display, WIDTH, 1500, tallest=0.3, most=3, gap=0.06)
    y = lettered(sheet, brief, rows, y + 190)
    divider(sheet, y + 260, WIDTH * 0.8, inks.main, inks.second)


def _ribbon(sheet: Sheet, brief: Brief, text: str) -> float:
    height = min(
        1000.0 if len(brief.words) == 1 else 800.0, max(460.0, 1.7 * 0.8 * WIDTH / slimness(text, brief.display))
    )
    width = min(WIDTH * 0.86, max(WIDTH * 0.56, _FILL * height * slimness(text, brief.display) / 0.82))
    body, tails = ribbon(width, height, 0)
    y = 130 + height / 2
    draw_ribbon(sheet, body.moved(0, y), tails.moved(0, y), brief.inks.main, shade=brief.inks.second)
    sheet.fill(wide(text, brief.display, width * 0.88, height * _FILL).path.centred(0, y), CUT)
    return y + height * 0.8
