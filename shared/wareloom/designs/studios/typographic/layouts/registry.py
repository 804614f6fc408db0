"""Every layout by name: one line each."""

from collections.abc import Callable
from dataclasses import dataclass

from wareloom.designs.studios.typographic.brief import Brief
from wareloom.designs.studios.typographic.layouts import (
    badge,
    banner,
    card,
    carved,
    echo,
    groovy,
    minimal,
    script,
    seal,
    slant,
    stack,
    sunset,
    wash,
    window,
    wreath,
)
from wareloom.designs.studios.typographic.sheet import Sheet
from wareloom.kit.errors import Rejected


@dataclass(frozen=True)
class Layout:
    compose: Callable[[Sheet, Brief], None]
    shortest: int = 1
    longest: int = 120
    """The slogans that it suits, in characters."""
    words: int = 1
    """How many it needs at least."""
    outdoors: bool = False
    """It shows a landscape, which not every subject belongs in."""


LAYOUTS: dict[str, Layout] = {
    "stack": Layout(stack.compose),
    "badge": Layout(badge.compose, shortest=6, longest=48),
    "seal": Layout(seal.compose, shortest=6, longest=48),
    "banner": Layout(banner.compose, shortest=4, longest=52),
    "script": Layout(script.compose, shortest=3, longest=64, words=2),
    "groovy": Layout(groovy.compose, longest=56),
    "sunset": Layout(sunset.compose, longest=60),
    "slant": Layout(slant.compose, longest=48),
    "minimal": Layout(minimal.compose),
    "echo": Layout(echo.compose, shortest=3, longest=20),
    "window": Layout(window.compose, longest=60, outdoors=True),
    "card": Layout(card.compose, longest=48),
    "carved": Layout(carved.compose),
    "wreath": Layout(wreath.compose, longest=52),
    "wash": Layout(wash.compose, longest=64),
}


def named(name: str) -> Layout:
    try:
        return LAYOUTS[name]
    except KeyError:
        raise Rejected(f"There is no layout “{name[:40]}”. Known: {', '.join(LAYOUTS)}.") from None


def suiting(names: tuple[str, ...], text: str, *, outdoors: bool) -> list[str]:
    """Of these layouts the ones that suit the slogan; the stacked block suits every one."""
    return [name for name in names if _suits(LAYOUTS[name], text) and outdoors >= LAYOUTS[name].outdoors] or ["stack"]


def _suits(layout: Layout, text: str) -> bool:
    return layout.shortest <= len(text) <= layout.longest and len(text.split()) >= layout.words
