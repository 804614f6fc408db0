"""A picture of a product with the art on it, 2000×2000, opaque, for a listing."""

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

from wareloom.designs.mockups.fabrics import COLOURS, FABRICS, Inks, suits
from wareloom.designs.mockups.registry import DRAWN
from wareloom.designs.mockups.scene import SIDE, Scene, printed
from wareloom.designs.print_specification import SPECIFICATIONS, place
from wareloom.designs.products import Product
from wareloom.designs.raster import FAINT
from wareloom.kit.errors import Rejected

if TYPE_CHECKING:
    from pyvips import Image

_LARGEST = 1300
"""No product shows more pixels of the art than this."""
_PALETTE = 48
"""Pixels along one side are enough to know the colours by."""

_SOLID = 127


@dataclass(frozen=True)
class Prepared:
    """The art decoded and reduced, once for all of its mockups: decoding is most of a mockup's work."""

    ink: "Image"
    """Premultiplied RGBA, cut to the ink."""
    inks: Inks
    """What decides which fabric suits it."""


@dataclass(frozen=True)
class Mockup:
    body: bytes
    colour: str
    width: int = SIDE
    height: int = SIDE
    content_type: ClassVar[str] = "image/webp"


def prepare(png: bytes) -> Prepared:
    import pyvips

    try:
        small = pyvips.Image.thumbnail_buffer(png, _LARGEST, height=_LARGEST, size="down").colourspace("srgb")
        opaque = small if small.hasalpha() else small.bandjoin(255)
        art = opaque.cast("uchar").copy_memory()
    except pyvips.Error as failure:
        raise Rejected("This is not a picture that can be read.") from failure
    left, top, width, height = art[3].find_trim(background=[0], threshold=FAINT, line_art=True)
    if not (width and height):
        raise Rejected("There is nothing on this picture: every pixel is transparent.")
    cut = art.crop(left, top, width, height)
    return Prepared(cut.premultiply().cast("uchar").copy_memory(), _inks(cut))


def mockup(prepared: Prepared, product: Product, colour: str | None = None) -> Mockup:
    """In the fabric colour asked for, or in one that suits the ink."""
    if product not in DRAWN:
        raise Rejected(f"There is no product “{product}”. Known: {', '.join(DRAWN)}.")
    chosen = colour or suits(prepared.inks, product)
    if chosen not in COLOURS[product]:
        raise Rejected(f"The {product} does not come in “{chosen}”. It comes in: {', '.join(COLOURS[product])}.")
    picture = pictured(prepared, product, chosen)
    return Mockup(picture.webpsave_buffer(Q=86, effort=2, keep=0), chosen)  # 0: no metadata


def pictured(prepared: Prepared, product: Product, colour: str) -> "Image":
    """Before it is encoded."""
    bare, ink = scene(product, colour), prepared.ink
    where = place(ink.width, ink.height, SPECIFICATIONS[product])
    fitted = ink.resize(where.width * bare.surface.pixels_per_inch / ink.width, kernel="lanczos3").copy_memory()
    return printed(bare, fitted, left=where.left, top=where.top, width=where.width)


@lru_cache(maxsize=8)
def scene(product: Product, colour: str) -> Scene:
    """Some 25 MB each, and a second to draw."""
    return DRAWN[product](FABRICS[colour])


def _inks(art: "Image") -> Inks:
    """Colours in steps of sixteen, and how much of the ink each is."""
    small = bytes(art.thumbnail_image(_PALETTE, height=_PALETTE, size="down").write_to_memory())
    pixels = zip(small[::4], small[1::4], small[2::4], small[3::4], strict=True)
    seen = Counter((red // 16, green // 16, blue // 16) for red, green, blue, alpha in pixels if alpha > _SOLID)
    if not seen:
        return {}
    return {(red * 17, green * 17, blue * 17): n / seen.total() for (red, green, blue), n in seen.items()}
