"""Outlines: straight lines and curves that can be moved, bent and written as SVG. y grows downwards."""

import math
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

Point = tuple[float, float]
Command = tuple[str, tuple[Point, ...]]
"""`M` one point, `L` one, `Q` two, `C` three, `Z` none: absolute."""


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> Point:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def grown(self, by: float) -> "Box":
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def joined(self, other: "Box") -> "Box":
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


NOTHING = Box(0, 0, 0, 0)


@dataclass(frozen=True)
class Path:
    commands: tuple[Command, ...] = ()

    def __add__(self, other: "Path") -> "Path":
        return Path(self.commands + other.commands)

    @cached_property
    def box(self) -> Box:
        points = [point for contour in self.contours(8) for point in contour]
        if not points:
            return NOTHING
        across, down = [x for x, _ in points], [y for _, y in points]
        return Box(min(across), min(down), max(across), max(down))

    def mapped(self, move: Callable[[float, float], Point]) -> "Path":
        return Path(tuple((kind, tuple(move(x, y) for x, y in points)) for kind, points in self.commands))

    def moved(self, dx: float, dy: float) -> "Path":
        return self.mapped(lambda x, y: (x + dx, y + dy))

    def scaled(self, by: float, vertically: float | None = None) -> "Path":
        down = by if vertically is None else vertically
        return self.mapped(lambda x, y: (x * by, y * down))

    def turned(self, degrees: float) -> "Path":
        cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        return self.mapped(lambda x, y: (x * cos - y * sin, x * sin + y * cos))

    def mirrored(self) -> "Path":
        return self.scaled(-1, 1)

    def centred(self, x: float = 0, y: float = 0) -> "Path":
        middle = self.box.middle
        return self.moved(x - middle[0], y - middle[1])

    def bent(self, move: Callable[[float, float], Point], step: float = 45) -> "Path":
        """Mapped through a curved space: cut into short pieces first, or long straight lines would stay straight."""
        return Path(tuple(_pieces(self.commands, step))).mapped(move)

    def contours(self, parts: int = 6) -> list[list[Point]]:
        """Each outline as a polygon, its curves in `parts` straight pieces."""
        found: list[list[Point]] = []
        here: Point = (0, 0)
        for kind, points in self.commands:
            if kind == "M":
                found.append([points[0]])
            elif kind == "L":
                found[-1].append(points[0])
            elif kind in "QC":
                found[-1].extend(_along(here, points, n / parts) for n in range(1, parts + 1))
            if points:
                here = points[-1]
        return found

    def svg(self) -> str:
        return "".join(kind + " ".join(f"{_short(x)} {_short(y)}" for x, y in points) for kind, points in self.commands)


def joined(paths: Iterable[Path]) -> Path:
    return Path(tuple(command for path in paths for command in path.commands))


def polygon(points: Iterable[Point]) -> Path:
    first, *rest = points
    return Path((("M", (first,)), *(("L", (point,)) for point in rest), ("Z", ())))


def rectangle(left: float, top: float, width: float, height: float) -> Path:
    right, bottom = left + width, top + height
    return polygon([(left, top), (right, top), (right, bottom), (left, bottom)])


def circle(x: float, y: float, radius: float, vertically: float | None = None) -> Path:
    down = radius if vertically is None else vertically
    k, m = 0.5523 * radius, 0.5523 * down
    return Path((
        ("M", ((x + radius, y),)),
        ("C", ((x + radius, y + m), (x + k, y + down), (x, y + down))),
        ("C", ((x - k, y + down), (x - radius, y + m), (x - radius, y))),
        ("C", ((x - radius, y - m), (x - k, y - down), (x, y - down))),
        ("C", ((x + k, y - down), (x + radius, y - m), (x + radius, y))),
        ("Z", ()),
    ))  # fmt: skip


def ring(x: float, y: float, outer: float, inner: float) -> Path:
    """A circle with a hole: the inner one runs the other way round."""
    return circle(x, y, outer) + circle(0, 0, inner).mirrored().moved(x, y)


def polyline(points: Iterable[Point]) -> Path:
    """Open: to be stroked, not filled."""
    first, *rest = points
    return Path((("M", (first,)), *(("L", (point,)) for point in rest)))


def read(written: str) -> Path:
    """The small part of SVG's path language that our motifs are written in: absolute M L Q C Z."""
    commands: list[Command] = []
    for part in re.findall(r"[MLQCZ][^MLQCZ]*", written):
        numbers = [float(number) for number in part[1:].replace(",", " ").split()]
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        commands.extend(_spelled_out(part[0], points))
    return Path(tuple(commands))


def _spelled_out(kind: str, points: list[Point]) -> Iterator[Command]:
    """`L1 2 3 4` is two lines; `C` takes its points in threes."""
    size = {"M": 1, "L": 1, "Q": 2, "C": 3, "Z": 0}[kind]
    if size == 0:
        yield kind, ()
        return
    for start in range(0, len(points), size):
        yield kind if start == 0 or kind != "M" else "L", tuple(points[start : start + size])


def _along(start: Point, points: tuple[Point, ...], t: float) -> Point:
    line: list[Point] = [start, *points]
    while len(line) > 1:
        line = [(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in pairwise(line)]
    return line[0]


def _pieces(commands: tuple[Command, ...], step: float) -> Iterator[Command]:
    """The same outline in pieces no longer than a step: straight ones, short enough to be curves once they are bent."""
    here: Point = (0, 0)
    start: Point = (0, 0)
    for kind, points in commands:
        if kind == "M":
            start = points[0]
            yield kind, points
        else:
            ends = points or (start,)
            corners = [here, *ends]
            length = sum(math.dist(a, b) for a, b in pairwise(corners))
            parts = max(1 if len(ends) == 1 else 6, math.ceil(length / step))
            yield from (("L", (_along(here, ends, n / parts),)) for n in range(1, parts + 1))
        if kind == "Z":
            yield kind, points
        here = points[-1] if points else start


def _short(number: float) -> str:
    """A tenth of a pixel is enough, and shorter files are read sooner."""
    return f"{number:.1f}".removesuffix(".0")
