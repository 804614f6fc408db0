"""What the products come in, and which of it an ink can be read on."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from wareloom.designs.mockups.drawing import RGB, linear, rgb
from wareloom.designs.products import Product


@dataclass(frozen=True)
class Fabric:
    colour: str
    fleck: float = 0
    """How unevenly the yarn is dyed; 0 for one even colour."""


FABRICS: dict[str, Fabric] = {
    "white": Fabric("#f4f3f0"),
    "cream": Fabric("#efe5d0"),
    "sand": Fabric("#d9c7a5"),
    "natural": Fabric("#e8dcc3"),
    "heather": Fabric("#b9babd", fleck=0.05),
    "dusty rose": Fabric("#d3a29c"),
    "mustard": Fabric("#d2a036"),
    "sage": Fabric("#9caa8e"),
    "sky": Fabric("#a9c3d6"),
    "rust": Fabric("#a5512f"),
    "forest": Fabric("#24402f"),
    "navy": Fabric("#1d2a44"),
    "maroon": Fabric("#571f2a"),
    "charcoal": Fabric("#3b3d42"),
    "black": Fabric("#1c1c1f"),
}

COLOURS: dict[Product, tuple[str, ...]] = {
    "tee": ("white", "black", "cream", "navy", "heather", "forest", "sand", "mustard", "rust", "dusty rose", "sage"),
    "hoodie": ("heather", "black", "sand", "navy", "forest", "maroon", "cream", "dusty rose", "charcoal"),
    "mug": ("white", "black", "navy", "cream", "sage", "dusty rose"),
    "poster": ("white", "cream", "charcoal", "navy", "forest", "black"),
    "tote": ("natural", "black", "navy", "white", "sage"),
    "phone case": ("cream", "black", "dusty rose", "sage", "navy", "white", "mustard"),
}
"""Per product; the first is what it is shown in when the ink can be read on it."""

Inks = Mapping[RGB, float]
"""Colours, and the share of the ink that each is."""

_TOLD_APART = 0.2
"""A distance in OKLab from which a shape is told from its ground at a glance."""
_ENOUGH = 0.9


def suits(inks: Inks, product: Product) -> str:
    """The first of the product's fabrics on which nearly all the ink is seen; failing that, where most of it is."""
    seen = {name: _seen(inks, FABRICS[name]) for name in COLOURS[product]}
    return next((name for name, share in seen.items() if share >= _ENOUGH), max(seen, key=lambda name: seen[name]))


def _seen(inks: Inks, fabric: Fabric) -> float:
    ground = _oklab(rgb(fabric.colour))
    return sum(share for ink, share in inks.items() if math.dist(_oklab(ink), ground) >= _TOLD_APART)


def _oklab(colour: RGB) -> RGB:
    """Lightness and two hues, evenly spaced for the eye (Ottosson 2020)."""
    red, green, blue = linear(colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )
