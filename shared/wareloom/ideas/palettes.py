"""Colours that go together: which suit a style and a season, and what to call them when a model is asked to draw."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from random import Random

# name | styles and seasons that it suits, and in the next line its colours, the leading one first, each with a name.
_TABLE = """
faded postcard | vintage distressed retro groovy summer
rust c2532d, sand e9d8a6, faded teal 2a7f7b, mustard e0a526
seventies sunset | groovy retro vintage halftone summer
burnt orange d9622b, golden yellow f2b33d, brick red a63a26, cream f6e7c8, brown 5b3a29
national park | vintage linocut geometric autumn
pine green 2f4a3a, clay b8623b, oat e8dcc0, slate blue 4b6478
worn denim | distressed vintage bold winter
indigo 2d3e5e, washed blue 7f9bb3, bone f0e8d8, oxblood 7b2d2d
letterpress | linocut typographic folk vintage
ink black 1f1d1a, brick b5432a, paper f3ead7
woodcut forest | linocut botanical cottage folk autumn
moss 5a6b3b, bark 4a3527, mushroom c9b79c, ochre c98b2b
wildflower meadow | watercolor botanical cottage spring
poppy e0533d, cornflower 5b7fc7, leaf green 6f9a4d, butter f7e3a1
rain garden | watercolor botanical spring
dusk blue 5f7d95, fern 6b8f5e, lilac b3a0cf, mist e6ebe8
tide pool | watercolor pastel celestial summer
sea green 3f8f88, coral f28f79, shell f9e4d4, deep blue 254f73
cottage kitchen | cottage folk pastel hand-drawn spring
berry b0405f, sage 8fa382, cream faf1dd, honey e2a93b
folk ribbon | folk cottage winter
scarlet c8372d, navy 22335a, marigold efb036, linen f4ecdb
gum and chalk | pastel cute summer spring
bubblegum f49ac1, mint a8dcc5, lemon fbe88a, lavender b9a7e0
peach fuzz | pastel cute boho spring
peach ffb997, blush f67e7d, plum 843b62, milk fff3e6
toy box | cute pixel bold kawaii
cherry ef476f, sun ffd166, grass 06a77d, sky 3a86c8
desert shadow | boho groovy line summer
terracotta c96f4a, dusty pink dba39a, olive 7c7a4a, ivory f5ecdf
clay studio | boho minimalist line autumn
clay b66a50, sandstone d9b99b, charcoal 3b3838, eucalyptus 93a89a
ink on paper | minimalist line typographic hand-drawn
ink 23252b, warm grey a39e93, paper f7f4ec
one red thing | minimalist line bold geometric
black 1b1b1b, signal red d7352b, white ffffff
nordic morning | minimalist line geometric winter
fjord 35526b, fog c7d3d8, birch f1ece2, amber d9952f
night sky | celestial pixel winter autumn halloween
midnight 1d2345, moon yellow f4d676, violet 6d5aa8, star white f3f1ff
velvet moon | celestial deco boho winter
plum 3e2350, antique gold c9a24b, rose c77b93, pearl f2e9e4
grand hotel | deco geometric celestial winter
emerald 0f5c4d, gold cfa349, black 17181b, champagne f3e5c3
arcade | pixel bold halftone groovy
magenta e8308c, cyan 27c4d9, electric violet 5b3fd0, lime c5e63c
bold signal | bold geometric typographic halftone summer
orange f26a21, cobalt 1d4ed8, cream fff4de, black 161616
print shop dots | halftone bold vintage
process red e5383b, process blue 2274c4, yellow f8d64e, black 141414
gym chalk | bold distressed typographic winter
iron 33383d, chalk eeeeea, hazard yellow f2c230
harvest table | cottage vintage autumn thanksgiving
pumpkin d9722e, cranberry 9c2c3c, wheat e8c98f, spruce 34503f
pine and ember | vintage folk winter christmas
evergreen 24513b, ember c8402c, snow f5f1e8, brass c39a4a
schoolyard | cute hand-drawn typographic autumn
pencil yellow f3bf3a, board green 2f5d4f, apple red cf3f36, chalk f6f3e9
lake cabin | linocut hand-drawn distressed summer
lake blue 2f6688, canoe red b93f2e, birch f0e7d5, spruce 2f4b3c
"""


@dataclass(frozen=True)
class Palette:
    name: str
    suits: frozenset[str]
    colours: tuple[str, ...]
    """`#rrggbb`, the leading one first."""
    called: tuple[str, ...]


@cache
def palettes() -> tuple[Palette, ...]:
    lines = _TABLE.strip().splitlines()
    return tuple(_palette(head, body) for head, body in zip(lines[::2], lines[1::2], strict=True))


def suiting(
    style: str, season: str, rng: Random, *, without: Sequence[str] = (), colours: Sequence[str] = ()
) -> Palette:
    """A palette for a style, with some weight on the season, and on the `colours` that sell.

    `without` are names that the same set uses already.
    """
    left = [each for each in palettes() if each.name not in without] or list(palettes())
    styles = set(style.lower().split())
    liked = {word for colour in colours for word in colour.split()}
    weights = [
        1 + 60 * bool(styles & each.suits) + 6 * (season in each.suits) + 30 * _has(each, liked) for each in left
    ]
    return rng.choices(left, weights)[0]


def _has(palette: Palette, liked: set[str]) -> bool:
    return any(liked.intersection(called.split()) for called in palette.called)


def _palette(head: str, colours: str) -> Palette:
    name, suits = head.split(" | ")
    pairs = [colour.rsplit(" ", 1) for colour in colours.split(", ")]
    return Palette(
        name, frozenset(suits.split()), tuple(f"#{code}" for _, code in pairs), tuple(called for called, _ in pairs)
    )
