"""Art whose every edge is known, and rulers for what became of it."""

from typing import TYPE_CHECKING

from wareloom.designs import mockup
from wareloom.designs.mockup import Prepared
from wareloom.designs.mockups.fabrics import COLOURS
from wareloom.designs.products import Product

if TYPE_CHECKING:
    from pyvips import Image

LIGHT, DARK = "white", "black"


def art(*shapes: str, width: int = 900, height: int = 1080) -> Prepared:
    from pyvips import Image

    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">{"".join(shapes)}</svg>'
    return mockup.prepare(Image.svgload_buffer(svg.encode()).pngsave_buffer(compression=1))


def bar(left: float, top: float, width: float, height: float, colour: str = "#000") -> str:
    return f'<rect x="{left}" y="{top}" width="{width}" height="{height}" fill="{colour}"/>'


def square(colour: str) -> Prepared:
    return art(bar(0, 0, 900, 900, colour), width=900, height=900)


def light_one(product: Product) -> str:
    return next(colour for colour in COLOURS[product] if colour in {"white", "cream"})


def changed(one: "Image", other: "Image") -> "Image":
    """255 where any colour differs."""
    return ((one.cast("short") - other.cast("short")).abs().bandor() > 0).cast("uchar")


def share(where: "Image") -> float:
    return where.avg() / 255


def dark(picture: "Image") -> "Image":
    """255 where black ink lies."""
    return (picture.colourspace("b-w") < 70).cast("uchar")


def top_edge(ink: "Image", x: int) -> int:
    """Where the ink begins in this column."""
    _left, top, _width, height = ink.crop(x, 0, 1, ink.height).find_trim(background=[0], threshold=10, line_art=True)
    assert height, f"no ink in column {x}"
    return top


def runs(ink: "Image", y: int) -> list[tuple[int, int]]:
    """Start and length of each stretch of ink in this row."""
    row = bytes(ink.crop(0, y, ink.width, 1).write_to_memory())
    starts = [x for x in range(1, len(row)) if row[x] and not row[x - 1]]
    return [(start, row.index(0, start) - start) for start in starts]
