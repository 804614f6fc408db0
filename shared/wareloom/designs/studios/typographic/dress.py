"""What lettering wears: shadows, outlines, dots. Screen-print tricks, with the fabric as an ink of its own."""

import math

from wareloom.designs.studios.typographic.brief import Dress
from wareloom.designs.studios.typographic.inks import Inks
from wareloom.designs.studios.typographic.lettering import extruded
from wareloom.designs.studios.typographic.path import Box, Path, circle, joined, rectangle
from wareloom.designs.studios.typographic.sheet import CUT, Sheet


def dressed(sheet: Sheet, path: Path, inks: Inks, dress: Dress, body: float) -> None:
    """`body` is the height of the letters, which outlines and shadows are measured by."""
    _DRESSES[dress](sheet, path, inks, body)


def halo(sheet: Sheet, path: Path, width: float) -> None:
    """The fabric around lettering that lies on something."""
    sheet.stroke(path, CUT, width, filled=True)


def _plain(sheet: Sheet, path: Path, inks: Inks, body: float) -> None:
    del body
    sheet.fill(path, inks.main)


def _offset(sheet: Sheet, path: Path, inks: Inks, body: float) -> None:
    by = body * 0.075
    sheet.fill(path.moved(by, by), inks.second)
    sheet.stroke(path, CUT, body * 0.045, filled=True)
    sheet.fill(path, inks.main)


def _solid(sheet: Sheet, path: Path, inks: Inks, body: float) -> None:
    by = body * 0.13
    sheet.fill(extruded(path, by, by), inks.second)
    sheet.stroke(path, CUT, body * 0.04, filled=True)
    sheet.fill(path, inks.main)


def _outlined(sheet: Sheet, path: Path, inks: Inks, body: float) -> None:
    sheet.stroke(path, inks.second, body * 0.15, filled=True)
    sheet.stroke(path, CUT, body * 0.07, filled=True)
    sheet.fill(path, inks.main)


def _hollow(sheet: Sheet, path: Path, inks: Inks, body: float) -> None:
    sheet.stroke(path, inks.main, body * 0.07, filled=True)
    sheet.fill(path, CUT)
    sheet.fill(path.moved(body * 0.03, body * 0.03), inks.second)
    sheet.stroke(path, inks.main, body * 0.045)


def _echo(sheet: Sheet, path: Path, inks: Inks, body: float) -> None:
    sheet.stroke(path, inks.third, body * 0.3, filled=True)
    sheet.stroke(path, inks.second if inks.third != inks.second else CUT, body * 0.19, filled=True)
    sheet.stroke(path, CUT, body * 0.07, filled=True)
    sheet.fill(path, inks.main)


def _halftone(sheet: Sheet, path: Path, inks: Inks, body: float) -> None:
    sheet.fill(path, inks.main)
    sheet.fill(dots(path.box, body * 0.052), CUT)


def _stripes(sheet: Sheet, path: Path, inks: Inks, body: float) -> None:
    sheet.fill(path, inks.main)
    box = path.box
    bars = [
        rectangle(box.left - 50, box.bottom - body * (0.1 + 0.08 * n), box.width + 100, body * (0.032 - 0.006 * n))
        for n in range(4)
    ]
    sheet.fill(joined(bars), CUT)


def dots(box: Box, pitch: float) -> Path:
    """A halftone that thickens towards the bottom."""
    found: list[Path] = []
    rows = math.ceil(box.height * 0.6 / (pitch * 0.866))
    for row in range(rows):
        y = box.bottom - row * pitch * 0.866
        radius = pitch * 0.46 * (1 - row / rows) ** 0.7
        if radius < pitch * 0.08:
            continue
        start = box.left + (pitch / 2 if row % 2 else 0)
        found.extend(circle(start + n * pitch, y, radius) for n in range(math.ceil(box.width / pitch) + 1))
    return joined(found)


_DRESSES = {
    "plain": _plain,
    "offset": _offset,
    "solid": _solid,
    "outlined": _outlined,
    "halftone": _halftone,
    "stripes": _stripes,
    "hollow": _hollow,
    "echo": _echo,
}
