"""Neutral ornament: rules, rays, ribbons, frames, suns, land and water."""

import math

from wareloom.designs.studios.typographic.motifs.piece import star
from wareloom.designs.studios.typographic.path import Path, Point, circle, joined, polygon, read, rectangle
from wareloom.designs.studios.typographic.sheet import CUT, Sheet


def rays(x: float, y: float, inner: float, outer: float, count: int, *, start: float = 0, sweep: float = 360) -> Path:
    """Wedges that widen outwards, filling half of the circle or of the part of it that is asked for."""

    def at(radius: float, degrees: float) -> Point:
        angle = math.radians(degrees)
        return x + radius * math.cos(angle), y + radius * math.sin(angle)

    step = sweep / count
    wedges: list[Path] = []
    for n in range(count):
        a, b = start + step * (n + 0.25), start + step * (n + 0.75)
        wedges.append(polygon([at(inner, a), at(outer, a), at(outer, b), at(inner, b)]))
    return joined(wedges)


def rule(x: float, y: float, width: float, thick: float) -> Path:
    """A line with pointed ends, centred."""
    half = width / 2
    return polygon([
        (x - half, y), (x - half + thick * 2, y - thick / 2), (x + half - thick * 2, y - thick / 2),
        (x + half, y), (x + half - thick * 2, y + thick / 2), (x - half + thick * 2, y + thick / 2),
    ])  # fmt: skip


def divider(sheet: Sheet, y: float, width: float, ink: str, accent: str) -> None:
    """Two rules with a diamond between them."""
    gap, thick = width * 0.09, width * 0.012
    for side in (-1, 1):
        sheet.fill(rule(side * (width / 2 + gap) / 2, y, width / 2 - gap, thick), ink)
    size = width * 0.028
    sheet.fill(polygon([(0, y - size), (size, y), (0, y + size), (-size, y)]), accent)
    for side in (-1, 1):
        sheet.fill(circle(side * gap * 0.62, y, size * 0.4), accent)


def ribbon(width: float, height: float, sag: float) -> tuple[Path, Path]:
    """A banner about (0, 0), arched upwards by `sag`, and its two folded tails, which lie behind it."""

    def bend(x: float, y: float) -> Point:
        return x, y + sag * ((2 * x / width) ** 2 - 1)

    half, tall = width / 2, height / 2
    body = rectangle(-half, -tall, width, height).bent(bend, 60)
    drop, inward, out = height * 0.3, width * 0.05, width * 0.1
    right = polygon([
        (half - inward, -tall + drop), (half + out, -tall + drop), (half + out - height * 0.35, drop),
        (half + out, tall + drop), (half - inward, tall + drop),
    ])  # fmt: skip
    tails = right + right.mirrored()
    return body, tails.bent(bend, 60)


def draw_ribbon(sheet: Sheet, body: Path, tails: Path, ink: str, *, shade: str) -> None:
    """Solid, with a line of fabric where it folds."""
    sheet.fill(tails, shade)
    sheet.stroke(body, CUT, body.box.height * 0.1, filled=True)
    sheet.fill(body, ink)


def striped_sun(x: float, y: float, radius: float, stripes: int = 5) -> Path:
    """A setting sun: whole above, cut into bands that grow thinner below."""
    bands: list[Path] = [_band(x, y, radius, -radius, radius * 0.12)]
    top = radius * 0.12
    for n in range(stripes):
        gap = radius * (0.045 + 0.02 * n)
        tall = (radius - top) / (stripes - n + 0.6) * 0.9
        bands.append(_band(x, y, radius, top + gap, min(top + tall, radius)))
        top += tall
    return joined(bands)


def _band(x: float, y: float, radius: float, top: float, bottom: float) -> Path:
    def half(at: float) -> float:
        return math.sqrt(max(radius * radius - at * at, 0))

    # By angle, not by height: evenly spaced heights would leave the head of the circle flat.
    start, end = math.asin(top / radius), math.asin(bottom / radius)
    levels = [radius * math.sin(start + (end - start) * n / 48) for n in range(49)]
    right = [(x + half(at), y + at) for at in levels]
    left = [(x - half(at), y + at) for at in reversed(levels)]
    return polygon([*right, *left])


def ridge(left: float, right: float, base: float, peaks: list[float], bottom: float) -> Path:
    """Mountains: one peak after another, each so high over the base."""
    step = (right - left) / len(peaks)
    points: list[Point] = [(left, bottom), (left, base)]
    for n, high in enumerate(peaks):
        points.append((left + step * (n + 0.5), base - high))
        points.append((left + step * (n + 1), base - (0 if n == len(peaks) - 1 else min(high, peaks[n + 1]) * 0.35)))
    return polygon([*points, (right, bottom)])


def hill(left: float, right: float, top: float, rise: float, bottom: float) -> Path:
    third = (right - left) / 3
    return read(
        f"M{left} {bottom} L{left} {top + rise} C{left + third} {top - rise} {right - third} {top - rise / 2} "
        f"{right} {top + rise * 0.6} L{right} {bottom}Z"
    )


def swell(left: float, right: float, y: float, height: float, thick: float, waves: int) -> Path:
    """A band of water."""
    steps = 24 * waves
    xs = [left + (right - left) * n / steps for n in range(steps + 1)]

    def crest(x: float) -> float:
        return y + height * math.sin(2 * math.pi * waves * (x - left) / (right - left))

    return polygon([*((x, crest(x)) for x in xs), *((x, crest(x) + thick) for x in reversed(xs))])


def stars_row(x: float, y: float, size: float, count: int, spread: float) -> Path:
    """Larger in the middle."""
    middle = (count - 1) / 2
    return joined(
        star(5, size * (1 - 0.22 * abs(n - middle)), size * 0.42 * (1 - 0.22 * abs(n - middle))).moved(
            x + (n - middle) * spread, y
        )
        for n in range(count)
    )


def sparkle(x: float, y: float, size: float) -> Path:
    return (
        read("M0 -50 C3 -10 10 -3 40 0 C10 3 3 10 0 50 C-3 10 -10 3 -40 0 C-10 -3 -3 -10 0 -50Z")
        .scaled(size / 100)
        .moved(x, y)
    )


def arch(left: float, top: float, width: float, height: float) -> Path:
    """A window with a round head."""
    radius = width / 2
    curve = [
        (left + radius - radius * math.cos(math.pi * n / 60), top + radius - radius * math.sin(math.pi * n / 60))
        for n in range(61)
    ]
    return polygon([(left, top + height), *curve, (left + width, top + height)])
