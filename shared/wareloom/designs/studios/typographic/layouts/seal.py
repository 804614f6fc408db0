"""Round seal: the slogan on a ring, the motif in its middle, borders like on a bottle cap."""

import math

from wareloom.designs.studios.typographic.brief import Brief
from wareloom.designs.studios.typographic.column import Row, column, slimness
from wareloom.designs.studios.typographic.layouts.blocks import lettered
from wareloom.designs.studios.typographic.lettering import cap_height, line, on_circle
from wareloom.designs.studios.typographic.motifs import pen
from wareloom.designs.studios.typographic.motifs.piece import spun, star
from wareloom.designs.studios.typographic.ornaments import rays
from wareloom.designs.studios.typographic.path import circle, ring
from wareloom.designs.studios.typographic.sheet import CUT, Sheet
from wareloom.designs.studios.typographic.words import even

_INNER, _OUTER = 1240.0, 1960.0
_HALF = math.radians(158)


def compose(sheet: Sheet, brief: Brief) -> None:
    inks, filled = brief.inks, brief.chance.random() < 0.5
    sheet.fill(spun(circle(0, -_OUTER - 120, 52), 60), inks.second)
    if filled:
        sheet.fill(ring(0, 0, _OUTER, _INNER), inks.main)
    else:
        sheet.stroke(circle(0, 0, _OUTER), inks.main, 52)
        sheet.stroke(circle(0, 0, _INNER), inks.main, 30)
    sheet.stroke(circle(0, 0, _INNER - 75), inks.second, 18)
    _middle(sheet, brief, _around(sheet, brief, CUT if filled else inks.main))


def _around(sheet: Sheet, brief: Brief, ink: str) -> tuple[str, ...]:
    """Words above and below on the ring; what is left of a long slogan goes to the middle."""
    parts = even(brief.words, 3 if len(brief.words) >= 6 else 2)
    above = parts[0]
    below = parts[-1] if len(parts) > 1 else ""
    middle, room = (_INNER + _OUTER) / 2, _OUTER - _INNER
    face = brief.display
    longest = max(slimness(text, face) for text in (above, below or above))
    tall = min(room * 0.6, _HALF * middle * 0.94 / longest)
    size = tall / cap_height(face)
    tracking = face.tracking + (0 if face.joins else min(0.16, max(0.0, _HALF * middle / (longest * tall) - 1) * 0.3))
    sheet.fill(on_circle(line(above, face, size, tracking), middle - tall / 2), ink)
    if below:
        sheet.fill(on_circle(line(below, face, size, tracking), middle - tall / 2, inside=True), ink)
    between = star(5, room * 0.2, room * 0.085)
    for side in (-1, 1):
        sheet.fill(between.moved(side * middle, 0), CUT if ink == CUT else brief.inks.second)
    if not below:
        for degrees in (-50, -25, 0, 25, 50):
            sheet.fill(between.moved(0, middle).turned(degrees), CUT if ink == CUT else brief.inks.second)
    return parts[1:-1]


def _middle(sheet: Sheet, brief: Brief, left: tuple[str, ...]) -> None:
    radius = _INNER - 90
    if not left:
        if brief.chance.random() < 0.4:
            sheet.fill(rays(0, 0, radius * 0.78, radius * 0.93, 36), brief.inks.second)
        pen.draw(sheet, brief.motif, 0, 0, radius * 1.22, brief.inks, brief.hand)
        return
    pen.draw(sheet, brief.motif, 0, -radius * 0.36, radius * 0.85, brief.inks, brief.hand)
    rows = column(tuple(left[0].split()), brief.display, radius * 1.5, radius * 0.42, tallest=0.3, most=2, asides=False)
    shrink = min(1.0, radius * 0.5 / max(row.box.bottom for row in rows))
    rows = [Row(row.text, row.path.scaled(shrink), row.aside) for row in rows]
    lettered(sheet, brief, rows, radius * 0.17, width=radius * 1.5, plain=True)
