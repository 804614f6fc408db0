"""Arched badge: the first words bent over the motif, the rest on a ribbon or straight beneath."""

import math

from wareloom.designs.studios.typographic.brief import Brief
from wareloom.designs.studios.typographic.column import column, slimness
from wareloom.designs.studios.typographic.dress import dressed
from wareloom.designs.studios.typographic.layouts.blocks import lettered
from wareloom.designs.studios.typographic.lettering import cap_height, line, on_circle, wide
from wareloom.designs.studios.typographic.motifs import pen
from wareloom.designs.studios.typographic.ornaments import draw_ribbon, rays, ribbon, stars_row
from wareloom.designs.studios.typographic.path import Path, Point
from wareloom.designs.studios.typographic.sheet import CUT, Sheet
from wareloom.designs.studios.typographic.words import even

_RADIUS = 1500.0
_WIDTH = 3700.0
_SAG = 90.0
_SWEEP = math.radians(152)


def compose(sheet: Sheet, brief: Brief) -> None:
    parts = even(brief.words, 3 if len(brief.words) >= 5 or brief.length > 26 else 2)
    arched(sheet, brief, parts[0])
    inner = _RADIUS - 150
    floor = inner * 0.42
    if brief.chance.random() < 0.6:
        sheet.fill(rays(0, 0, inner * 0.7, inner, 22, start=180, sweep=180), brief.inks.second)
        _standing(sheet, brief, floor, inner * 0.98)
    else:
        _standing(sheet, brief, floor, inner * 1.25)
    if len(parts) == 1:
        sheet.fill(stars_row(0, floor + 330, 190, 5, 480), brief.inks.second)
        return
    y = _ribboned(sheet, brief, parts[1], floor + 90)
    if len(parts) > 2:
        rows = column(tuple(parts[2].split()), brief.display, _WIDTH, _WIDTH * 0.2, tallest=0.2, most=2)
        y = lettered(sheet, brief, rows, y + 170, width=_WIDTH)
    sheet.fill(stars_row(0, y + 260, 120, 3, 320), brief.inks.second)


def _standing(sheet: Sheet, brief: Brief, floor: float, size: float) -> None:
    whole = pen.box(brief.motif)
    scale = min(size * 1.2 / whole.width, size / whole.height)
    size = scale * max(whole.width, whole.height)
    pen.draw(sheet, brief.motif, 0, floor - whole.height * scale / 2, size, brief.inks, brief.hand)


def arched(sheet: Sheet, brief: Brief, text: str) -> None:
    """Around the top of the circle, as tall as makes it reach from side to side."""
    slim = slimness(text, brief.display)
    tall = min(1000.0, _SWEEP * _RADIUS / max(slim - 0.3 * _SWEEP, 1))
    if tall == 1000.0 or brief.display.joins:
        path = _widened(text, brief, tall)
    else:
        path = on_circle(line(text, brief.display, tall / cap_height(brief.display)), _RADIUS)
    dressed(sheet, path, brief.inks, brief.dress, min(tall, 620))


def _widened(text: str, brief: Brief, tall: float) -> Path:
    """A short word is bent as a whole, so that its letters grow with the arch instead of standing apart."""
    flat = line(text, brief.display, tall / cap_height(brief.display)).path
    box = flat.box
    angle = min(_SWEEP, 1.55 * box.width / _RADIUS)

    def bend(x: float, y: float) -> Point:
        turn = (x - box.middle[0]) / box.width * angle
        out = _RADIUS - (y - box.bottom)
        return out * math.sin(turn), -out * math.cos(turn)

    return flat.bent(bend)


def _ribboned(sheet: Sheet, brief: Brief, text: str, top: float) -> float:
    slim = slimness(text, brief.display)
    height = min(720.0, max(400.0, 0.84 * _WIDTH / slim / 0.58))
    width = min(_WIDTH, max(2300.0, 0.58 * height * slim / 0.84))
    body, tails = ribbon(width, height, _SAG)
    y = top + height / 2 + _SAG
    draw_ribbon(sheet, body.moved(0, y), tails.moved(0, y), brief.inks.main, shade=brief.inks.second)
    words = wide(text, brief.display, width * 0.86, height * 0.58).path.centred()

    def bend(x: float, at: float) -> Point:
        return x, at + y + _SAG * ((2 * x / width) ** 2 - 1)

    sheet.fill(words.bent(bend, 60), CUT)
    return y + height / 2 + height * 0.3
