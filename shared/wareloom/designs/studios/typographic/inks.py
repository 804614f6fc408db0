"""Two to four inks that show on the fabric and differ from one another."""

import math
import re
from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import dataclass

DARK_FABRICS = ("#111111", "#2b2f38", "#3a3c40")
LIGHT_FABRICS = ("#ffffff", "#e4e4e2", "#d6d8da")
READABLE = 4.5
"""The main ink's least contrast with any of these fabrics; what carries no small lettering needs less."""
VISIBLE = 3.0
_APART = 60
_GREY = 0.12
_CREAM, _COAL = "#f6efe2", "#1d1d1f"

_HEX = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True)
class Inks:
    main: str
    second: str
    third: str

    @property
    def every(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((self.main, self.second, self.third)))

    def turned(self, *, swap: bool) -> "Inks":
        """The same inks in other places, where the second one is as readable."""
        return Inks(self.second, self.main, self.third) if swap else self


def luminance(colour: str) -> float:
    def linear(part: str) -> float:
        value = int(part, 16) / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour[1:3]) + 0.7152 * linear(colour[3:5]) + 0.0722 * linear(colour[5:7])


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def least_contrast(ink: str, *, on_dark: bool) -> float:
    return min(contrast(ink, fabric) for fabric in (DARK_FABRICS if on_dark else LIGHT_FABRICS))


def chosen(palette: tuple[str, ...], fallback: tuple[str, ...], *, on_dark: bool, pale: bool = False) -> Inks:
    """The palette's colours in its order, each lightened or darkened until it shows on the fabric."""
    wanted = [colour.lower() for colour in palette if _HEX.fullmatch(colour)] or list(fallback)
    shown = [_shown(colour, VISIBLE, on_dark=on_dark, pale=pale) for colour in wanted[:6]]
    main = _main(shown, on_dark=on_dark)
    others = [colour for colour in shown if _distance(colour, main) > _APART]
    others = others or [_companion(wanted, main, on_dark=on_dark)]
    second = max(others[:3], key=lambda colour: min(_distance(colour, main), 150) + 40 * _vivid(colour))
    thirds = [colour for colour in others if _distance(colour, second) > _APART]
    return Inks(main, second, thirds[0] if thirds else main)


def _main(shown: list[str], *, on_dark: bool) -> str:
    """The first that reads well as it is, else the leading one made to."""
    for colour in shown:
        if least_contrast(colour, on_dark=on_dark) >= READABLE:
            return colour
    return _until(shown[0], READABLE, on_dark=on_dark)


def _shown(colour: str, least: float, *, on_dark: bool, pale: bool) -> str:
    if least_contrast(colour, on_dark=on_dark) < least and _vivid(colour) < _GREY:
        # Lightened black is a dull grey, darkened white a muddy one: the opposite is what a printer would take.
        return _CREAM if on_dark else _COAL
    hue, light, full = rgb_to_hls(*(part / 255 for part in _parts(colour)))
    if pale or (light > 0.75 and not on_dark):
        full = min(full, 0.5)  # a pastel that is darkened must not turn garish
    if pale and on_dark:
        light = max(light, 0.8)
    return _until(_hex(hls_to_rgb(hue, light, full)), least, on_dark=on_dark)


def _until(colour: str, least: float, *, on_dark: bool) -> str:
    """Lightened or darkened in small steps as far as it takes."""
    hue, light, full = rgb_to_hls(*(part / 255 for part in _parts(colour)))
    while least_contrast(colour, on_dark=on_dark) < least and 0 < light < 1:
        light = min(1.0, light + 0.02) if on_dark else max(0.0, light - 0.02)
        colour = _hex(hls_to_rgb(hue, light, full))
    return colour


def _companion(wanted: list[str], main: str, *, on_dark: bool) -> str:
    """A second ink for a palette that has only one: a grey where greys are wanted, else a warm accent or a neutral."""
    if len(wanted) > 1 and all(_vivid(colour) < _GREY for colour in wanted):
        return "#a9a69f" if on_dark else "#6b6a66"
    if _vivid(main) <= 0.25:
        return _until("#e2603a", VISIBLE, on_dark=on_dark)
    return _CREAM if on_dark else _COAL


def is_vivid(colour: str) -> bool:
    return _vivid(colour) > _GREY


def _vivid(colour: str) -> float:
    parts = _parts(colour)
    return (max(parts) - min(parts)) / 255


def _distance(one: str, other: str) -> float:
    return math.dist(_parts(one), _parts(other))


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _hex(parts: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(min(1.0, max(0.0, part)) * 255):02x}" for part in parts)
