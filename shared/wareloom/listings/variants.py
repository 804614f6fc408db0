"""Which colours and sizes of a product are offered for a piece of art: those that it can be read on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from wareloom.listings.channel import Variant


@dataclass(frozen=True)
class Range:
    light: tuple[str, ...]
    dark: tuple[str, ...]
    """For light inks. Empty: it comes in light colours only."""
    sizes: tuple[str, ...]


_WORN = ("S", "M", "L", "XL", "2XL")
RANGES: Mapping[str, Range] = {
    "tee": Range(("White", "Natural"), ("Black", "Navy"), _WORN),
    "hoodie": Range(("White", "Sport Grey"), ("Black", "Navy"), _WORN),
    "mug": Range(("White",), (), ("11 oz", "15 oz")),
    "poster": Range(("White",), (), ("12″×16″", "18″×24″")),
    "tote": Range(("Oyster",), ("Black",), ("One size",)),
    "phone case": Range(("White",), (), ("iPhone 15", "iPhone 15 Pro", "iPhone 16", "iPhone 16 Pro")),
}


def suited(products: Iterable[str], *, on_dark: bool) -> tuple[str, ...]:
    """Those that come in a colour which the inks can be read on."""
    return tuple(product for product in products if _colours(product, on_dark=on_dark))


def variants(prices: Mapping[str, Decimal], *, on_dark: bool) -> tuple[Variant, ...]:
    """Every thing that can be bought. A product that has no fabric to suit the inks is left out."""
    return tuple(
        Variant(product, colour, size, amount)
        for product, amount in prices.items()
        for colour in _colours(product, on_dark=on_dark)
        for size in RANGES[product].sizes
    )


def _colours(product: str, *, on_dark: bool) -> tuple[str, ...]:
    return RANGES[product].dark if on_dark else RANGES[product].light
