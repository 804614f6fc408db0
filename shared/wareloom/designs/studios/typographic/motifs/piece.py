"""What a small picture is made of: shapes in one of two inks, lines, and what is cut out of them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from wareloom.designs.studios.typographic.path import Command, Path, circle, joined, polygon, read

Role = Literal["main", "second", "cut", "rim"]
"""A cut is a detail; a rim only keeps a shape apart from what lies behind it."""


@dataclass(frozen=True)
class Piece:
    path: Path
    role: Role = "main"
    stroke: float = 0.0
    """The width of a line; 0 is a filled shape."""


Motif = tuple[Piece, ...]
Drawn = Callable[[], Motif]


def fill(*shapes: Path | str, role: Role = "main") -> Piece:
    return Piece(joined(_path(shape) for shape in shapes), role)


def second(*shapes: Path | str) -> Piece:
    return fill(*shapes, role="second")


def cut(*shapes: Path | str) -> Piece:
    return fill(*shapes, role="cut")


def rim(*shapes: Path | str) -> Piece:
    return fill(*shapes, role="rim")


def lines(width: float, *shapes: Path | str, role: Role = "main") -> Piece:
    return Piece(joined(_path(shape) for shape in shapes), role, width)


def both(half: str) -> Path:
    """A symmetric outline from its right half, written from the top of the axis to its bottom."""
    right = read(half)
    left = _reversed(right.mirrored().commands)
    return Path((*right.commands, *left[1:], ("Z", ())))


def pair(shape: Path | str) -> Path:
    """The shape and its mirror image, drawn the same way round: where the two meet, nothing cancels out."""
    mirrored, contour = list[Command](), list[Command]()
    for command in (*_path(shape).mirrored().commands, ("M", ())):
        if command[0] == "M" and contour:
            closed = contour[-1][0] == "Z"
            mirrored += [*_reversed(contour[:-1] if closed else contour), *([("Z", ())] if closed else [])]
            contour = []
        contour.append(command)
    return Path((*_path(shape).commands, *mirrored))


def spun(shape: Path | str, times: int, first: float = 0) -> Path:
    return joined(_path(shape).turned(first + 360 * n / times) for n in range(times))


def oval(x: float, y: float, across: float, down: float, turned: float = 0) -> Path:
    return circle(0, 0, across, down).turned(turned).moved(x, y)


def star(points: int, outer: float, inner: float) -> Path:
    corners = [Path((("M", ((0, -(inner if n % 2 else outer)),)),)).turned(180 * n / points) for n in range(2 * points)]
    return polygon(corner.commands[0][1][0] for corner in corners)


def leaf(length: float, width: float) -> Path:
    """Standing on (0, 0)."""
    return read(
        f"M0 0 C{width} {-length * 0.25} {width} {-length * 0.7} 0 {-length} "
        f"C{-width} {-length * 0.7} {-width} {-length * 0.25} 0 0Z"
    )


def _path(shape: Path | str) -> Path:
    return read(shape) if isinstance(shape, str) else shape


def _reversed(commands: Iterable[Command]) -> list[Command]:
    """An open path walked the other way."""
    found = list(commands)
    steps = zip(reversed(found[:-1]), reversed(found[1:]), strict=True)
    return [
        ("M", (found[-1][1][-1],)),
        *((kind, (*reversed(points[:-1]), before[1][-1])) for before, (kind, points) in steps),
    ]
