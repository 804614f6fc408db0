"""Pictures of print size: drawn from SVG, enlarged, measured. libvips streams them: no whole canvas lies in memory."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wareloom.designs.box import Box
from wareloom.kit.errors import Rejected

if TYPE_CHECKING:
    from pyvips import Image

FAINT = 8
"""An alpha up to this much is no ink: a resampling kernel leaves such traces around an edge."""

_MM_PER_INCH = 25.4
_COMPRESSION = 3
_NO_FILTER = 8
_NO_METADATA = 0
"""libvips' numbers: `ForeignPngFilter.NONE`, `ForeignKeep.NONE`."""


@dataclass(frozen=True)
class ArtFacts:
    """What print readiness asks of a file."""

    width: int
    height: int
    dpi: int
    """As written in the file; 0 where none is."""
    has_alpha: bool
    """There is an alpha channel, and some of it lets the fabric through."""
    ink_box: Box
    coverage: float
    """The share of the canvas that is inked, 0 to 1."""


@dataclass(frozen=True)
class Wear:
    """Worn ink: grain knocked out of the print, the same for the same seed."""

    seed: int
    strength: float


def draw(inks: str, cuts: str | None, wear: Wear | None, *, dpi: int) -> bytes:
    """The ink's SVG as PNG; where `cuts` is white, the fabric shows. Masks in SVG would cost ten times as much."""
    from pyvips import Image

    image = Image.svgload_buffer(inks.encode(), access="sequential")
    alpha = image[3]
    if cuts is not None:
        alpha = alpha.minpair(Image.svgload_buffer(cuts.encode(), access="sequential")[0].invert())
    if wear is not None:
        alpha = alpha.minpair(_worn(image.width, image.height, wear))
    if cuts is not None or wear is not None:
        image = image[:3].bandjoin(alpha)
    return _png(image, dpi)


def enlarge(png: bytes, width: int, height: int, *, dpi: int) -> bytes:
    """The picture as large as the canvas allows, in its middle, its proportions kept."""
    with _readable():
        image = _open(png)
        if not image.hasalpha():
            image = image.bandjoin(255)
        scale = min(width / image.width, height / image.height)
        # Premultiplied, or the colour of invisible pixels would bleed into the edges.
        large = image.premultiply().resize(scale, kernel="lanczos3").unpremultiply().cast("uchar")
        left, top = (width - large.width) // 2, (height - large.height) // 2
        return _png(large.embed(left, top, width, height, extend="background", background=[0, 0, 0, 0]), dpi)


def measure(png: bytes) -> ArtFacts:
    with _readable():
        image = _open(png)
        dpi = round(image.xres * _MM_PER_INCH) if image.xres > 1 else 0  # libvips says 1 where the file says nothing
        # One decoding for three questions; one band of a print is a quarter of it.
        alpha = (image[image.bands - 1] if image.hasalpha() else (image[0] * 0 + 255).cast("uchar")).copy_memory()
    left, top, width, height = alpha.find_trim(background=[0], threshold=FAINT, line_art=True)
    return ArtFacts(
        width=image.width,
        height=image.height,
        dpi=dpi,
        has_alpha=alpha.minpos()[0] < 255 - FAINT,
        ink_box=Box(left, top, width, height),
        coverage=alpha.avg() / 255,
    )


@contextmanager
def _readable() -> Generator[None]:
    import pyvips

    try:
        yield
    except pyvips.Error as failure:
        raise Rejected("This is not a PNG picture that can be read.") from failure


def _open(png: bytes) -> "Image":
    from pyvips import Image

    image = Image.pngload_buffer(png, fail_on="truncated")
    return image.colourspace("srgb").cast("uchar", shift=image.format == "ushort")


def _png(image: "Image", dpi: int) -> bytes:
    marked = image.copy(interpretation="srgb", xres=dpi / _MM_PER_INCH, yres=dpi / _MM_PER_INCH)
    # Flat inks: filters gain nothing, and a higher level costs more seconds than it saves bytes.
    return marked.pngsave_buffer(compression=_COMPRESSION, filter=_NO_FILTER, keep=_NO_METADATA)


def _worn(width: int, height: int, wear: Wear) -> "Image":
    """Fine specks, gathered in patches as on an old shirt: small noise, enlarged, its edges made hard."""
    from pyvips import Image

    across, down = width // 6 + 2, height // 6 + 2
    specks = Image.gaussnoise(across, down, mean=0, sigma=4, seed=wear.seed % 2**31).gaussblur(1.1)
    patches = Image.perlin(across, down, cell_size=150, seed=(wear.seed + 1) % 2**31)
    kept = specks + patches * 1.5 + (3.9 - 2.9 * wear.strength)
    smooth = (kept * 60 + 128).cast("uchar").resize(6, kernel="cubic").crop(0, 0, width, height)
    # Half-gone ink prints as a stain: it is there or it is not, but for a pixel at the edge.
    return smooth.linear([9.0], [-8.0 * 128], uchar=True)
