"""Which inch of the print lies at which pixel: flat, in perspective, or round a cylinder."""

from typing import TYPE_CHECKING

from wareloom.designs.box import Box

if TYPE_CHECKING:
    from pyvips import Image

Point = tuple[float, float]
Corners = tuple[Point, Point, Point, Point]
"""Top left, top right, bottom right, bottom left."""


def places(box: Box) -> "tuple[Image, Image]":
    """The x and the y of each pixel of the box, in the scene."""
    from pyvips import Image

    grid = Image.xyz(box.width, box.height).cast("float")
    return grid[0] + box.left, grid[1] + box.top


def flat(box: Box, left: float, top: float, pixels_per_inch: float) -> "Image":
    x, y = places(box)
    return ((x - left) / pixels_per_inch).bandjoin((y - top) / pixels_per_inch)


def in_perspective(box: Box, corners: Corners, width: float, height: float) -> "Image":
    """A sheet `width` × `height` whose corners are seen at these points."""
    (a, b, c), (d, e, f), (g, h, i) = _inverse(_projection(corners))
    x, y = places(box)
    depth = x * g + y * h + i
    return ((x * a + y * b + c) / depth * width).bandjoin((x * d + y * e + f) / depth * height)


def seen_at(corners: Corners, across: float, down: float) -> Point:
    """Where a point of the sheet, given in shares of its width and height, is seen."""
    first, second, third = _projection(corners)
    depth = third[0] * across + third[1] * down + third[2]
    x, y = (row[0] * across + row[1] * down + row[2] for row in (first, second))
    return x / depth, y / depth


_Row = tuple[float, float, float]
_Matrix = tuple[_Row, _Row, _Row]


def _projection(corners: Corners) -> _Matrix:
    """From the unit square to the corners, by Heckbert's closed form."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = corners
    dx1, dx2, dx3 = x1 - x2, x3 - x2, x0 - x1 + x2 - x3
    dy1, dy2, dy3 = y1 - y2, y3 - y2, y0 - y1 + y2 - y3
    area = dx1 * dy2 - dx2 * dy1
    g, h = (dx3 * dy2 - dx2 * dy3) / area, (dx1 * dy3 - dx3 * dy1) / area
    return (x1 - x0 + g * x1, x3 - x0 + h * x3, x0), (y1 - y0 + g * y1, y3 - y0 + h * y3, y0), (g, h, 1.0)


def _inverse(matrix: _Matrix) -> _Matrix:
    """Up to a factor, which perspective does not see."""
    (a, b, c), (d, e, f), (g, h, i) = matrix
    return (
        (e * i - f * h, c * h - b * i, b * f - c * e),
        (f * g - d * i, a * i - c * g, c * d - a * f),
        (d * h - e * g, b * g - a * h, a * e - b * d),
    )
