"""`python -m tests.bench.pictures`: the designs and mockups that the documentation shows, the same files every time."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from wareloom.designs import mockup
from wareloom.designs.mockups.drawing import rgb
from wareloom.designs.mockups.fabrics import FABRICS
from wareloom.designs.products import Product
from wareloom.designs.studio import Order
from wareloom.designs.studios.artists import studio
from wareloom.kit.ai.model import Usage

if TYPE_CHECKING:
    from pyvips import Image

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
SIDE = 900
_MARGIN = 70
_LARGEST = 60_000
_QUALITIES = (88, 82, 76, 70, 60, 50)


class Free:
    """The purse of a studio that costs nothing."""

    def allow(self, most: Usage) -> None:
        if most.cost:
            raise AssertionError("the pictures of the documentation are drawn for nothing")

    def spend(self, key: str, model: str, usage: Usage) -> None:
        raise AssertionError(f"{model} was paid {usage.cost} for {key}")


@dataclass(frozen=True)
class Shown:
    name: str
    order: Order
    fabric: str


def _shown(name: str, slogan: str, motif: str, style: str, fabric: str, palette: str, *, seed: int) -> Shown:
    dark = sum(rgb(FABRICS[fabric].colour)) < 3 * 110
    order = Order(
        slogan=slogan,
        concept=f"{motif} for people who mean it",
        prompt=slogan,
        palette=tuple(palette.split()),
        motifs=(motif,),
        style=style,
        seed=seed,
        on_dark=dark,
    )
    return Shown(name, order, fabric)


DESIGNS = (
    _shown("trail", "Miles before emails", "mountain", "vintage", "cream", "#24402f #c8502d #e0a13a", seed=1),
    _shown("sourdough", "In crust we trust", "loaf", "cottage", "sand", "#4a3526 #a4472f #7c8f4a", seed=2),
    _shown("octopus", "Out of my depth", "octopus", "retro", "navy", "#ffe9c7 #f2703d #2ea79b", seed=3),
    _shown("vinyl", "Spin slowly", "vinyl", "groovy", "black", "#ffe7b8 #ef7d3b #e85d8f", seed=4),
    _shown("bees", "Mind your own beeswax", "bee", "botanical", "white", "#23402f #d2a036 #b9653f", seed=5),
    _shown("nurse", "Powered by night shift", "pulse", "bold", "black", "#ffffff #ff4438 #ffc22e", seed=6),
    _shown("cactus", "Free hugs, bring tape", "cactus", "retro", "dusty rose", "#2c4a3a #8c2f1b #f4ead5", seed=7),
    _shown("chess", "Make your move", "knight", "art deco", "forest", "#f3dfae #d1a54a #f3dfae", seed=8),
    _shown("frog", "Hop to it tomorrow", "frog", "cute", "sage", "#2d3f2b #b6443b #f4ead5", seed=9),
    _shown("moon", "Late to bed, later to rise", "moon", "line art", "charcoal", "#f5f3ee #e9b48b", seed=10),
)
MOCKUPS: tuple[tuple[Product, str, str], ...] = (
    ("tee", "octopus", "navy"),
    ("hoodie", "trail", "cream"),
    ("mug", "sourdough", "white"),
    ("poster", "vinyl", "black"),
    ("tote", "bees", "natural"),
    ("phone case", "cactus", "dusty rose"),
)


def main() -> None:
    draw = studio("typographic").draw
    drawn = {shown.name: draw(shown.order, purse=Free(), shelf="pictures").png for shown in DESIGNS}
    prepared = {name: mockup.prepare(png) for name, png in drawn.items()}
    for shown in DESIGNS:
        _keep("designs", shown.name, _on_fabric(prepared[shown.name].ink, FABRICS[shown.fabric].colour))
    for product, name, colour in MOCKUPS:
        picture = mockup.pictured(prepared[name], product, colour)
        _keep("mockups", product.replace(" ", "-"), picture.resize(SIDE / picture.width, kernel="lanczos3"))


def _on_fabric(ink: "Image", colour: str) -> "Image":
    room = SIDE - 2 * _MARGIN
    fitted = ink.resize(min(room / ink.width, room / ink.height), kernel="lanczos3")
    across, down = (SIDE - fitted.width) // 2, (SIDE - fitted.height) // 2
    laid = fitted.embed(across, down, SIDE, SIDE)
    # premultiplied: what is not ink is black and adds nothing
    return (laid[:3] + (1 - laid[3] / 255) * list(rgb(colour))).cast("uchar").copy(interpretation="srgb")


def _keep(folder: str, name: str, picture: "Image") -> None:
    """As good as fits into a page that loads quickly."""
    path = PICTURES / folder / f"{name}.webp"
    path.parent.mkdir(parents=True, exist_ok=True)
    for quality in _QUALITIES:
        body = picture.webpsave_buffer(Q=quality, effort=6, smart_subsample=True, keep=0)
        if len(body) <= _LARGEST:
            break
    else:
        raise AssertionError(f"{path.name} does not fit into {_LARGEST} bytes")
    path.write_bytes(body)
    print(f"{path.relative_to(PICTURES.parent)}  {len(body) // 1000} KB")


if __name__ == "__main__":
    main()
