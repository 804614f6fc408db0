"""A line of text as outlines: shaped with the font's own kerning and joins, measured by its ink."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property

from wareloom.designs.studios.typographic import harfbuzz
from wareloom.designs.studios.typographic.faces import Face
from wareloom.designs.studios.typographic.path import NOTHING, Box, Command, Path, Point, joined


@dataclass(frozen=True)
class Glyph:
    outline: Path
    x: float
    advance: float

    @property
    def placed(self) -> Path:
        return self.outline.moved(self.x, 0)


@dataclass(frozen=True)
class Line:
    """Set at x = 0 on the baseline y = 0."""

    face: Face
    size: float
    glyphs: tuple[Glyph, ...]

    @property
    def advance(self) -> float:
        return self.glyphs[-1].x + self.glyphs[-1].advance if self.glyphs else 0.0

    @cached_property
    def path(self) -> Path:
        return joined(glyph.placed for glyph in self.glyphs)

    @property
    def box(self) -> Box:
        return self.path.box if self.path.commands else NOTHING

    @property
    def cap(self) -> float:
        return cap_height(self.face) * self.size


def line(text: str, face: Face, size: float = 1000, tracking: float | None = None) -> Line:
    between = 0.0 if face.joins else (face.tracking if tracking is None else tracking) * size
    said = text.upper() if face.capitals else text
    scale, x = size / harfbuzz.EM, 0.0
    glyphs: list[Glyph] = []
    for number, dx, dy, advance in harfbuzz.shaped(face.file, said, ligatures=face.joins):
        outline = harfbuzz.outline(face.file, number).scaled(scale).moved(dx * scale, -dy * scale)
        glyphs.append(Glyph(outline, x, advance * scale))
        x += advance * scale + between
    return Line(face, size, tuple(glyphs))


def wide(text: str, face: Face, width: float, tallest: float = math.inf, tracking: float | None = None) -> Line:
    """As large as makes its ink so wide, unless the capitals would be taller than they may."""
    trial = line(text, face, 1000, tracking)
    size = 1000 * width / max(trial.box.width, 1)
    return line(text, face, min(size, tallest / cap_height(face)), tracking)


def on_circle(text: Line, radius: float, *, inside: bool = False) -> Path:
    """Around the top of a circle about (0, 0), or, read from inside, along its bottom. Letters are turned, not bent."""
    middle, around = text.box.middle[0], radius + (text.cap if inside else 0)

    def stood(glyph: Glyph) -> Path:
        centre = glyph.x + glyph.advance / 2
        angle = (centre - middle) / (around - text.cap / 2 if inside else radius + text.cap * 0.3)
        upright = glyph.outline.moved(-glyph.advance / 2, around if inside else -radius)
        return upright.turned(math.degrees(-angle if inside else angle))

    return joined(stood(glyph) for glyph in text.glyphs)


def within(path: Path, top: Callable[[float], float], bottom: Callable[[float], float]) -> Path:
    """Poured between two edges: both take 0..1 across the lettering and give a y."""
    box = path.box

    def poured(x: float, y: float) -> Point:
        across = (x - box.left) / max(box.width, 1)
        down = (y - box.top) / max(box.height, 1)
        return x, top(across) + (bottom(across) - top(across)) * down

    return path.bent(poured)


def extruded(path: Path, dx: float, dy: float) -> Path:
    """The solid that the lettering leaves behind when it is pushed along: the letters, and a slab for each edge."""
    slabs: list[Command] = []
    for contour in path.contours(5):
        for a, b in zip(contour, [*contour[1:], contour[0]], strict=True):
            corners = [a, b, (b[0] + dx, b[1] + dy), (a[0] + dx, a[1] + dy)]
            # All run the same way round as a letter's outside, so that nothing cancels out.
            if (b[0] - a[0]) * dy - (b[1] - a[1]) * dx < 0:
                corners.reverse()
            slabs.append(("M", (corners[0],)))
            slabs.extend(("L", (corner,)) for corner in corners[1:])
            slabs.append(("Z", ()))
    return Path(tuple(slabs)) + path + path.moved(dx, dy)


@cache
def cap_height(face: Face) -> float:
    """Of capitals, in ems; measured, as not every font writes it down."""
    return line("H", face).box.height / 1000
