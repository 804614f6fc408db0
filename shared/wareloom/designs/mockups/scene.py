"""A product that stands ready to be printed on, and the ink that goes on it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wareloom.designs.box import Box

if TYPE_CHECKING:
    from pyvips import Image

_HEM = 2
"""Bare pixels round the ink: without them its border could not fade."""
SIDE = 2000
"""Every mockup is a square of this many pixels; all drawing is done in these coordinates."""


@dataclass(frozen=True)
class Surface:
    """Where a product takes ink. Every image covers `box` alone: nothing outside it is ever touched."""

    box: Box
    lookup: "Image"
    """Two bands: which inch of the print area lies at this pixel, from its left and from its top."""
    mask: "Image"
    """255 where ink stays, 0 where the product ends or something lies over it."""
    light: "Image"
    """What a colour is multiplied by: folds, roundness, shadows."""
    gloss: "Image"
    """What is added after that: highlights."""
    pixels_per_inch: float


@dataclass(frozen=True)
class Scene:
    blank: "Image"
    surface: Surface


def printed(scene: Scene, ink: "Image", *, left: float, top: float, width: float) -> "Image":
    """The blank with `ink` (premultiplied RGBA) on it, `width` inches wide at that place of the print area."""
    from pyvips import Interpolate

    surface, pixels = scene.surface, ink.width / width
    bare = ink.embed(_HEM, _HEM, ink.width + 2 * _HEM, ink.height + 2 * _HEM)
    at = surface.lookup * pixels + [_HEM - left * pixels, _HEM - top * pixels]
    laid = bare.mapim(at, interpolate=Interpolate.new("bicubic"), premultiplied=True).copy(interpretation="srgb")
    mask, alpha = surface.mask / 255, laid[3] / 255
    colour = laid[:3] * surface.light + surface.gloss * alpha
    box = surface.box
    under = scene.blank.crop(box.left, box.top, box.width, box.height)
    wet = colour * mask + under * (1 - alpha * mask)
    return scene.blank.insert(wet.cast("uchar").copy(interpretation="srgb"), box.left, box.top)
