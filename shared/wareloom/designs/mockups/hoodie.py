"""A pullover hoodie with a pocket and drawstrings, laid flat and seen from above."""

from functools import lru_cache

from wareloom.designs.box import Box
from wareloom.designs.mockups import garment
from wareloom.designs.mockups.cloth import Fold, Piece, Relief, relief
from wareloom.designs.mockups.drawing import line, stitched
from wareloom.designs.mockups.fabrics import Fabric
from wareloom.designs.mockups.scene import Scene

_PIXELS_PER_INCH = 43.0
_AREA = Box(742, 730, 516, 516)

_LEFT_SLEEVE = (
    "M664 500 C560 540 486 610 452 720 C410 900 372 1160 330 1440 Q320 1500 330 1560 L494 1592"
    " C520 1540 530 1480 540 1420 C560 1260 590 1060 640 920Z"
)
_RIGHT_SLEEVE = (
    "M1336 500 C1440 540 1514 610 1548 720 C1590 900 1630 1160 1672 1440 Q1682 1500 1672 1562 L1508 1594"
    " C1480 1540 1470 1480 1460 1420 C1440 1260 1410 1060 1360 920Z"
)
_LEFT_CUFF = "M326 1552 Q318 1560 320 1580 L338 1668 Q342 1684 360 1688 L470 1702 Q486 1704 488 1686 L500 1586Z"
_RIGHT_CUFF = (
    "M1676 1554 Q1684 1562 1682 1582 L1664 1670 Q1660 1686 1642 1690 L1532 1704 Q1516 1706 1514 1688 L1502 1588Z"
)
_BODY = (
    "M790 462 C740 486 700 498 656 506 C612 600 590 720 586 840 C584 1060 566 1300 560 1560 Q556 1650 572 1706"
    " C840 1736 1160 1736 1428 1706 Q1444 1650 1440 1560 C1434 1300 1416 1060 1414 840 C1410 720 1388 600 1344 506"
    " C1300 498 1260 486 1210 462 C1160 600 840 600 790 462Z"
)
_HEM = (
    "M568 1688 C840 1722 1160 1722 1432 1688 L1424 1790 Q1420 1812 1398 1816 C1160 1846 840 1846 602 1816"
    " Q580 1812 576 1790Z"
)
_POCKET = (
    "M738 1270 C900 1284 1100 1284 1262 1270 L1352 1500 Q1358 1520 1358 1540 L1362 1688 C1120 1716 880 1716 638 1688"
    " L642 1540 Q642 1520 648 1500Z"
)
_HOOD_BACK = (
    "M720 500 C640 380 700 200 860 160 C950 138 1050 138 1140 160 C1300 200 1360 380 1280 500"
    " C1200 600 800 600 720 500Z"
)
_HOOD_INSIDE = (
    "M802 452 C760 370 800 268 900 244 Q1000 226 1100 244 C1200 268 1240 370 1198 452 C1160 620 840 620 802 452Z"
)
_LEFT_HOOD = (
    "M846 252 C740 290 690 380 728 470 C760 550 860 640 988 676 Q1004 640 990 604 C900 570 824 500 808 430"
    " C796 370 812 290 846 252Z"
)
_RIGHT_HOOD = (
    "M1154 252 C1260 290 1310 380 1272 470 C1240 550 1150 640 1016 682 Q992 676 984 640 Q984 616 1000 604"
    " C1100 570 1176 500 1192 430 C1204 370 1188 290 1154 252Z"
)
_STRINGS = (
    "M930 614 C922 670 938 720 926 780 C920 810 932 830 928 850",
    "M1074 614 C1084 670 1064 730 1078 800 C1084 830 1070 850 1076 872",
)

_FOLDS = (
    Fold((600, 860), (720, 900), (850, 1060), 34, 0.6, 1),
    Fold((590, 960), (680, 1060), (740, 1240), 34, -0.6, 1),
    Fold((1400, 860), (1280, 900), (1150, 1050), 34, 0.6, 1),
    Fold((1410, 960), (1320, 1060), (1260, 1240), 34, -0.6, 1),
    Fold((640, 640), (740, 700), (800, 840), 40, 0.4, 2),
    Fold((1360, 640), (1260, 700), (1200, 840), 40, -0.4, 2),
    Fold((880, 660), (860, 860), (890, 1150), 44, 0.6, 2),
    Fold((1110, 660), (1140, 880), (1100, 1190), 44, -0.6, 2),
    Fold((580, 1300), (660, 1420), (690, 1640), 40, 0.7, 2),
    Fold((1420, 1300), (1340, 1420), (1310, 1640), 40, -0.7, 2),
    Fold((575, 1560), (700, 1640), (860, 1690), 30, 0.6, 1),
    Fold((1425, 1540), (1320, 1640), (1180, 1700), 30, 0.6, 1),
)
_POCKET_FOLDS = (
    Fold((720, 1340), (860, 1460), (900, 1660), 40, 0.5, 2),
    Fold((1280, 1340), (1140, 1460), (1110, 1660), 40, -0.5, 2),
    Fold((840, 1300), (1000, 1360), (1160, 1300), 40, -0.4, 2),
)
_LEFT_FOLDS = (
    Fold((620, 900), (520, 880), (450, 800), 30, 0.6, 1),
    Fold((600, 990), (500, 990), (430, 900), 28, -0.6, 1),
    Fold((540, 1240), (470, 1230), (410, 1140), 28, 0.7, 1),
    Fold((530, 1330), (450, 1330), (390, 1250), 28, -0.7, 1),
    Fold((510, 1470), (430, 1480), (350, 1420), 26, 0.7, 1),
    Fold((500, 1560), (420, 1550), (340, 1500), 22, -0.7, 1),
)
_RIGHT_FOLDS = (
    Fold((1380, 900), (1480, 880), (1550, 800), 30, -0.6, 1),
    Fold((1400, 990), (1500, 990), (1570, 900), 28, 0.6, 1),
    Fold((1460, 1240), (1530, 1230), (1590, 1140), 28, -0.7, 1),
    Fold((1470, 1330), (1550, 1330), (1610, 1250), 28, 0.7, 1),
    Fold((1490, 1470), (1570, 1480), (1650, 1420), 26, -0.7, 1),
    Fold((1500, 1560), (1580, 1550), (1660, 1500), 22, 0.7, 1),
)
_LEFT_HOOD_FOLDS = (
    Fold((740, 480), (800, 570), (930, 640), 26, 0.6, 1),
    Fold((770, 330), (740, 420), (800, 520), 26, 0.5, 2),
)
_RIGHT_HOOD_FOLDS = (
    Fold((1260, 480), (1200, 570), (1070, 640), 26, -0.6, 1),
    Fold((1230, 330), (1260, 420), (1200, 520), 26, 0.5, 2),
)


@lru_cache(maxsize=1)
def _shape() -> Relief:
    return relief(
        (
            Piece(_LEFT_SLEEVE, folds=_LEFT_FOLDS, seed=31),
            Piece(_RIGHT_SLEEVE, folds=_RIGHT_FOLDS, seed=32),
            Piece(_LEFT_CUFF, bulge=30, wrinkles=1, seed=33),
            Piece(_RIGHT_CUFF, bulge=30, wrinkles=1, seed=34),
            Piece(_BODY, folds=_FOLDS, wrinkles=7, seed=35, shadow=0.24),
            Piece(_POCKET, bulge=20, folds=_POCKET_FOLDS, wrinkles=3, seed=36, shadow=0.34),
            Piece(_HEM, bulge=30, wrinkles=1, seed=37, shadow=0.24),
            Piece(_HOOD_BACK, bulge=50, seed=38, tone=0.94),
            Piece(_HOOD_INSIDE, bulge=8, tone=0.5, seed=39),
            Piece(_LEFT_HOOD, bulge=50, folds=_LEFT_HOOD_FOLDS, seed=40, shadow=0.4),
            Piece(_RIGHT_HOOD, bulge=50, folds=_RIGHT_HOOD_FOLDS, seed=41, shadow=0.4),
        )
    )


def _ribs() -> list[str]:
    """The elastic of cuffs and hem."""
    hem = [
        f"M{x} {1706 + 24 * _sag(x):.0f} L{1000 + (x - 1000) * 0.985:.0f} {1808 + 24 * _sag(x):.0f}"
        for x in range(584, 1420, 12)
    ]
    left = [
        f"M{332 + step * 12} {1566 + step * 2.4:.0f} L{348 + step * 10.2:.0f} {1682 + step * 1.6:.0f}"
        for step in range(14)
    ]
    right = [
        f"M{1668 - step * 12} {1568 + step * 2.4:.0f} L{1652 - step * 10.2:.0f} {1684 + step * 1.6:.0f}"
        for step in range(14)
    ]
    return [line(rib, "#000", 3, 0.16) for rib in (*hem, *left, *right)]


def _sag(x: float) -> float:
    return 1 - ((x - 1000) / 432) ** 2


def _cords() -> list[str]:
    shadows = [f'<g transform="translate(7 8)">{line(cord, "#000", 13, 0.22)}</g>' for cord in _STRINGS]
    cords = [line(cord, "#e9e6df", 12) + line(cord, "#000", 12, 0.12, "2 7") for cord in _STRINGS]
    eyelets = [
        f'<circle cx="{x}" cy="612" r="13" fill="#8d8b88"/><circle cx="{x}" cy="612" r="7" fill="#2b2a2a"/>'
        for x in (930, 1074)
    ]
    tips = [line(tip, "#8d8b88", 13) for tip in ("M928 850 L929 884", "M1076 872 L1075 906")]
    return [*eyelets, *shadows, *cords, *tips]


def hoodie(fabric: Fabric) -> Scene:
    threads = [
        *_ribs(),
        stitched("M750 1286 C900 1298 1100 1298 1250 1286"),
        stitched("M752 1290 L664 1506"),
        stitched("M1248 1290 L1336 1506"),
        stitched("M828 276 C790 320 776 380 790 434 C808 510 890 586 986 622"),
        stitched("M1172 276 C1210 320 1224 380 1210 434 C1192 510 1110 586 1014 622"),
    ]
    weave = garment.jersey(fleck=fabric.fleck, seed=51)
    return garment.scene(
        _shape(), weave, threads, fabric.colour, area=_AREA, pixels_per_inch=_PIXELS_PER_INCH, hanging=_cords()
    )
