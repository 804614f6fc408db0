"""From a relief of cloth and a colour to a scene: fabric, threads, shadow, background, and the place for ink."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from wareloom.designs.box import Box
from wareloom.designs.mockups.cloth import Relief
from wareloom.designs.mockups.drawing import RGB, coverage, draw, dyed, enlarged, luminance, mixed, noise, over, rgb
from wareloom.designs.mockups.scene import SIDE, Scene, Surface
from wareloom.designs.mockups.warping import flat

if TYPE_CHECKING:
    from pyvips import Image

_BACKDROP: RGB = (232, 229, 224)
_INK_GRIP = 24.0
"""Pixels that a slope of one moves the ink: the folds of the art."""


def scene(
    shape: Relief,
    weave: "Image",
    threads: Sequence[str],
    colour: str,
    *,
    area: Box,
    pixels_per_inch: float,
    hanging: Sequence[str] = (),
) -> Scene:
    """`area` is the print area as it would lie on flat cloth; `weave` is the texture, 1 where there is none; `hanging`
    is drawn over fabric and ink."""
    hue = rgb(colour)
    silhouette, light, weave = enlarged(shape.silhouette), enlarged(shape.light), weave.copy_memory()
    veil = sheen(light, hue)
    fabric = over((dyed(weave * light, hue) + veil).cast("uchar"), draw(*threads, *hanging))
    blank = mixed(backdrop(silhouette), fabric, silhouette).cast("uchar").copy(interpretation="srgb")
    box = widened(area, 40)
    slopes = _within(enlarged(shape.slope_x).bandjoin(enlarged(shape.slope_y)), box).gaussblur(5)
    at = flat(box, area.left, area.top, pixels_per_inch) + slopes * (_INK_GRIP / pixels_per_inch)
    surface = Surface(
        box=box,
        lookup=at.cast("float").copy_memory(),
        mask=(_within(silhouette * (1 - coverage(*hanging)), box) * 250).cast("uchar").copy_memory(),
        light=_within(light * (weave * 0.6 + 0.4), box).cast("float").copy_memory(),
        gloss=_within(veil * 0.7, box).cast("float").copy_memory(),
        pixels_per_inch=pixels_per_inch,
    )
    return Scene(blank.copy_memory(), surface)


def sheen(light: "Image", hue: RGB) -> "Image":
    """Dark cloth swallows a multiplied light: what makes its folds seen is what it throws back."""
    over = light - 0.87
    return (over > 0).ifthenelse(over, over * 0.3) * (4 + 64 * (1 - luminance(hue)) ** 3)


def backdrop(silhouette: "Image") -> "Image":
    """A warm pale table, lit from the upper left, with the shadow of what lies on it."""
    from pyvips import Image

    quarter = SIDE // 4
    grid = Image.xyz(quarter, quarter) / quarter
    fall = 1.045 - grid[0] * 0.05 - grid[1] * 0.06
    small = silhouette.resize(0.25)
    near = small.gaussblur(4).embed(4, 5, quarter, quarter)
    far = small.gaussblur(16).embed(10, 14, quarter, quarter)
    tone = enlarged(fall * (1 - near * 0.2 - far * 0.24))
    return dyed(tone, _BACKDROP) + noise(SIDE, SIDE, sigma=0.7, seed=3)


def jersey(*, fleck: float, seed: int) -> "Image":
    """Knitted cotton: fine ribs up and down; `fleck` is how unevenly the yarn is dyed."""
    fine = noise(SIDE, SIDE // 3, sigma=0.016, seed=seed).resize(1, vscale=3.01, kernel="linear")
    yarn = noise(SIDE // 6, SIDE, sigma=0.005 + fleck, seed=seed + 1)
    yarn = yarn.resize(6.01, vscale=1, kernel="linear").crop(0, 0, SIDE, SIDE)
    return fine.crop(0, 0, SIDE, SIDE) + yarn + 1


def widened(box: Box, by: int) -> Box:
    return Box(box.left - by, box.top - by, box.width + 2 * by, box.height + 2 * by)


def _within(image: "Image", box: Box) -> "Image":
    return image.crop(box.left, box.top, box.width, box.height)
