"""Arched window onto a landscape, the slogan beneath it: the look of a park poster."""

from wareloom.designs.studios.typographic.brief import Brief
from wareloom.designs.studios.typographic.layouts.blocks import block
from wareloom.designs.studios.typographic.layouts.scenes import SCENES
from wareloom.designs.studios.typographic.motifs import pen
from wareloom.designs.studios.typographic.ornaments import arch
from wareloom.designs.studios.typographic.sheet import CUT, Sheet

WIDE, TALL = 2700.0, 2900.0
_IS_LAND = frozenset({"mountain", "wave", "moon", "sun", "star", "stars", "sparkle", "planet", "rainbow", "cloud"})
"""What the landscape shows anyway."""


def compose(sheet: Sheet, brief: Brief) -> None:
    inks = brief.inks
    SCENES[brief.nature](sheet, brief, WIDE, TALL)
    if brief.subject not in _IS_LAND:
        _standing(sheet, brief)
    frame = arch(-WIDE / 2, 0, WIDE, TALL)
    outside = arch(-WIDE / 2 - 900, -900, WIDE + 1800, TALL + 1800)
    sheet.fill(frame + outside, CUT, evenodd=True)
    sheet.stroke(frame, inks.main, 70)
    sheet.stroke(arch(-WIDE / 2 - 130, -130, WIDE + 260, TALL + 260), inks.second, 34)
    block(sheet, brief, TALL + 420, 1100 if brief.length < 24 else 1500, width=WIDE * 1.3, tallest=0.3, most=4)


def _standing(sheet: Sheet, brief: Brief) -> None:
    """The motif on the ground in front, rimmed by fabric."""
    whole = pen.box(brief.motif)
    size = WIDE * 0.46
    scale = size / max(whole.width, whole.height)
    y = TALL - 240 - whole.height * scale / 2
    for piece in brief.motif:
        if piece.role in {"main", "second"}:
            path = piece.path.moved(-whole.middle[0], -whole.middle[1]).scaled(scale).moved(0, y)
            sheet.stroke(path, CUT, piece.stroke * scale + 80, filled=not piece.stroke)
    pen.draw(sheet, brief.motif, 0, y, size, brief.inks, brief.hand)
