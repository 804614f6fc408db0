"""Draws a small picture onto a sheet: solid, as a line drawing, or in pixels."""

from collections.abc import Callable
from itertools import pairwise
from typing import Literal

from wareloom.designs.studios.typographic.inks import Inks
from wareloom.designs.studios.typographic.motifs.piece import Motif, Piece
from wareloom.designs.studios.typographic.path import Box, Path, Point, joined, rectangle
from wareloom.designs.studios.typographic.sheet import CUT, Sheet

Hand = Literal["solid", "line", "pixel"]
_OPEN = {"cut", "rim"}
CELLS = 26
"""How many pixels a pixel picture is wide."""


def draw(
    sheet: Sheet, motif: Motif, x: float, y: float, size: float, inks: Inks, hand: Hand = "solid", *, cut: str = CUT
) -> Box:
    """Fitted into a square of that size about (x, y). Returns what it covers."""
    whole = box(motif)
    scale = size / max(whole.width, whole.height)
    middle = whole.middle

    def place(path: Path) -> Path:
        return path.moved(-middle[0], -middle[1]).scaled(scale).moved(x, y)

    _HANDS[hand](sheet, motif, place, scale, {"main": inks.main, "second": inks.second, "cut": cut, "rim": cut})
    width, height = whole.width * scale / 2, whole.height * scale / 2
    return Box(x - width, y - height, x + width, y + height)


def box(motif: Motif) -> Box:
    inked = [piece.path.box.grown(piece.stroke / 2) for piece in motif if piece.role not in _OPEN]
    found = inked[0]
    for other in inked[1:]:
        found = found.joined(other)
    return found


Place = Callable[[Path], Path]


def _solid(sheet: Sheet, motif: Motif, place: Place, scale: float, colours: dict[str, str]) -> None:
    for piece in motif:
        if piece.stroke:
            sheet.stroke(place(piece.path), colours[piece.role], piece.stroke * scale)
        else:
            sheet.fill(place(piece.path), colours[piece.role])


def _line(sheet: Sheet, motif: Motif, place: Place, scale: float, colours: dict[str, str]) -> None:
    """Every shape by its outline; what is cut from a solid picture is a line here."""
    pen = 2.4 * scale
    for piece in motif:
        path, ink = place(piece.path), colours["main" if piece.role == "cut" else piece.role]
        if piece.role == "rim":
            _solid(sheet, (piece,), place, scale, colours)
            continue
        if piece.stroke > 4.8:
            sheet.stroke(path, ink, piece.stroke * scale)
            sheet.stroke(path, CUT, piece.stroke * scale - 2 * pen)
            continue
        if not piece.stroke and piece.role != "cut":
            sheet.fill(path, CUT)
        sheet.stroke(path, ink, pen)


def _pixel(sheet: Sheet, motif: Motif, place: Place, _scale: float, colours: dict[str, str]) -> None:
    whole = box(motif)
    cell = max(whole.width, whole.height) / CELLS
    squares: dict[str, list[Path]] = {}
    for row in range(round(whole.height / cell)):
        for column in range(round(whole.width / cell)):
            left, top = whole.left + column * cell, whole.top + row * cell
            role = _role_at(motif, (left + cell / 2, top + cell / 2))
            if role not in _OPEN:
                squares.setdefault(role, []).append(place(rectangle(left, top, cell * 1.01, cell * 1.01)))
    for role, found in squares.items():
        sheet.fill(joined(found), colours[role])


def _role_at(motif: Motif, point: Point) -> str:
    found = "cut"
    for piece in motif:
        if _covers(piece, point):
            found = piece.role
    return found


def _covers(piece: Piece, point: Point) -> bool:
    contours = piece.path.contours(6)
    if piece.stroke:
        reach = max(piece.stroke / 2, 1.6)
        return any(_distance(point, a, b) <= reach for line in contours for a, b in pairwise(line))
    return sum(_winding(point, contour) for contour in contours) != 0


def _winding(point: Point, contour: list[Point]) -> int:
    x, y = point
    turns = 0
    for (ax, ay), (bx, by) in zip(contour, [*contour[1:], contour[0]], strict=True):
        if (ay <= y) != (by <= y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            turns += 1 if by > ay else -1
    return turns


def _distance(point: Point, a: Point, b: Point) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = 0.0 if length == 0 else max(0.0, min(1.0, ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length))
    return ((point[0] - a[0] - t * dx) ** 2 + (point[1] - a[1] - t * dy) ** 2) ** 0.5


_HANDS: dict[Hand, Callable[[Sheet, Motif, Place, float, dict[str, str]], None]] = {
    "solid": _solid,
    "line": _line,
    "pixel": _pixel,
}
