"""A canvas tote bag, laid flat with its handles up."""

from functools import lru_cache
from typing import TYPE_CHECKING

from wareloom.designs.box import Box
from wareloom.designs.mockups import garment
from wareloom.designs.mockups.cloth import Fold, Piece, Relief, relief
from wareloom.designs.mockups.drawing import noise, stitched
from wareloom.designs.mockups.fabrics import Fabric
from wareloom.designs.mockups.scene import SIDE, Scene

if TYPE_CHECKING:
    from pyvips import Image

_PIXELS_PER_INCH = 62.0
_AREA = Box(690, 1030, 620, 744)

_BAG = (
    "M494 770 C830 780 1170 780 1506 766 C1516 1060 1524 1400 1532 1836 Q1534 1858 1510 1862"
    " C1170 1880 830 1880 492 1862 Q468 1860 470 1838 C476 1400 484 1060 494 770Z"
)
_INSIDE = "M500 764 C830 752 1170 752 1500 760 L1500 800 L500 800Z"
_HEM = "M494 770 C830 780 1170 780 1506 766 L1508 850 C1170 864 830 864 491 852Z"
_BACK_HANDLE = (
    "M716 790 C724 560 760 330 880 250 C960 204 1060 206 1134 256 C1240 330 1280 560 1286 790 L1240 790"
    " C1230 580 1200 380 1106 300 C1044 254 966 254 908 296 C812 370 776 580 766 790Z"
)
_FRONT_HANDLE = (
    "M690 850 C694 600 716 320 866 214 C950 160 1070 164 1150 224 C1284 330 1306 600 1312 850 L1250 850"
    " C1244 620 1220 370 1116 282 C1050 232 954 230 892 272 C776 360 756 620 752 850Z"
)
_LEFT_PATCH = "M688 776 L754 777 L753 1000 L686 999Z"
_RIGHT_PATCH = "M1248 777 L1314 776 L1316 999 L1250 1000Z"

_FOLDS = (
    Fold((720, 860), (700, 1200), (620, 1560), 46, 0.55, 2),
    Fold((800, 860), (850, 1200), (800, 1700), 40, -0.45, 2),
    Fold((1280, 860), (1300, 1200), (1380, 1560), 46, -0.55, 2),
    Fold((1180, 860), (1150, 1250), (1190, 1720), 40, 0.45, 2),
    Fold((480, 1160), (640, 1240), (740, 1560), 44, 0.6, 2),
    Fold((1520, 1200), (1370, 1290), (1290, 1600), 44, -0.6, 2),
    Fold((474, 1640), (640, 1690), (780, 1856), 40, 0.6, 2),
    Fold((1528, 1600), (1390, 1680), (1260, 1860), 40, -0.6, 2),
    Fold((500, 900), (560, 1000), (560, 1200), 26, -0.35, 1),
    Fold((1500, 900), (1440, 1010), (1450, 1200), 26, 0.35, 1),
    # where it was folded for the drawer
    Fold((476, 1404), (1000, 1414), (1526, 1400), 12, 0.034, 0),
    Fold((476, 1424), (1000, 1434), (1526, 1420), 12, -0.028, 0),
)


@lru_cache(maxsize=1)
def _shape() -> Relief:
    return relief(
        (
            Piece(_BACK_HANDLE, bulge=22, wrinkles=2, tone=0.86, seed=61),
            Piece(_INSIDE, bulge=6, wrinkles=1, tone=0.62, seed=62),
            Piece(_BAG, bulge=40, folds=_FOLDS, wrinkles=6, seed=63, shadow=0.3),
            Piece(_HEM, bulge=14, wrinkles=2, seed=64, shadow=0.2),
            Piece(_FRONT_HANDLE, bulge=26, wrinkles=2, seed=65, shadow=0.34),
            Piece(_LEFT_PATCH, bulge=14, wrinkles=1, seed=66, shadow=0.2),
            Piece(_RIGHT_PATCH, bulge=14, wrinkles=1, seed=67, shadow=0.2),
        )
    )


def tote(fabric: Fabric) -> Scene:
    threads = [
        stitched("M497 842 C830 854 1170 854 1504 840"),
        *(stitched(f"M{x} 862 H{x + 50} V986 H{x} V862 L{x + 50} 986 M{x + 50} 862 L{x} 986") for x in (695, 1257)),
        stitched("M704 780 C708 600 734 330 874 232 C950 180 1066 184 1140 240 C1268 340 1290 600 1298 780", "7 7"),
    ]
    shape = _shape()
    return garment.scene(shape, _canvas(), threads, fabric.colour, area=_AREA, pixels_per_inch=_PIXELS_PER_INCH)


def _canvas() -> "Image":
    """Plain weave: threads over and under, some thicker than others, a fleck here and there."""
    from pyvips import Image

    grid = Image.xyz(SIDE, SIDE)
    over, under = ((grid[axis] * 60).sin() for axis in (0, 1))
    warp = noise(SIDE, SIDE // 25, sigma=0.022, seed=71).resize(1, vscale=25, kernel="linear")
    weft = noise(SIDE // 25, SIDE, sigma=0.022, seed=72).resize(25, vscale=1, kernel="linear")
    return over * under * 0.035 + warp + weft + noise(SIDE, SIDE, sigma=0.014, seed=73) + 1
