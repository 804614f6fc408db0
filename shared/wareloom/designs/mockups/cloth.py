"""Cloth as a relief: pieces that bulge, folds that run over them, and the light that falls on both.

Worked out at half size, since nothing in it is sharper than a fold; seams and threads are drawn at full size on top.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wareloom.designs.mockups.drawing import coverage, draw, filled, mixed
from wareloom.designs.mockups.scene import SIDE

if TYPE_CHECKING:
    from pyvips import Image

HALF = SIDE // 2
_SUN = (-0.48, -0.56, 0.68)
_FOLD_DEPTH = 29.0
_BLURS = (3.6, 8.0, 17.0)
_GREY = f'<rect width="{SIDE}" height="{SIDE}" fill="#808080"/>'


@dataclass(frozen=True)
class Fold:
    """A ridge (or, with a negative height, a furrow) from one point to another, bent towards a third."""

    start: tuple[float, float]
    bend: tuple[float, float]
    end: tuple[float, float]
    width: float
    height: float
    softness: int = 1
    """0 is a crease, 2 a wave."""

    def path(self) -> str:
        (x, y), (bx, by), (ex, ey) = self.start, self.bend, self.end
        length = math.hypot(ex - x, ey - y) or 1
        across = -(ey - y) / length * self.width, (ex - x) / length * self.width
        return (
            f"M{x} {y}Q{bx + across[0]:.1f} {by + across[1]:.1f} {ex} {ey}"
            f"Q{bx - across[0]:.1f} {by - across[1]:.1f} {x} {y}Z"
        )


@dataclass(frozen=True)
class Piece:
    """A panel of cloth, cut out; later pieces lie on earlier ones."""

    path: str
    bulge: float = 46
    folds: tuple[Fold, ...] = ()
    wrinkles: float = 5
    seed: int = 1
    shadow: float = 0.3
    """How dark it makes what it lies on."""
    tone: float = 1
    """Below 1 for what lies inside or behind."""


@dataclass(frozen=True)
class Relief:
    """All pieces together, at half size."""

    silhouette: "Image"
    light: "Image"
    slope_x: "Image"
    slope_y: "Image"


def relief(pieces: Iterable[Piece]) -> Relief:
    flat = _flat()
    silhouette, light, across, down = flat, flat + 1, flat, flat
    for piece in pieces:
        whole = coverage(filled(piece.path), side=HALF)
        box = _around(whole)
        mask = whole.crop(*box)
        height = _bulging(mask, piece.bulge) + (_folded(piece) + _wrinkled(piece)).crop(*box)
        slope_x, slope_y = _slopes(height)
        shade = _lit(slope_x, slope_y) * _rounded(mask, 0.4) * piece.tone
        under = light.crop(*box) * _shadowed(mask, piece.shadow)
        light = light.insert(mixed(under, shade, mask), *box[:2]).copy_memory()
        across = across.insert(mixed(across.crop(*box), slope_x, mask), *box[:2]).copy_memory()
        down = down.insert(mixed(down.crop(*box), slope_y, mask), *box[:2]).copy_memory()
        silhouette = silhouette + (1 - silhouette) * whole
    silhouette = silhouette.copy_memory()
    light = light * _rounded(silhouette, 0.7)
    return Relief(silhouette, light.copy_memory(), across, down)


def _around(mask: "Image") -> tuple[int, int, int, int]:
    """Left, top, width, height of the piece and its shadow; in whole fours, which shrink and grow without rest."""
    left, top, width, height = (mask * 255).find_trim(background=[0], threshold=1)
    left, top = max(0, left - 32) // 4 * 4, max(0, top - 32) // 4 * 4
    return left, top, min(HALF - left, (width + 64) // 4 * 4), min(HALF - top, (height + 64) // 4 * 4)


def _flat() -> "Image":
    from pyvips import Image

    return Image.black(HALF, HALF).cast("float")


def _bulging(mask: "Image", height: float) -> "Image":
    """Steep at the edge, nearly flat in the middle."""
    wide = _wide_blur(mask, 50)
    return (mask.gaussblur(5) * 0.07 + mask.gaussblur(16) * 0.25 + wide * 0.68) * height


def _wide_blur(image: "Image", sigma: float) -> "Image":
    """A blur that wide loses nothing at a quarter of the size."""
    return image.resize(0.25).gaussblur(sigma / 4).copy_memory().resize(4, kernel="cubic")


def _folded(piece: Piece) -> "Image":
    """Folds drawn white (ridges) or black (furrows) on grey, then put out of focus; soft ones on fewer pixels."""
    height = _flat()
    for softness, sigma in enumerate(_BLURS):
        folds = [_inked(fold) for fold in piece.folds if fold.softness == softness]
        if folds:
            shrink = 1 << softness
            drawn = draw(_GREY, *folds, side=HALF // shrink)[1] - 128
            height += drawn.gaussblur(sigma / shrink).copy_memory().resize(shrink, kernel="cubic") / 127 * _FOLD_DEPTH
    return height


def _inked(fold: Fold) -> str:
    return filled(fold.path(), "#fff" if fold.height > 0 else "#000", min(1.0, abs(fold.height)))


def _wrinkled(piece: Piece) -> "Image":
    """Nothing lies quite flat: slow waves, and finer ones stretched along the drop of the cloth."""
    from pyvips import Image

    small = HALF // 4
    waves = Image.perlin(small, small, cell_size=58, seed=piece.seed)
    fine = Image.perlin(small, small, cell_size=25, seed=piece.seed + 1)
    drawn = Image.perlin(small, small, cell_size=16, seed=piece.seed + 2)
    drawn = drawn.crop(0, 0, small, small // 4).resize(1, vscale=4, kernel="cubic")
    height = (waves * 2.2 + fine * 0.8 + drawn * 0.5) * piece.wrinkles
    return height.gaussblur(2).copy_memory().resize(HALF / height.width, vscale=HALF / height.height, kernel="cubic")


def _slopes(height: "Image") -> "tuple[Image, Image]":
    from pyvips import Image

    smooth = height.copy_memory().gaussblur(1.2).copy_memory()
    across = smooth.conv(Image.new_from_array([[-0.5, 0, 0.5]]), precision="float")
    down = smooth.conv(Image.new_from_array([[-0.5], [0], [0.5]]), precision="float")
    return across.copy_memory(), down.copy_memory()


def _lit(slope_x: "Image", slope_y: "Image") -> "Image":
    """Lambert's law with a bright sky: 1 where the cloth lies flat."""
    x, y, z = _SUN
    facing = (slope_x * -x + slope_y * -y + z) / (slope_x * slope_x + slope_y * slope_y + 1) ** 0.5
    brighter = facing / z - 1
    return 1 + (brighter > 0).ifthenelse(brighter * 0.16, brighter * 0.6)


def _rounded(mask: "Image", depth: float) -> "Image":
    """Edges turn away from the light."""
    return 1 - (1 - mask.gaussblur(8) * 0.66 - mask.gaussblur(2) * 0.34) * (0.36 * depth)


def _shadowed(mask: "Image", darkness: float) -> "Image":
    """What a piece casts on the one below it, a little down and to the right."""
    cast = mask.gaussblur(7).embed(4, 6, mask.width, mask.height)
    return 1 - cast * darkness
