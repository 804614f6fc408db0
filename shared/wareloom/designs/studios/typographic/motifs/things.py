"""What people hold, eat, ride, play and work with."""

from wareloom.designs.studios.typographic.motifs.piece import (
    Drawn,
    Motif,
    both,
    cut,
    fill,
    lines,
    oval,
    pair,
    rim,
    second,
    spun,
)
from wareloom.designs.studios.typographic.path import circle, polygon, read, rectangle, ring


def _bicycle() -> Motif:
    return (
        lines(4.2, circle(-28, 14, 20), circle(28, 14, 20)),
        lines(3.6, "M-28 14 L-2 14 L-12 -18 L17 -18 L-2 14 M-28 14 L-12 -18 M15 -26 L28 14 M-12 -18 L-14 -26"),
        lines(3.6, "M15 -26 L24 -28 C32 -28 32 -17 25 -17", role="second"),
        lines(5.4, "M-21 -27 L-8 -27", role="second"),
        second(circle(-2, 14, 5.4)),
    )


def _d20() -> Motif:
    hexagon = spun("M0 -48 L0 -48", 6).commands[::2]
    corners = [points[0] for _, points in hexagon]
    return (
        fill(polygon(corners)),
        lines(2.4, "M0 -30 L-26 16 L26 16Z", "M0 -30 L0 -48", "M-26 16 L-41.6 24", "M26 16 L41.6 24", role="cut"),
        lines(2.4, pair("M0 -30 L41.6 -24"), pair("M26 16 L41.6 -24"), pair("M26 16 L0 48"), role="cut"),
        cut("M-3 10 L-3 -8 L-7 -6 L-7 -10 L-2 -14 L3 -14 L3 10Z"),
    )


def _controller() -> Motif:
    return (
        fill(both("M0 -22 C14 -22 20 -26 28 -24 C42 -20 50 14 46 24 C42 34 32 28 24 16 C20 12 10 10 0 10")),
        cut(rectangle(-28, -9, 16, 5), rectangle(-22.5, -14.5, 5, 16)),
        cut(circle(20, -12, 3.2), circle(20, 0, 3.2), circle(14, -6, 3.2), circle(26, -6, 3.2)),
    )


THINGS: dict[str, Drawn] = {
    "mug": lambda: (
        lines(7.5, "M22 0 C42 -4 43 28 19 27"),
        fill("M-33 -9 L23 -9 L23 26 C23 38 15 45 6 45 L-16 45 C-25 45 -33 38 -33 26Z"),
        cut(both("M0 -5 C2 -12 14 -13 14 -3 C14 5 5 10 0 15").moved(-5, 17)),
        lines(4.4, "M-19 -19 C-27 -29 -11 -36 -19 -47", "M-5 -19 C-13 -29 3 -36 -5 -47", role="second"),
        lines(4.4, "M9 -19 C1 -29 17 -36 9 -47", role="second"),
    ),
    "beer": lambda: (
        lines(7, "M22 -8 C44 -12 44 28 20 26"),
        fill("M-30 -16 L22 -16 L20 46 L-28 46Z"),
        second("M-34 -14 C-42 -28 -28 -38 -20 -34 C-14 -46 6 -46 10 -36 C22 -40 32 -26 26 -14Z"),
        lines(4, "M-16 -4 L-15 36", "M-4 -4 L-4 36", "M8 -4 L7 36", role="cut"),
    ),
    "wine": lambda: (
        fill("M-22 -48 L22 -48 C30 -16 20 2 4 5 L4 36 C12 38 18 41 20 46 L-20 46 C-18 41 -12 38 -4 "
             "36 L-4 5 C-20 2 -30 -16 -22 -48Z"),
        cut("M-19 -44 L19 -44 L21 -28 C10 -34 -8 -22 -21 -28Z"),
    ),
    "loaf": lambda: (
        fill(both("M0 -34 C30 -34 49 -14 49 8 C49 26 34 32 0 32")),
        lines(3.6, "M-27 20 C-20 -4 -8 -18 6 -27", "M-6 24 C0 4 12 -12 26 -20", "M16 24 C20 10 28 -2 39 -8",
            role="cut"),
        lines(3.6, "M-40 4 C-32 0 -26 0 -20 3", "M-19 -10 C-10 -12 -4 -10 2 -4", role="cut"),
        lines(3.6, pair("M12 -41 C8 -45 16 -47 12 -52"), role="second"),
    ),
    "pizza": lambda: (
        fill("M-40 -30 L40 -30 L0 48Z"),
        lines(10, "M-41 -36 C-20 -46 20 -46 41 -36", role="second"),
        cut(circle(-14, -16, 6.5), circle(15, -14, 6.5), circle(0, 9, 6)),
    ),
    "cherry": lambda: (
        lines(3.4, "M-20 14 C-16 -10 -4 -30 12 -42", "M22 18 C24 -4 20 -24 12 -42"),
        fill(circle(-22, 28, 19), circle(24, 30, 17)),
        second("M12 -42 C24 -54 44 -48 48 -36 C36 -28 20 -30 12 -42Z"),
        lines(3, "M-32 24 C-31 19 -28 16 -24 15", "M15 27 C16 23 18 20 21 19", role="cut"),
    ),
    "dice": lambda: (
        fill(read("M-34 -44 L34 -44 C40 -44 44 -40 44 -34 L44 34 C44 40 40 44 34 44 L-34 44 C-40 44 "
                  "-44 40 -44 34 L-44 -34 C-44 -40 -40 -44 -34 -44Z").turned(-10)),
        cut(*(circle(x, y, 7.6).turned(-10) for x in (-22, 22) for y in (-22, 22)), circle(0, 0, 7.6)),
    ),
    "d20": _d20,
    "controller": _controller,
    "vinyl": lambda: (
        fill(circle(0, 0, 49)),
        lines(1.7, circle(0, 0, 42.5), circle(0, 0, 37), circle(0, 0, 31.5), circle(0, 0, 26), role="cut"),
        cut(circle(0, 0, 20)),
        second(ring(0, 0, 17.5, 4)),
        lines(5, "M15 -39 C21 -36 27 -32 32 -27", "M-15 39 C-21 36 -27 32 -32 27", role="cut"),
    ),
    "note": lambda: (
        lines(6, "M-17 32 L-17 -36 L32 -46 L32 22"),
        lines(11, "M-17 -33 L32 -43"),
        fill(oval(-27, 33, 13, 10, -18), oval(22, 23, 13, 10, -18)),
    ),
    "guitar": lambda: (
        fill(read("M-8 -4 C-20 -8 -24 6 -19 14 C-32 20 -30 46 0 46 C30 46 32 20 19 14 C24 6 20 -8 8 -4Z").moved(0, 2)),
        lines(6.5, "M0 4 L0 -34", role="second"),
        second(rectangle(-6, -50, 12, 17)),
        cut(circle(0, 18, 7)),
        lines(3, "M-10 36 L10 36", role="cut"),
    ),
    "bicycle": _bicycle,
    "paddle": lambda: (
        fill(
            read(
                "M-21 -36 C-21 -48 21 -48 21 -36 L21 0 C21 10 9 12 7 17 L7 46 L-7 46 L-7 17 C-9 12 -21 10 -21 0Z"
            ).turned(-24).moved(-8, 0)
        ),
        lines(2.4, *(read(f"M-8 {y} L8 {y - 5}").turned(-24).moved(-8, 0) for y in (26, 33, 40)), role="cut"),
        rim(circle(29, 26, 20.5)),
        second(circle(29, 26, 17)),
        cut(*(circle(29 + x, 26 + y, 2.7) for x, y in ((0, 0), (8, -6), (-8, -6), (0, -11), (8, 6), (-8, 6), (0, 11)))),
    ),
    "ball": lambda: (
        fill(circle(0, 0, 47)),
        lines(3.6, pair("M30 -38 C6 -20 6 20 30 38"), role="cut"),
        lines(2, *(pair(f"M{x - 4} {y} L{x + 4} {y}") for x, y in ((17, -15), (12, 0), (17, 15))), role="cut"),
    ),
    "dumbbell": lambda: (
        fill(rectangle(-50, -13, 9, 26), rectangle(41, -13, 9, 26)),
        fill(rectangle(-39, -25, 13, 50), rectangle(26, -25, 13, 50)),
        second(rectangle(-24, -6, 48, 12)),
    ),
    "knight": lambda: (
        fill(
            "M-18 30 C-16 18 0 12 2 -2 C-2 4 -8 8 -16 8 L-25 15 C-31 17 -36 12 -34 6 L-23 -16 C-21 -25 -14 -32 -7 -35 "
            "L-5 -48 C6 -42 18 -36 23 -22 C30 -4 26 14 25 30Z",
            rectangle(-24, 34, 54, 12),
        ),
        lines(2.8, "M8 -32 C18 -22 20 0 16 22", role="cut"),
        cut(circle(-9, -20, 3)),
    ),
    "king": lambda: (
        fill(rectangle(-4, -50, 8, 20), rectangle(-10, -44, 20, 7)),
        fill(both("M0 -28 C10 -34 30 -32 28 -16 C26 -4 18 4 16 14 L0 14")),
        fill(both("M0 18 L17 18 C18 24 22 27 25 32 L0 32"), rectangle(-29, 36, 58, 11)),
        lines(2.6, "M0 -22 L0 8", role="cut"),
    ),
    "pulse": lambda: (
        fill(both("M0 -22 C6 -43 47 -46 47 -13 C47 12 17 30 0 45")),
        lines(4.4, "M-49 0 L-20 0 L-12 -15 L-1 20 L9 -9 L14 0 L49 0", role="cut"),
    ),
    "book": lambda: (
        fill(both("M0 -22 C14 -34 34 -34 48 -28 L48 24 C34 18 14 18 0 30")),
        lines(3, "M0 -20 L0 28", role="cut"),
        lines(2.4, *(pair(f"M9 {y} C18 {y - 6} 30 {y - 7} 40 {y - 5}") for y in (-11, 0, 11)), role="cut"),
        second(both("M0 36 C14 25 34 25 48 31 L48 37 C34 31 14 31 0 42")),
    ),
    "pencil": lambda: (
        fill(read("M-9 -30 L9 -30 L9 26 L0 48 L-9 26Z").turned(32)),
        second(read("M-9 -48 L9 -48 L9 -34 L-9 -34Z").turned(32)),
        lines(2.4, read("M-9 26 L9 26").turned(32), read("M0 -28 L0 24").turned(32), role="cut"),
    ),
    "camera": lambda: (
        fill("M-40 -24 L-20 -24 L-13 -36 L13 -36 L20 -24 L40 -24 C45 -24 48 -21 48 -16 L48 28 C48 33 "
             "45 36 40 36 L-40 36 C-45 36 -48 33 -48 28 L-48 -16 C-48 -21 -45 -24 -40 -24Z"),
        cut(circle(0, 6, 21)),
        second(ring(0, 6, 17, 9)),
        cut(circle(34, -12, 4)),
    ),
    "code": lambda: (lines(10, "M-24 -26 L-46 0 L-24 26", "M24 -26 L46 0 L24 26"), lines(9, "M8 -36 L-8 36",
        role="second")),
    "crown": lambda: (
        fill("M-42 26 L-48 -22 L-22 4 L0 -34 L22 4 L48 -22 L42 26Z", rectangle(-42, 31, 84, 11)),
        second(circle(-48, -26, 6), circle(0, -40, 6.5), circle(48, -26, 6)),
    ),
    "anchor": lambda: (
        lines(6.5, circle(0, -38, 8), "M0 -30 L0 44", "M-18 -18 L18 -18",
            "M-38 10 C-36 34 -18 44 0 45 C18 44 36 34 38 10"),
        fill(pair("M38 4 L28 20 L48 18Z")),
    ),
    "rocket": lambda: (
        second("M-9 30 L0 50 L9 30Z", pair("M14 4 L30 24 L30 36 L13 26Z")),
        fill(both("M0 -50 C14 -36 20 -14 14 28 L0 28")),
        cut(circle(0, -10, 7.5)),
    ),
    "tent": lambda: (
        fill("M0 -34 L48 36 L16 36 L0 8 L-16 36 L-48 36Z"),
        lines(3.4, "M0 -34 L-5 -42", "M0 -34 L5 -42"),
        second("M0 16 L11 36 L-11 36Z"),
    ),
    "compass": lambda: (
        lines(4.6, circle(0, 0, 45)),
        fill("M22 -30 L7 7 L-7 -7Z"),
        second("M-22 30 L-7 -7 L7 7Z"),
        cut(circle(0, 0, 3.2)),
        lines(3.4, spun("M0 -39 L0 -34", 4)),
    ),
    "skull": lambda: (
        fill(both("M0 -46 C28 -46 42 -26 40 -4 C39 8 32 14 26 18 L24 40 L0 40")),
        cut(pair(oval(16, -4, 10, 11)), both("M0 10 L5 20 L0 21")),
        lines(3, "M0 29 L0 42", pair("M10 29 L10 42"), role="cut"),
    ),
    "yarn": lambda: (
        lines(3.6, "M20 40 C34 46 44 40 50 46", role="second"),
        fill(circle(-2, -2, 42)),
        lines(2.8, "M-38 -14 C-14 -30 14 -34 30 -28", "M-42 0 C-14 -18 18 -22 38 -16", "M-40 14 C-18 -2 4 -6 16 -6",
            role="cut"),
        lines(2.8, "M-20 34 C-14 14 2 0 38 -4", "M-4 40 C4 20 20 10 40 8", role="cut"),
    ),
    "plant": lambda: (
        lines(3.4, "M0 16 L0 -22", "M0 10 C-8 0 -16 -4 -22 -8", "M0 10 C8 0 16 -4 22 -8"),
        fill("M0 -14 C-14 -26 -10 -44 0 -50 C10 -44 14 -26 0 -14Z",
            pair("M18 -4 C18 -22 32 -32 46 -30 C46 -14 34 -2 18 -4Z")),
        second("M-26 14 L26 14 L26 22 L20 24 L15 48 L-15 48 L-20 24 L-26 22Z"),
    ),
    "hook": lambda: (lines(6.5, circle(0, -42, 6), "M0 -35 L0 22 C0 50 -38 48 -34 14"),
        fill("M-40 24 L-33 2 L-20 22 L-30 18Z")),
    "pumpkin": lambda: (
        lines(6, "M0 -28 C0 -38 4 -42 10 -46", role="second"),
        fill(oval(0, 8, 20, 37), pair(oval(20, 8, 21, 34)), pair(oval(34, 9, 15, 28))),
        cut(pair("M12 -4 L26 2 L12 8Z"), "M-26 18 L-14 22 L-7 17 L0 23 L7 17 L14 22 L26 18 C20 34 -20 34 -26 18Z"),
    ),
    "house": lambda: (fill("M0 -42 L48 2 L36 2 L36 42 L-36 42 L-36 2 L-48 2Z"), cut(rectangle(-9, 12, 18, 30),
        circle(0, -10, 7))),
}  # fmt: skip
