"""Pictures that tests draw: things on a ground, another heap of them for each seed."""

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyvips import Image

_SIDE = 600


def drawn(seed: int, side: int = _SIDE) -> "Image":
    from pyvips import Image

    chance = random.Random(seed)  # noqa: S311 - the same picture for the same seed
    shapes = "".join(_shape(chance) for _ in range(9))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="{side}" height="{side}">'
        f'<rect width="100" height="100" fill="{_colour(chance)}"/>{shapes}</svg>'
    )
    return Image.svgload_buffer(svg.encode())[:3].copy_memory()


def _shape(chance: random.Random) -> str:
    x, y, size = chance.uniform(5, 95), chance.uniform(5, 95), chance.uniform(8, 30)
    fill = _colour(chance)
    if chance.random() < 0.5:
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size / 2:.1f}" fill="{fill}"/>'
    turned = f'transform="rotate({chance.randrange(90)} {x:.1f} {y:.1f})"'
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{size:.1f}" height="{size / 2:.1f}" fill="{fill}" {turned}/>'


def _colour(chance: random.Random) -> str:
    return f"#{chance.randrange(256**3):06x}"
