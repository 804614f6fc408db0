"""A mockup of each product, against reducing the art and encoding the picture, which nobody can do without."""

import os
from collections.abc import Callable, Iterator

from tests.bench.figures import MACHINE, Figure, in_turns, seconds
from wareloom.designs import mockup
from wareloom.designs.products import PRODUCTS, Product
from wareloom.designs.studio import DPI, HEIGHT, WIDTH

ROUNDS = 5
_COLOUR: dict[Product, str] = {"hoodie": "cream"}


def figures() -> Iterator[Figure]:
    os.environ.setdefault("VIPS_CONCURRENCY", "1")  # a function has little more than one core
    png = _art()
    prepared = mockup.prepare(png)
    first = {product: seconds(lambda product=product: _mockup(prepared, product)) for product in PRODUCTS}
    pictures = [mockup.pictured(prepared, product, _colour(product)).copy_memory() for product in PRODUCTS]

    def six() -> None:
        for product in PRODUCTS:
            _mockup(prepared, product)

    def bare() -> None:
        for picture in pictures:
            prepared.ink.resize(0.6, kernel="lanczos3").copy_memory()
            picture.webpsave_buffer(Q=86, effort=2, keep=0)

    taken = in_turns(
        {"six": _timed(six), "bare": _timed(bare), "prepare": _timed(lambda: mockup.prepare(png))}, rounds=ROUNDS
    )
    count = len(PRODUCTS)
    yield Figure("mockups of 2000×2000 px, product kept", count / taken["six"], "per second", MACHINE)
    yield Figure(
        "mockup of 2000×2000 px, product kept", taken["six"] / taken["bare"], "×", "reducing and encoding alone"
    )
    yield Figure("art of 4500×5400 px decoded for mockups", taken["prepare"], "s", MACHINE)
    yield Figure("a product's first mockup, slowest of six", max(first.values()), "s", MACHINE)


def _mockup(prepared: mockup.Prepared, product: Product) -> mockup.Mockup:
    return mockup.mockup(prepared, product, _colour(product))


def _colour(product: Product) -> str:
    return _COLOUR.get(product, "white")


def _timed(act: Callable[[], object]) -> Callable[[], float]:
    return lambda: seconds(act)


def _art() -> bytes:
    """As large as the studio's, with edges at every angle."""
    from pyvips import Image

    rays = "".join(
        f'<path d="M225 270 L{225 + 200 - turn * 8} {60 + turn * 4} l22 6Z" fill="{fill}"/>'
        for turn, fill in enumerate(("#d1495b", "#edae49", "#00798c", "#30638e") * 12)
    )
    circle = '<circle cx="225" cy="330" r="150" fill="none" stroke="#2b2a33" stroke-width="18"/>'
    size = f'width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 450 540"'
    art = Image.svgload_buffer(f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{circle}{rays}</svg>'.encode())
    return art.copy(xres=DPI / 25.4, yres=DPI / 25.4).pngsave_buffer(compression=3)
