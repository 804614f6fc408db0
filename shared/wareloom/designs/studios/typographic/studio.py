"""The typographic studio: an order in, art out, by rules and a seed alone."""

import hashlib
import math
from collections.abc import Sequence
from random import Random

from wareloom.designs import raster
from wareloom.designs.studio import DPI, HEIGHT, WIDTH, Art, Order
from wareloom.designs.studios.typographic import inks, styles, words
from wareloom.designs.studios.typographic.brief import Brief, Nature
from wareloom.designs.studios.typographic.faces import Face, able, face
from wareloom.designs.studios.typographic.inks import Inks
from wareloom.designs.studios.typographic.layouts import registry
from wareloom.designs.studios.typographic.motifs import library
from wareloom.designs.studios.typographic.path import Path, Point
from wareloom.designs.studios.typographic.sheet import Mark, Sheet
from wareloom.designs.studios.typographic.styles import Style
from wareloom.kit.ai.model import Purse

_NATURES: dict[Nature, str] = {
    "sea": "wave whale fish octopus turtle shell anchor hook",
    "night": "moon planet rocket cat ghost bear star pumpkin",
    "desert": "cactus sun skull",
    "peaks": "mountain pine forest tent compass bicycle",
}


class TypographicStudio:
    def draw(self, order: Order, *, purse: Purse, shelf: str) -> Art:
        del purse, shelf  # it costs nothing and shares nothing
        text = words.cleaned(order.slogan)
        chance = Random(_seed(order, text))  # noqa: S311 # the same order is drawn the same way again
        style_name, style = styles.style(order.style)
        display = able(text, face(order.font or _in_turn(style.faces, text, order.seed)))
        colours = _inks(order, style, chance)
        motifs = library.asked_for(order.motifs, f"{text} {order.concept}")
        motif = motifs[0] if motifs else library.neutral(chance, style.ornaments)
        outdoors = any(motif in known.split() for known in _NATURES.values())
        layout = order.layout or _in_turn(registry.suiting(style.layouts, text, outdoors=outdoors), text, order.seed)
        composed = registry.named(layout)
        brief = _brief(text, display, colours, motifs or [motif], style, chance)
        sheet = Sheet()
        composed.compose(sheet, brief)
        if style.tremble:
            sheet = _trembling(sheet, style.tremble, chance)
        ink_svg, cut_svg = sheet.svgs()
        wear = raster.Wear(chance.getrandbits(30), style.wear) if style.wear else None
        return Art(
            png=raster.draw(ink_svg, cut_svg, wear, dpi=DPI),
            width=WIDTH,
            height=HEIGHT,
            dpi=DPI,
            effective_dpi=DPI,
            made_with={
                "studio": "typographic",
                "layout": layout,
                "style": style_name,
                "fonts": list(dict.fromkeys((brief.display.title, brief.script.title, brief.small.title))),
                "font": brief.display.name,
                "inks": list(sheet.inks),
                "motif": motif,
                "dress": brief.dress,
                "seed": order.seed,
            },
        )


def _in_turn(choices: Sequence[str], text: str, seed: int) -> str:
    """One seed after another gives another choice until all had their turn: variants of an idea must differ."""
    shuffled = list(dict.fromkeys(choices))
    Random(text).shuffle(shuffled)  # noqa: S311 # the same slogan begins with the same choice
    return shuffled[seed % len(shuffled)]


def _brief(text: str, display: Face, colours: Inks, motifs: list[str], style: Style, chance: Random) -> Brief:
    motif = motifs[0]
    spare = (motifs[1:] or [library.neutral(chance, tuple(name for name in style.ornaments if name != motif))])[0]
    return Brief(
        words=tuple(text.split()),
        display=display,
        script=able(text, face(style.script)),
        small=able(text, face(style.small)),
        inks=colours,
        subject=motif,
        motif=library.motif(motif),
        spare=library.motif(spare),
        hand=style.hand,
        dress=chance.choice(style.dresses),
        nature=_nature(motif, chance),
        chance=chance,
    )


def _nature(motif: str, chance: Random) -> Nature:
    for nature, motifs in _NATURES.items():
        if motif in motifs.split():
            return nature
    return chance.choice(list(_NATURES))


def _inks(order: Order, style: Style, chance: Random) -> Inks:
    fallback = style.dark if order.on_dark else style.light
    found = inks.chosen(order.palette, fallback, on_dark=order.on_dark, pale=style.pale)
    able_to_lead = inks.is_vivid(found.second) and (
        inks.least_contrast(found.second, on_dark=order.on_dark) >= inks.READABLE
    )
    return found.turned(swap=able_to_lead and chance.random() < 0.3)


def _seed(order: Order, text: str) -> int:
    """From what is drawn, not from how Python hashes it: that differs between processes."""
    parts = (text, order.style, order.layout, order.font, order.on_dark, order.seed, order.palette, order.motifs)
    return int.from_bytes(hashlib.sha256(repr(parts).encode()).digest()[:8])


def _trembling(sheet: Sheet, strength: float, chance: Random) -> Sheet:
    """The same drawing by a less steady hand."""
    across = max(sheet.box.width, 1)
    swing = across * strength / 1000
    waves = [(chance.uniform(14, 60), chance.uniform(14, 60), chance.uniform(0, 6.3)) for _ in range(5)]

    def shaken(x: float, y: float) -> Point:
        dx = sum(math.sin(a * x / across + b * y / across + c) for a, b, c in waves)
        dy = sum(math.cos(b * x / across - a * y / across + c) for a, b, c in waves)
        return x + dx * swing, y + dy * swing

    def again(path: Path) -> Path:
        return path.bent(shaken, across / 320)

    return Sheet([Mark(again(m.path), m.ink, m.stroke, m.filled, m.evenodd) for m in sheet.marks])
