"""Fortune card: a double frame, moons above, the motif in a blaze of rays, the slogan on the plate below."""

from wareloom.designs.studios.typographic.brief import Brief
from wareloom.designs.studios.typographic.column import column
from wareloom.designs.studios.typographic.layouts.blocks import lettered
from wareloom.designs.studios.typographic.motifs import pen
from wareloom.designs.studios.typographic.ornaments import rays, sparkle
from wareloom.designs.studios.typographic.path import Path, circle, joined, rectangle
from wareloom.designs.studios.typographic.sheet import CUT, Sheet

WIDE, TALL = 3300.0, 4500.0
_PLATE = 1250.0


def compose(sheet: Sheet, brief: Brief) -> None:
    inks, half = brief.inks, WIDE / 2
    sheet.stroke(rectangle(-half, 0, WIDE, TALL), inks.main, 90)
    sheet.stroke(rectangle(-half + 130, 130, WIDE - 260, TALL - 260), inks.second, 34)
    middle = (TALL - _PLATE) / 2 + 330
    sheet.fill(rays(0, middle, 960, 1210, 36), inks.second)
    sheet.stroke(circle(0, middle, 885), inks.main, 34)
    pen.draw(sheet, brief.motif, 0, middle, 1130, inks, brief.hand)
    _moons(sheet, brief, 440)
    corners = [(side * (half - 360), middle + down * 1080) for side in (-1, 1) for down in (-1, 1)]
    sheet.fill(joined(sparkle(x, y, 320) for x, y in corners), inks.main)
    plate = rectangle(-half + 130, TALL - _PLATE, WIDE - 260, 26)
    sheet.fill(plate, inks.second)
    room = _PLATE - 420
    rows = column(brief.words, brief.display, WIDE - 700, room, tallest=0.3, most=4, gap=0.045)
    high = max(row.box.bottom for row in rows)
    shrink = min(1.0, room / high)
    fitted = [type(row)(row.text, row.path.scaled(shrink), row.aside) for row in rows]
    top = TALL - _PLATE / 2 - 55 - high * shrink / 2
    lettered(sheet, brief, fitted, top, width=(WIDE - 700) * shrink, plain=True)


def _moons(sheet: Sheet, brief: Brief, y: float) -> None:
    """Waxing, full, waning."""
    sheet.fill(circle(0, y, 130), brief.inks.main)
    for side in (-1, 1):
        sheet.fill(_crescent(118, 0.45).scaled(side, 1).moved(side * 420, y), brief.inks.main)
        sheet.fill(_crescent(100, 0.2).scaled(side, 1).moved(side * 780, y), brief.inks.second)
    sheet.stroke(circle(0, y, 165), CUT, 10)


def _crescent(radius: float, full: float) -> Path:
    """Lit on its outer side."""
    from math import cos, pi, sin

    from wareloom.designs.studios.typographic.path import polygon

    outer = [(radius * cos(-pi / 2 + pi * n / 40), radius * sin(-pi / 2 + pi * n / 40)) for n in range(41)]
    bulge = 1 - 2 * full
    inner = [(radius * bulge * cos(pi / 2 - pi * n / 40), radius * sin(pi / 2 - pi * n / 40)) for n in range(41)]
    return polygon([*outer, *inner])
