"""A framed poster on a plaster wall, seen a little from the left, in window light."""

from typing import TYPE_CHECKING

from wareloom.designs.box import Box
from wareloom.designs.mockups.drawing import coverage, draw, enlarged, filled, line, noise
from wareloom.designs.mockups.fabrics import Fabric
from wareloom.designs.mockups.scene import SIDE, Scene, Surface
from wareloom.designs.mockups.warping import Corners, in_perspective, seen_at

if TYPE_CHECKING:
    from pyvips import Image

_WIDTH_IN, _HEIGHT_IN = 18.0, 24.0
_SHEET: Corners = ((524, 214), (1470, 272), (1470, 1522), (524, 1606))
_BOX = Box(520, 210, 954, 1400)
_WALL = "#e9e2d6"
_FRAME = 0.038


def _quad(*shares: tuple[float, float]) -> str:
    """A path through points given in shares of the sheet's width and height."""
    seen = (seen_at(_SHEET, across, down) for across, down in shares)
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in seen) + "Z"


_ACROSS, _DOWN = _FRAME * 1.2, _FRAME * 0.9
_PAPER = _quad((0, 0), (1, 0), (1, 1), (0, 1))
_OUTER = ((-_ACROSS, -_DOWN), (1 + _ACROSS, -_DOWN), (1 + _ACROSS, 1 + _DOWN), (-_ACROSS, 1 + _DOWN))
_INNER = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
_WOODS = ("#a87f54", "#7d5a38", "#8c673f", "#b88e60")
"""Top, right, bottom and left moulding: each meets the light at its own angle."""
_SIDE = (
    (-_ACROSS, -_DOWN),
    (-_ACROSS - 0.022, -_DOWN + 0.004),
    (-_ACROSS - 0.022, 1 + _DOWN - 0.004),
    (-_ACROSS, 1 + _DOWN),
)


def poster(fabric: Fabric) -> Scene:
    light = _light()
    painted = draw(
        f'<rect width="{SIDE}" height="{SIDE}" fill="{_WALL}"/>', *_shelf(), *_frame(), filled(_PAPER, fabric.colour)
    )[:3]
    lit = (painted * light).cast("uchar").copy(interpretation="srgb")
    glass = _glass()
    blank = (lit + glass).cast("uchar").copy(interpretation="srgb").copy_memory()
    cropped = (_BOX.left, _BOX.top, _BOX.width, _BOX.height)
    surface = Surface(
        box=_BOX,
        lookup=in_perspective(_BOX, _SHEET, _WIDTH_IN, _HEIGHT_IN).cast("float").copy_memory(),
        mask=draw(filled(_PAPER))[3].crop(*cropped).copy_memory(),
        light=light.crop(*cropped).copy_memory(),
        gloss=glass.crop(*cropped).copy_memory(),
        pixels_per_inch=(_SHEET[1][0] - _SHEET[0][0]) / _WIDTH_IN,
    )
    return Scene(blank, surface)


def _frame() -> list[str]:
    sides = [
        filled(_quad(_OUTER[corner], _OUTER[(corner + 1) % 4], _INNER[(corner + 1) % 4], _INNER[corner]), wood)
        for corner, wood in enumerate(_WOODS)
    ]
    return [filled(_quad(*_SIDE), "#5d4229"), *sides]


def _shelf() -> list[str]:
    """The edge of a sideboard: it says how large the poster is."""
    grain = [
        line(f"M0 {y} Q700 {y + bend} 1300 {y + 2} T2000 {y + 6}", "#6d4a2c", 3, 0.25)
        for y, bend in ((1836, 6), (1850, -5), (1872, 8), (1894, -4), (1930, 5), (1958, -6), (1984, 4))
    ]
    return [
        '<rect y="1822" width="2000" height="178" fill="#b08a60"/>',
        '<rect y="1906" width="2000" height="94" fill="#94704a"/>',
        *grain,
    ]


def _light() -> "Image":
    """Window panes and leaves on the wall and over the poster alike; what the frame shades; plaster."""
    from pyvips import Image

    small = SIDE // 4
    panes = coverage(*(filled(pane) for pane in _PANES), side=small).gaussblur(7)
    leaves = coverage(*_leaves(), side=small).gaussblur(5)
    window = panes * (1 - leaves * 0.72)
    thrown = coverage(filled(_quad(*((x + 0.035, y + 0.03) for x, y in _OUTER))), side=small).gaussblur(10)
    hung = 1 - thrown * (1 - coverage(filled(_quad(*_OUTER)), side=small)) * 0.46
    shelf = coverage('<rect y="1800" width="2000" height="26"/>', side=small).gaussblur(4) * 0.3
    soft = enlarged((window * 0.2 + 0.84) * hung * (1 - shelf))
    rim = coverage(_rim()).gaussblur(9) * coverage(filled(_PAPER)) * 0.5
    plaster = Image.perlin(SIDE // 2, SIDE // 2, cell_size=12, seed=91).gaussblur(1).resize(2, kernel="cubic") * 0.012
    grain = noise(SIDE, SIDE, sigma=0.006, seed=92) + 1
    on_wall = 1 - coverage(filled(_quad(*_OUTER)), '<rect y="1822" width="2000" height="178"/>')
    return (soft * (1 - rim) * (plaster * on_wall + grain)).cast("float").copy_memory()


def _rim() -> str:
    """The frame stands above the paper: its upper and its left side shade it."""
    return filled(_quad((0, 0), (1, 0), (1, 0.008), (0.012, 0.008), (0.012, 1), (0, 1)))


_PANES = tuple(
    f"M{left + 70 * row} {top + 560 * row} l360 -116 l66 500 l-360 116Z"
    for row in range(3)
    for left, top in ((300, 180), (704, 50), (1108, -80), (1512, -210))
)


def _leaves() -> list[str]:
    """A palm that stands in the window."""
    fronds = (
        (1900, 1500, 192),
        (1860, 1640, 216),
        (2010, 1700, 240),
        (180, -60, 38),
        (20, 60, 16),
        (420, -140, 66),
    )
    return [_frond(x, y, turn) for x, y, turn in fronds]


def _frond(x: float, y: float, turn: float) -> str:
    leaflets = "".join(
        f'<path d="M{step * 42} 0 Q{step * 42 + 60} {side * 90} {step * 42 + 150} {side * (190 - step * 12)}'
        f' Q{step * 42 + 90} {side * 50} {step * 42 + 16} 0Z"/>'
        for step in range(10)
        for side in (-1, 1)
    )
    return f'<g transform="translate({x} {y}) rotate({turn})">{leaflets}</g>'


def _glass() -> "Image":
    """What the pane in the frame throws back."""
    band = _quad((0.52, 0), (0.78, 0), (0.3, 1), (0.04, 1)), _quad((0.84, 0), (0.9, 0), (0.42, 1), (0.36, 1))
    shine = enlarged(coverage(*(filled(one) for one in band), side=SIDE // 2).gaussblur(3))
    return (shine * coverage(filled(_PAPER)) * 7).cast("float").copy_memory()
