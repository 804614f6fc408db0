"""Weather, sky, plants and the land."""

from wareloom.designs.studios.typographic.motifs.piece import (
    Drawn,
    Motif,
    both,
    cut,
    fill,
    leaf,
    lines,
    oval,
    pair,
    rim,
    second,
    spun,
    star,
)
from wareloom.designs.studios.typographic.path import circle, joined, polygon


def _sprig() -> Motif:
    heights = [30, 14, -2, -17]
    leaves = [pair(leaf(28 - 3 * n, 9 - n).turned(52 - 5 * n).moved(0, y)) for n, y in enumerate(heights)]
    return (lines(2.6, "M0 49 L0 -24"), fill(*leaves), fill(leaf(24, 7).moved(0, -24)))


def _wheat() -> Motif:
    grains = [pair(leaf(22, 7.5).turned(38).moved(3, y)) for y in (22, 6, -10)]
    return (lines(2.8, "M0 49 L0 -18"), fill(*grains, leaf(24, 7.5).moved(0, -26)), lines(1.8, pair("M6 -34 L12 -49")))


def _snowflake() -> Motif:
    arm = "M0 0 L0 -47 M0 -26 L-11 -37 M0 -26 L11 -37 M0 -14 L-8 -22 M0 -14 L8 -22"
    return (lines(5, spun(arm, 6)),)


def _cactus() -> Motif:
    return (
        lines(23, "M0 38 L0 -34"),
        lines(14, "M0 18 L-24 18 C-29 18 -29 14 -29 10 L-29 -8", "M0 6 L24 6 C29 6 29 2 29 -2 L29 -18"),
        lines(2.2, "M-4 44 L-4 -36", "M4 44 L4 -36", role="cut"),
        second(spun(leaf(11, 5), 5).moved(0, -46)),
    )


def _lotus() -> Motif:
    petals = [leaf(52, 15).turned(angle).moved(0, 26) for angle in (-82, -54, 54, 82)]
    return (
        second(*petals),
        fill(leaf(60, 19).turned(-27).moved(0, 28), leaf(60, 19).turned(27).moved(0, 28)),
        rim(leaf(70, 23).moved(0, 31)),
        fill(leaf(63, 18).moved(0, 28)),
    )


NATURE: dict[str, Drawn] = {
    "heart": lambda: (fill(both("M0 -22 C6 -43 47 -46 47 -13 C47 12 17 30 0 45")),),
    "star": lambda: (fill(star(5, 50, 21)),),
    "sparkle": lambda: (fill(both("M0 -50 C3 -14 12 -4 42 0 C12 4 3 14 0 50")),),
    "moon": lambda: (
        fill("M24 -44 C-8 -52 -38 -28 -38 2 C-38 32 -8 54 26 43 C4 36 -10 20 -10 0 C-10 -20 4 -37 24 -44Z"),
        second(star(5, 11, 4.6).moved(24, -8), star(5, 6, 2.6).moved(10, 16)),
    ),
    "sun": lambda: (fill(circle(0, 0, 23)), fill(spun("M-6.5 -29 L6.5 -29 L0 -49Z", 12))),
    "mountain": lambda: (
        second(circle(22, -22, 13)),
        rim(polygon([(-54, 40), (-13, -44), (6, -14), (16, -27), (56, 40)])),
        fill(polygon([(-50, 38), (-13, -36), (6, -4), (16, -19), (50, 38)])),
        lines(2.6, "M-28 -5 L-20 -13 L-14 -5 L-7 -12 L1 -5", "M-6 38 L6 14 L-2 4", role="cut"),
    ),
    "wave": lambda: (
        fill(
            "M-50 32 C-44 -12 -12 -42 20 -36 C44 -31 52 -8 41 6 C34 14 19 13 18 2 C17 -5 24 -10 30 -6 "
            "C27 -19 12 -22 0 -11 C-13 2 -10 22 8 29 C22 34 38 32 50 26 L50 42 L-50 42Z"
        ),
        lines(2.8, "M-34 36 C-30 8 -18 -16 4 -24", "M-22 38 C-22 22 -18 8 -14 0", role="cut"),
    ),
    "pine": lambda: (
        fill(both("M0 -49 L15 -24 L8 -25 L25 2 L14 0 L35 31 L6 29 L6 46 L0 46")),
        lines(2.2, "M-8 -8 L4 -12", "M-14 18 L6 12", role="cut"),
    ),
    "forest": lambda: (
        fill(both("M0 -46 L13 -20 L7 -21 L20 4 L11 3 L26 32 L5 31 L5 44 L0 44")),
        second(pair("M34 -22 L43 -2 L39 -3 L48 16 L43 16 L50 35 L37 34 L37 44 L31 44 L31 34 L25 35 "
                    "L31 14 L26 16 L30 -2Z")),
    ),
    "leaf": lambda: (
        fill(leaf(92, 42).turned(32).moved(-24, 40)),
        lines(2.8, "M-24 40 C-12 14 2 -8 18 -28", role="cut"),
        lines(2, "M-14 20 L-20 2", "M-4 4 L-8 -14", "M7 -12 L6 -24", "M-13 18 L8 14", "M-3 3 L17 -2", role="cut"),
        lines(4, "M-24 40 L-30 49"),
    ),
    "sprig": _sprig,
    "wheat": _wheat,
    "cactus": _cactus,
    "lotus": _lotus,
    "snowflake": _snowflake,
    "flower": lambda: (
        fill(spun(oval(0, -29, 10.5, 20), 9)),
        cut(circle(0, 0, 17)),
        second(circle(0, 0, 13)),
    ),
    "blossom": lambda: (
        fill(spun("M0 -6 C20 -12 28 -44 8 -46 C4 -47 1 -44 0 -41 C-1 -44 -4 -47 -8 -46 C-28 -44 -20 -12 0 -6Z", 5)),
        cut(circle(0, 0, 11)),
        second(circle(0, 0, 7.5)),
        lines(2, spun("M0 -15 L0 -25", 5), role="cut"),
    ),
    "tulip": lambda: (
        lines(4.4, "M0 -2 L0 48"),
        second("M0 44 C-8 24 -26 14 -34 2 C-36 28 -22 42 0 48Z", "M0 44 C8 24 26 14 34 2 C36 28 22 42 0 48Z"),
        fill("M-24 -44 C-18 -38 -14 -32 -11 -27 C-8 -36 -4 -42 0 -47 C4 -42 8 -36 11 -27 C14 -32 18 -38 24 -44 "
             "C31 -16 20 2 0 2 C-20 2 -31 -16 -24 -44Z"),
        lines(2.2, "M-11 -27 C-11 -16 -8 -8 0 -4 C8 -8 11 -16 11 -27", role="cut"),
    ),
    "mushroom": lambda: (
        second("M-13 8 C-10 22 -15 38 -19 46 L19 46 C15 38 10 22 13 8Z"),
        fill(both("M0 -43 C30 -43 47 -18 47 -2 C47 8 28 9 0 9")),
        cut(oval(0, -26, 9, 7), oval(-25, -9, 7.5, 6.5), oval(26, -10, 6.5, 6), oval(5, -3, 5, 4)),
    ),
    "flame": lambda: (
        fill("M2 -49 C10 -28 34 -12 33 16 C32 36 17 48 0 48 C-17 48 -32 36 -33 16 C-33 2 -24 -8 -20 -20 "
             "C-15 -12 -12 -9 -7 -8 C-10 -24 -6 -38 2 -49Z"),
        cut("M0 42 C-11 42 -18 34 -16 24 C-14 14 -3 8 1 -5 C6 8 15 14 16 24 C17 34 11 42 0 42Z"),
        second("M0 39 C-6 39 -9 34 -8 29 C-7 24 -1 20 0 13 C3 20 8 24 8 29 C9 34 6 39 0 39Z"),
    ),
    "lightning": lambda: (fill("M10 -50 L-28 8 L-5 8 L-14 50 L30 -13 L5 -13 L20 -50Z"),),
    "cloud": lambda: (
        fill("M-32 26 C-54 26 -54 -4 -32 -5 C-30 -32 8 -36 16 -12 C30 -22 46 -10 42 2 C54 8 50 26 36 26Z"),
        lines(3.4, "M-20 35 L-25 46", "M0 35 L-5 46", "M20 35 L15 46", role="second"),
    ),
    "rainbow": lambda: tuple(
        lines(8.5, f"M{-r} 26 C{-r} {26 - r * 1.33} {r} {26 - r * 1.33} {r} 26", role="second" if n % 2 else "main")
        for n, r in enumerate((45, 33, 21, 9))
    ),
    "acorn": lambda: (
        fill(both("M0 46 C14 40 27 24 26 -4 L0 -4"), role="second"),
        fill(both("M0 -34 C18 -34 34 -24 33 -10 C33 -4 20 -3 0 -3")),
        lines(5, "M0 -34 C0 -42 4 -46 8 -48"),
    ),
    "shell": lambda: (
        fill("M0 44 L-10 36 C-34 30 -50 8 -46 -10 C-42 -34 -20 -46 0 -46 C20 -46 42 -34 46 -10 C50 8 34 30 10 36Z"),
        lines(2.8, "M0 40 L0 -40", pair("M3 36 L18 -36"), pair("M6 34 L34 -24"), pair("M9 32 L42 -4"), role="cut"),
    ),
    "planet": lambda: (
        fill(circle(0, 0, 29)),
        lines(2.6, "M-26 -8 C-10 -4 10 -8 22 -16", "M-24 14 C-8 18 12 14 26 6", role="cut"),
        lines(9, oval(0, 0, 46, 12, -18), role="rim"),
        lines(5, oval(0, 0, 46, 12, -18), role="second"),
        fill("M-29 -2 C-29 -18 -16 -29 0 -29 C14 -29 24 -22 28 -12 L-28 5Z"),
    ),
    "stars": lambda: (fill(joined([star(5, 26, 11), *(star(5, 14, 6).moved(x, 8) for x in (-36, 36))])),),
}  # fmt: skip
