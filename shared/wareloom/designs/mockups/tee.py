"""A crew-neck T-shirt, laid flat and seen from above."""

from functools import lru_cache

from wareloom.designs.box import Box
from wareloom.designs.mockups import garment
from wareloom.designs.mockups.cloth import Fold, Piece, Relief, relief
from wareloom.designs.mockups.drawing import filled, line, stitched
from wareloom.designs.mockups.fabrics import Fabric
from wareloom.designs.mockups.scene import Scene

_PIXELS_PER_INCH = 50.0
_AREA = Box(700, 470, 600, 800)

_BACK_NECK = "M830 240 Q1000 196 1170 240 L1200 330 Q1000 470 800 330Z"
_BACK_COLLAR = "M836 226 Q1000 180 1164 226 L1154 268 Q1000 232 846 268Z"
_LABEL = "M958 250 L1042 250 L1042 292 L958 292Z"
_LEFT_SLEEVE = (
    "M640 306 C560 350 480 410 430 480 C360 580 290 690 246 770 Q236 796 262 812 L470 914 Q500 926 512 900"
    " C536 850 560 800 580 730 C610 600 640 420 640 306Z"
)
_RIGHT_SLEEVE = (
    "M1360 306 C1440 350 1520 410 1570 480 C1640 580 1716 686 1756 762 Q1766 790 1740 806 L1536 912 Q1504 926 1492 902"
    " C1466 850 1440 800 1420 730 C1390 600 1360 420 1360 306Z"
)
_BODY = (
    "M806 238 C760 268 700 292 636 310 C590 400 566 520 562 640 C560 720 540 800 532 880 C524 1180 520 1480 508 1800"
    " Q508 1830 540 1836 C840 1868 1160 1868 1462 1834 Q1492 1830 1492 1800 C1480 1480 1476 1180 1468 880"
    " C1460 800 1440 720 1438 640 C1434 520 1410 400 1364 310 C1300 292 1240 268 1194 238"
    " C1170 350 1100 410 1000 410 C900 410 830 350 806 238Z"
)
_COLLAR = (
    "M806 238 C830 350 900 410 1000 410 C1100 410 1170 350 1194 238 L1156 224 C1134 318 1082 362 1000 362"
    " C918 362 866 318 844 224Z"
)
_COLLAR_SEAM = "M802 242 C826 358 898 419 1000 419 C1102 419 1174 358 1198 242"
_HEM = "M511 1790 C840 1824 1160 1824 1489 1790"
_LEFT_CUFF = "M266 774 L492 884"
_RIGHT_CUFF = "M1736 768 L1512 882"
_LEFT_SEAM = "M640 308 C596 400 570 520 566 640 C564 720 550 790 538 860"
_RIGHT_SEAM = "M1360 308 C1404 400 1430 520 1434 640 C1436 720 1450 790 1462 860"

_FOLDS = (
    # from the armpits towards the chest
    Fold((560, 700), (640, 750), (720, 900), 34, 0.6, 1),
    Fold((548, 800), (610, 890), (650, 1080), 30, -0.6, 1),
    Fold((560, 640), (700, 670), (860, 800), 34, 0.4, 2),
    Fold((1440, 700), (1360, 750), (1284, 890), 34, 0.6, 1),
    Fold((1454, 800), (1390, 890), (1352, 1090), 30, -0.5, 1),
    Fold((1440, 640), (1300, 670), (1150, 790), 34, -0.4, 2),
    # long drops through the body
    Fold((690, 1000), (640, 1400), (700, 1830), 46, 0.8, 2),
    Fold((790, 1120), (800, 1500), (770, 1840), 36, -0.65, 2),
    Fold((1000, 900), (1060, 1350), (1010, 1830), 40, 0.5, 2),
    Fold((1180, 1060), (1130, 1450), (1200, 1830), 44, -0.7, 2),
    Fold((1330, 1050), (1390, 1430), (1320, 1830), 46, 0.85, 2),
    Fold((560, 1200), (640, 1330), (820, 1400), 22, 0.5, 1),
    Fold((1440, 1260), (1330, 1420), (1140, 1480), 24, 0.55, 1),
    Fold((540, 1540), (640, 1600), (760, 1760), 24, -0.6, 1),
    Fold((1460, 1500), (1380, 1620), (1290, 1780), 24, -0.6, 1),
    # under the collar and from the shoulders
    Fold((860, 430), (900, 520), (880, 680), 26, 0.4, 2),
    Fold((1140, 430), (1100, 540), (1130, 700), 26, -0.4, 2),
    Fold((690, 330), (720, 430), (790, 520), 24, 0.45, 1),
    Fold((1310, 330), (1280, 440), (1220, 520), 24, -0.4, 1),
)
_LEFT_FOLDS = (
    Fold((570, 690), (480, 640), (420, 560), 26, 0.7, 1),
    Fold((550, 780), (440, 730), (370, 640), 24, -0.7, 1),
    Fold((520, 850), (430, 830), (330, 740), 22, 0.6, 1),
    Fold((600, 420), (500, 480), (400, 640), 30, 0.5, 2),
)
_RIGHT_FOLDS = (
    Fold((1430, 690), (1520, 640), (1580, 560), 26, -0.7, 1),
    Fold((1450, 780), (1560, 730), (1630, 640), 24, 0.7, 1),
    Fold((1480, 850), (1570, 830), (1670, 740), 22, -0.6, 1),
    Fold((1400, 420), (1500, 480), (1600, 640), 30, -0.5, 2),
)


@lru_cache(maxsize=1)
def _shape() -> Relief:
    return relief(
        (
            Piece(_BACK_NECK, bulge=10, tone=0.66, seed=5),
            Piece(_BACK_COLLAR, bulge=16, wrinkles=1, tone=0.84, seed=6),
            Piece(_LEFT_SLEEVE, folds=_LEFT_FOLDS, seed=11),
            Piece(_RIGHT_SLEEVE, folds=_RIGHT_FOLDS, seed=12),
            Piece(_BODY, folds=_FOLDS, seed=13, shadow=0.2),
            Piece(_COLLAR, bulge=26, wrinkles=1, seed=14, shadow=0.3),
        )
    )


def tee(fabric: Fabric) -> Scene:
    threads = [
        filled(_LABEL, "#fff", 0.5),
        *(stitched(seam) for seam in (_COLLAR_SEAM, _HEM, _LEFT_CUFF, _RIGHT_CUFF)),
        *(line(seam, "#000", 3, 0.22) for seam in (_LEFT_SEAM, _RIGHT_SEAM)),
    ]
    weave = garment.jersey(fleck=fabric.fleck, seed=21)
    return garment.scene(_shape(), weave, threads, fabric.colour, area=_AREA, pixels_per_inch=_PIXELS_PER_INCH)
