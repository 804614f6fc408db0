"""Landscapes in two or three inks, drawn a little beyond the window that they are seen through."""

from collections.abc import Callable

from wareloom.designs.studios.typographic.brief import Brief, Nature
from wareloom.designs.studios.typographic.motifs.piece import star
from wareloom.designs.studios.typographic.ornaments import hill, rays, ridge, striped_sun, swell
from wareloom.designs.studios.typographic.path import Path, circle, joined
from wareloom.designs.studios.typographic.sheet import CUT, Sheet

Scene = Callable[[Sheet, Brief, float, float], None]


def _peaks(sheet: Sheet, brief: Brief, wide: float, tall: float) -> None:
    inks, half = brief.inks, wide / 2
    sheet.fill(circle(wide * 0.12, tall * 0.3, wide * 0.2), inks.second)
    heights = [brief.chance.uniform(0.2, 0.36) * tall for _ in range(3)]
    _stood_off(sheet, ridge(-half, half, tall * 0.72, heights, tall), inks.third, CUT)
    near = [brief.chance.uniform(0.1, 0.2) * tall for _ in range(4)]
    _stood_off(sheet, ridge(-half, half, tall * 0.86, near, tall), inks.main, CUT)


def _sea(sheet: Sheet, brief: Brief, wide: float, tall: float) -> None:
    inks, half = brief.inks, wide / 2
    sheet.fill(striped_sun(0, tall * 0.4, wide * 0.34), inks.second)
    sheet.fill(
        joined(swell(-half, half, tall * (0.66 + 0.085 * n), 38, 70 + 26 * n, 3 + n % 2) for n in range(4)), inks.main
    )


def _night(sheet: Sheet, brief: Brief, wide: float, tall: float) -> None:
    inks, half = brief.inks, wide / 2
    sheet.fill(circle(0, tall * 0.36, wide * 0.3), inks.second)
    sheet.fill(circle(wide * 0.1, tall * 0.33, wide * 0.235), CUT)
    spots = [(brief.chance.uniform(-0.44, 0.44) * wide, brief.chance.uniform(0.12, 0.66) * tall) for _ in range(34)]
    free = [(x, y) for x, y in spots if (x * x + (y - tall * 0.36) ** 2) ** 0.5 > wide * 0.34]
    sheet.fill(joined(star(4, 48 + 22 * (n % 3), 14).moved(x, y) for n, (x, y) in enumerate(free)), inks.third)
    _stood_off(sheet, hill(-half, half, tall * 0.74, 170, tall), inks.third, CUT)
    _stood_off(sheet, hill(half, -half, tall * 0.87, 120, tall), inks.main, CUT)


def _desert(sheet: Sheet, brief: Brief, wide: float, tall: float) -> None:
    inks, half = brief.inks, wide / 2
    sheet.fill(circle(0, tall * 0.44, wide * 0.23), inks.second)
    sheet.fill(rays(0, tall * 0.44, wide * 0.28, wide * 0.465, 28), inks.second)
    _stood_off(sheet, hill(-half, half, tall * 0.68, 190, tall), inks.third, CUT)
    _stood_off(sheet, hill(half, -half, tall * 0.84, 130, tall), inks.main, CUT)


def _stood_off(sheet: Sheet, path: Path, ink: str, edge: str) -> None:
    sheet.stroke(path, edge, 70, filled=True)
    sheet.fill(path, ink)


SCENES: dict[Nature, Scene] = {"peaks": _peaks, "sea": _sea, "night": _night, "desert": _desert}
