"""An eleven-ounce mug with coffee in it, on a pale table, seen a little from above."""

import math
from functools import lru_cache
from typing import TYPE_CHECKING

from wareloom.designs.box import Box
from wareloom.designs.mockups.cloth import Piece, Relief, relief
from wareloom.designs.mockups.drawing import (
    coverage,
    draw,
    dyed,
    enlarged,
    filled,
    line,
    luminance,
    mixed,
    noise,
    over,
    rgb,
)
from wareloom.designs.mockups.fabrics import Fabric
from wareloom.designs.mockups.scene import SIDE, Scene, Surface
from wareloom.designs.mockups.warping import places

if TYPE_CHECKING:
    from pyvips import Image

_CENTRE, _RADIUS = 880, 470
_RIM, _FOOT = 470, 1560
_RIM_DEPTH, _FOOT_DEPTH = 92, 116
"""How far the front of rim and foot come down: the half heights of their ellipses."""
_RADIUS_IN, _HEIGHT_IN = 1.6, 3.8
_WRAP_IN, _PRINT_TOP_IN = 9.0, 0.17
_BOX = Box(404, 460, 952, 1230)

_BODY = (
    f"M{_CENTRE - _RADIUS} {_RIM} V1536 C412 1590 432 1612 474 1630 C620 1692 1140 1692 1286 1630"
    f" C1328 1612 1348 1590 {_CENTRE + _RADIUS} 1536 V{_RIM} A{_RADIUS} {_RIM_DEPTH} 0 0 0 {_CENTRE - _RADIUS} {_RIM}Z"
)
_HANDLE = (
    "M1318 700 C1440 640 1640 640 1690 780 C1746 960 1690 1220 1560 1330 C1480 1396 1390 1410 1310 1400 L1310 1290"
    " C1390 1296 1450 1280 1500 1230 C1590 1136 1620 960 1586 830 C1562 752 1440 752 1318 812Z"
)
_BACKDROP = (231, 226, 219)


@lru_cache(maxsize=1)
def _handle() -> Relief:
    return relief((Piece(_HANDLE, bulge=74, wrinkles=0),))


def mug(fabric: Fabric) -> Scene:
    hue = rgb(fabric.colour)
    glaze = 0.5 + 0.5 * (1 - luminance(hue))
    table = _table()
    handle = _handle()
    grip = dyed(enlarged(handle.light) * 0.94, hue) + _shine(_HANDLE_SHINE) * glaze
    with_handle = mixed(table, grip, enlarged(handle.silhouette))
    light, gloss = _roundness(), _shine(_BODY_SHINE) * glaze
    body = mixed(with_handle, dyed(light, hue) + gloss, coverage(filled(_BODY)))
    blank = over(body, _inside(fabric.colour)).cast("uchar").copy(interpretation="srgb").copy_memory()
    return Scene(blank, _surface(light, gloss))


def _surface(light: "Image", gloss: "Image") -> Surface:
    cropped = (_BOX.left, _BOX.top, _BOX.width, _BOX.height)
    rim = f'<ellipse cx="{_CENTRE}" cy="{_RIM}" rx="{_RADIUS}" ry="{_RIM_DEPTH}"/>'
    outside = coverage(filled(_BODY)) * (1 - coverage(rim))
    return Surface(
        box=_BOX,
        lookup=_wrapped().copy_memory(),
        mask=(outside.crop(*cropped) * 255).cast("uchar").copy_memory(),
        light=light.crop(*cropped).copy_memory(),
        gloss=gloss.crop(*cropped).copy_memory(),
        pixels_per_inch=_RADIUS / _RADIUS_IN,
    )


def _wrapped() -> "Image":
    """Round the cylinder: an inch takes fewer pixels the further it turns away, and every level is an ellipse."""
    x, y = places(_BOX)
    across = _clamped((x - _CENTRE) / _RADIUS)
    turned = (1 - across * across) ** 0.5
    level = (y - _RIM - turned * _RIM_DEPTH) / (turned * (_FOOT_DEPTH - _RIM_DEPTH) + (_FOOT - _RIM))
    arc = across.asin() * (math.radians(1) * _RADIUS_IN)
    return (arc + _WRAP_IN / 2).bandjoin(level * _HEIGHT_IN - _PRINT_TOP_IN).cast("float")


def _clamped(share: "Image") -> "Image":
    low = (share < -1).ifthenelse(-1, share)
    return (low > 1).ifthenelse(1, low)


def _roundness() -> "Image":
    """A window on the left, a pale wall that throws some light back on the right."""
    x, y = places(Box(0, 0, SIDE, SIDE))
    across = _clamped((x - _CENTRE) / _RADIUS)
    facing = (1 - across * across) ** 0.5 * 0.86 - across * 0.5
    bounced = across**6 * 0.1
    foot = (y > 1480).ifthenelse((y - 1480) / 200, 0)
    return (facing * 0.4 + 0.645 + bounced - foot * foot * 0.3).cast("float").copy_memory()


_BODY_SHINE = (
    (13, "M520 640 C514 900 516 1240 534 1500 L596 1526 C572 1240 570 900 578 668Z", 0.62),
    (9, "M622 680 C616 900 620 1240 642 1540 L660 1544 C640 1240 636 900 640 684Z", 0.34),
    (18, "M1262 660 C1270 900 1268 1240 1250 1510 L1284 1490 C1300 1240 1302 900 1296 640Z", 0.24),
)
_HANDLE_SHINE = (
    (8, "M1400 700 C1500 660 1610 676 1650 780 C1610 710 1500 690 1410 716Z", 0.6),
    (10, "M1668 860 C1690 980 1650 1140 1590 1240 C1630 1130 1660 1000 1654 860Z", 0.3),
)


def _shine(strokes: tuple[tuple[float, str, float], ...]) -> "Image":
    """Reflections, out of focus, as what they add."""
    from pyvips import Image

    half = SIDE // 2
    shine = Image.black(half, half).cast("float")
    for sigma, path, strength in strokes:
        shine = shine + coverage(filled(path), side=half).gaussblur(sigma / 2) * (140 * strength)
    return enlarged(shine)


def _inside(colour: str) -> "Image":
    """The rim, the wall behind it, and the coffee."""
    across, depth = _RADIUS - 24, _RIM_DEPTH - 13
    wall = (
        '<linearGradient id="wall"><stop offset="0" stop-color="#000" stop-opacity="0.42"/>'
        '<stop offset="0.6" stop-color="#000" stop-opacity="0.14"/><stop offset="1" stop-color="#fff"'
        ' stop-opacity="0.18"/></linearGradient>'
    )
    drink = (
        '<radialGradient id="drink" cx="0.4" cy="0.35" r="0.75"><stop offset="0" stop-color="#6b4125"/>'
        '<stop offset="0.75" stop-color="#3d2212"/><stop offset="1" stop-color="#2a160b"/></radialGradient>'
    )
    opening = f'cx="{_CENTRE}" cy="{_RIM + 2}" rx="{across}" ry="{depth}"'
    rim = f'<ellipse cx="{_CENTRE}" cy="{_RIM}" rx="{_RADIUS}" ry="{_RIM_DEPTH}" fill="{colour}"/>'
    lip = f'<ellipse cx="{_CENTRE}" cy="{_RIM}" rx="{_RADIUS - 5}" ry="{_RIM_DEPTH - 4}" fill="none"'
    return draw(
        f'<defs>{wall}{drink}<clipPath id="mouth"><ellipse {opening}/></clipPath></defs>{rim}',
        f'{lip} stroke="#fff" stroke-opacity="0.4" stroke-width="7"/>',
        f'<ellipse {opening} fill="{colour}"/><ellipse {opening} fill="url(#wall)"/>',
        f'<g clip-path="url(#mouth)"><ellipse cx="{_CENTRE}" cy="{_RIM + 52}" rx="{across - 12}" ry="{depth}"',
        ' fill="url(#drink)"/>',
        line(
            f"M{_CENTRE - across + 14} {_RIM + 52} A{across - 14} {depth} 0 0 1 {_CENTRE + across - 14} {_RIM + 52}",
            "#a5734a",
            7,
            0.8,
        ),
        "</g>",
    )


def _table() -> "Image":
    """A pale sweep of paper, brighter behind the mug, with the shadow that the mug throws."""
    from pyvips import Image

    small = SIDE // 4
    grid = Image.xyz(small, small) / small
    from_light = ((grid[0] - 0.36) ** 2 + (grid[1] - 0.32) ** 2) ** 0.5
    edge = grid[1] - 0.64
    floor = (edge > 0).ifthenelse(edge * 0.1, 0)
    fall = 1.07 - from_light * 0.24 + floor
    thrown = coverage(
        '<ellipse cx="1090" cy="1610" rx="640" ry="80"/><path d="M1300 1560 L1860 1520 L1800 1640 L1200 1690Z"/>',
        side=small,
    ).gaussblur(16)
    touching = coverage(f'<ellipse cx="{_CENTRE + 20}" cy="1640" rx="440" ry="52"/>', side=small).gaussblur(5)
    tone = enlarged(fall * (1 - thrown * 0.34 - touching * 0.4))
    return dyed(tone, _BACKDROP) + noise(SIDE, SIDE, sigma=0.7, seed=83)
