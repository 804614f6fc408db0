"""A phone in its case, face down on a table."""

import math
from functools import lru_cache
from typing import TYPE_CHECKING

from wareloom.designs.box import Box
from wareloom.designs.mockups.cloth import Piece, Relief, relief
from wareloom.designs.mockups.drawing import coverage, draw, dyed, enlarged, filled, line, luminance, mixed, over, rgb
from wareloom.designs.mockups.fabrics import Fabric
from wareloom.designs.mockups.garment import backdrop
from wareloom.designs.mockups.scene import SIDE, Scene, Surface
from wareloom.designs.mockups.warping import Corners, Point, in_perspective, seen_at

if TYPE_CHECKING:
    from pyvips import Image

_WIDTH_IN, _HEIGHT_IN = 2.8, 5.8
_BACK: Corners = ((560, 208), (1330, 128), (1464, 1760), (640, 1846))
_BOX = Box(540, 120, 940, 1740)
_LENSES = ((0.15, 0.085), (0.15, 0.185), (0.335, 0.135))


def _ring(shares: list[Point]) -> str:
    seen = (seen_at(_BACK, across, down) for across, down in shares)
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in seen) + "Z"


def _rounded(left: float, top: float, right: float, bottom: float, radius: float) -> str:
    """A rectangle with round corners on the back of the case; radius in shares of its width."""
    tall = radius * _WIDTH_IN / _HEIGHT_IN
    centres = (
        (right - radius, top + tall),
        (right - radius, bottom - tall),
        (left + radius, bottom - tall),
        (left + radius, top + tall),
    )
    shares: list[Point] = []
    for corner, (x, y) in enumerate(centres):
        for step in range(13):
            angle = math.pi / 2 * (corner - 1 + step / 12)
            shares.append((x + radius * math.cos(angle), y + tall * math.sin(angle)))
    return _ring(shares)


def _circle(across: float, down: float, radius: float) -> str:
    return _rounded(
        across - radius,
        down - radius * _WIDTH_IN / _HEIGHT_IN,
        across + radius,
        down + radius * _WIDTH_IN / _HEIGHT_IN,
        radius,
    )


_CASE = _rounded(0, 0, 1, 1, 0.15)
_ISLAND = _rounded(0.045, 0.026, 0.465, 0.244, 0.11)
_BUTTONS = ("M1366 420 l20 -2 l14 170 l-20 2Z", "M1396 800 l20 -2 l10 130 l-20 2Z")


@lru_cache(maxsize=1)
def _shape() -> Relief:
    return relief((Piece(_CASE, bulge=15, wrinkles=0),))


def phone_case(fabric: Fabric) -> Scene:
    shape = _shape()
    silhouette = enlarged(shape.silhouette)
    hue = rgb(fabric.colour)
    island = coverage(filled(_ISLAND))
    light, gloss = _light(shape), _gloss() * (0.35 + 0.65 * (1 - luminance(hue)))
    back = dyed(light, hue) + gloss
    wall = draw(*_wall(fabric.colour))
    table = over(backdrop(coverage(filled(_CASE), *_thickness())), wall)
    blank = over(mixed(table, back, silhouette), draw(*_camera(fabric.colour)))
    cropped = (_BOX.left, _BOX.top, _BOX.width, _BOX.height)
    surface = Surface(
        box=_BOX,
        lookup=in_perspective(_BOX, _BACK, _WIDTH_IN, _HEIGHT_IN).cast("float").copy_memory(),
        mask=(silhouette * (1 - island) * 255).crop(*cropped).cast("uchar").copy_memory(),
        light=light.crop(*cropped).copy_memory(),
        gloss=gloss.crop(*cropped).copy_memory(),
        pixels_per_inch=(_BACK[1][0] - _BACK[0][0]) / _WIDTH_IN,
    )
    return Scene(blank.cast("uchar").copy(interpretation="srgb").copy_memory(), surface)


def _light(shape: Relief) -> "Image":
    """The bulge of the back, and what the camera island shades."""
    island = coverage(filled(_ISLAND), side=SIDE // 2)
    shaded = 1 - island.gaussblur(9).embed(8, 10, SIDE // 2, SIDE // 2) * 0.34
    return enlarged(shape.light * shaded)


def _gloss() -> "Image":
    """A window that the smooth back mirrors, and its bright edge."""
    from pyvips import Image

    bands = (
        filled(_ring([(0.62, -0.1), (0.98, -0.1), (0.42, 1.1), (0.06, 1.1)])),
        filled(_ring([(1.06, -0.1), (1.14, -0.1), (0.58, 1.1), (0.5, 1.1)])),
    )
    half = SIDE // 2
    mirrored = coverage(*bands, side=half).gaussblur(6) * 15
    edge = coverage(line(_rounded(0.012, 0.006, 0.988, 0.994, 0.14), "#fff", 7), side=half).gaussblur(1.5)
    fall = Image.xyz(half, half) / half
    return enlarged(mirrored + edge * (1.1 - fall[0]) * (1.2 - fall[1]) * 60)


def _thickness() -> list[str]:
    return [f'<g transform="translate({step * 1.4} {step * 2})">{filled(_CASE)}</g>' for step in (10, 20)]


def _wall(colour: str) -> list[str]:
    """The case goes down to the table: its side, darker towards the bottom."""
    layers: list[str] = []
    for step in range(22, 0, -1):
        moved = f"translate({step * 0.9:.1f} {step * 1.3:.1f})"
        shade = 0.3 + step * 0.016
        layers.append(f'<g transform="{moved}">{filled(_CASE, colour)}{filled(_CASE, "#000", shade)}</g>')
    buttons = [filled(button, colour) + filled(button, "#000", 0.38) for button in _BUTTONS]
    return [*buttons, *layers]


def _camera(colour: str) -> list[str]:
    glass = (
        '<radialGradient id="glass" cx="0.35" cy="0.3" r="0.8"><stop offset="0" stop-color="#4a5a78"/>'
        '<stop offset="0.45" stop-color="#141923"/><stop offset="1" stop-color="#05060a"/></radialGradient>'
    )
    shapes = [
        f"<defs>{glass}</defs>",
        filled(_ISLAND, colour),
        filled(_ISLAND, "#000", 0.2),
        line(_ISLAND, "#fff", 5, 0.3),
    ]
    for across, down in _LENSES:
        shapes += [
            f'<g transform="translate(5 8)">{filled(_circle(across, down, 0.088), "#000", 0.35)}</g>',
            filled(_circle(across, down, 0.086), "#8f9196"),
            filled(_circle(across, down, 0.078), "#2a2c31"),
            filled(_circle(across, down, 0.066), "#0b0c10"),
            filled(_circle(across, down, 0.05), "url(#glass)"),
            filled(_circle(across - 0.018, down - 0.01, 0.012), "#fff", 0.75),
            filled(_circle(across + 0.02, down + 0.012, 0.006), "#fff", 0.4),
        ]
    return [*shapes, filled(_circle(0.37, 0.06, 0.026), "#f4efdf"), filled(_circle(0.37, 0.21, 0.014), "#17181b")]
