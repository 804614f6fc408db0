"""What a studio is given to draw, and what it gives back."""

from dataclasses import dataclass, field
from typing import Any, Protocol

from wareloom.kit.ai.model import Purse

WIDTH, HEIGHT, DPI = 4500, 5400, 300
"""15 × 18 inches at 300 DPI: the largest front print of a shirt."""


@dataclass(frozen=True)
class Order:
    """One piece of art. The same order is drawn the same way again: what is left to chance follows the seed."""

    slogan: str
    concept: str
    prompt: str
    palette: tuple[str, ...]
    """Hex colours, `#rrggbb`, the leading one first."""
    motifs: tuple[str, ...]
    style: str
    seed: int
    layout: str | None = None
    """None lets the studio choose."""
    font: str | None = None
    on_dark: bool = False
    """True when it will be printed on dark fabric: light inks then."""


@dataclass(frozen=True)
class Art:
    png: bytes
    """Transparent, with its resolution written in the file."""
    width: int
    height: int
    dpi: int
    effective_dpi: int
    """Of the pixels that were really drawn: enlarging adds none."""
    made_with: dict[str, Any] = field(default_factory=dict[str, Any])
    """What was chosen, to show and to change: layout, fonts, seed, model."""


@dataclass(frozen=True)
class StudioProfile:
    """A studio as people choose it."""

    name: str
    title: str
    offline: bool
    layouts: tuple[str, ...] = ()
    """What a person may ask for. Empty where the studio decides by itself."""
    fonts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()


class Studio(Protocol):
    def draw(self, order: Order, *, purse: Purse, shelf: str) -> Art: ...
