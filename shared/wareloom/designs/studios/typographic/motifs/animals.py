"""Animals, as silhouettes with a few cut lines."""

from wareloom.designs.studios.typographic.motifs.piece import Drawn, both, cut, fill, lines, oval, pair, second
from wareloom.designs.studios.typographic.path import circle

ANIMALS: dict[str, Drawn] = {
    "cat": lambda: (
        lines(7.5, "M18 41 C38 44 50 32 43 18 C39 10 31 11 31 17"),
        fill(both("M0 -35 C5 -35 9 -34 12 -33 L23 -47 C27 -38 28 -25 23 -18 C20 -13 16 -11 13 -9 C24 "
                  "2 31 22 26 46 L0 46")),
        cut(pair(oval(10, -23, 4, 3.4))),
        fill(pair(oval(10, -23, 1.3, 3))),
        lines(2, "M0 28 L0 46", role="cut"),
    ),
    "cat face": lambda: (
        fill(both("M0 -22 C5 -22 10 -23 14 -24 L33 -45 C39 -40 43 -10 41 6 C38 28 20 40 0 40")),
        cut(pair(oval(17, 0, 7, 8)), both("M0 12 L5 12 L0 18")),
        fill(pair(oval(17, 0, 2.2, 7))),
        lines(2.6, pair("M0 18 C2 25 9 25 11 21"), role="cut"),
        lines(2.2, pair("M26 14 L50 9"), pair("M26 19 L50 20"), role="second"),
    ),
    "paw": lambda: (
        fill(both("M0 -2 C14 -2 20 12 27 22 C34 34 24 46 12 42 C6 40 3 39 0 39")),
        fill(pair(oval(13, -28, 9.5, 14, 8)), pair(oval(35, -6, 8.5, 12.5, 26))),
    ),
    "dachshund": lambda: (
        fill(
            "M-50 -9 C-50 -13 -45 -15 -41 -16 C-38 -24 -28 -26 -22 -21 C-17 -17 -17 -9 -14 -5 C-6 -3 10 -5 27 -4 "
            "C35 -4 40 -10 46 -19 C49 -21 52 -18 50 -14 C46 -5 43 0 42 6 C42 12 42 18 44 22 L45 26 L33 26 L33 20 "
            "C32 15 30 13 27 12 C12 14 -2 14 -10 13 C-10 17 -9 20 -7 22 L-7 26 L-19 26 L-19 19 C-24 12 -27 5 -28 -2 "
            "C-34 0 -42 0 -47 -3 C-49 -5 -50 -7 -50 -9Z"
        ),
        lines(1.8, "M-31 -20 C-36 -10 -32 1 -26 2 C-21 -4 -22 -13 -25 -20", role="cut"),
        cut(circle(-38, -12, 1.7)),
        lines(3, "M-23 6 C-19 8 -15 6 -13 2", role="second"),
    ),
    "dog": lambda: (
        fill(both("M0 -36 C14 -38 26 -34 30 -28 C46 -28 50 -4 43 12 C39 18 33 14 31 6 C30 26 20 42 0 42")),
        cut(pair(circle(13, -5, 4.4)), oval(0, 13, 9, 6.5)),
        lines(2.6, pair("M0 19 C1 29 10 30 14 24"), pair("M31 6 C28 -6 28 -16 31 -26"), role="cut"),
    ),
    "bear": lambda: (
        fill(oval(0, 6, 40, 37), pair(circle(28, -26, 14))),
        cut(oval(0, 20, 18, 14), pair(circle(14, -3, 4)), pair(circle(29, -28, 6))),
        fill(oval(0, 15, 7, 5)),
        lines(2.4, "M0 19 L0 26", pair("M0 26 C3 30 8 29 9 26")),
    ),
    "fox": lambda: (
        fill(both("M0 -14 C8 -17 14 -19 18 -22 L38 -47 C42 -30 46 -8 44 4 C34 14 26 20 18 26 L0 46")),
        cut(pair("M42 6 C32 2 24 6 18 14 C14 19 9 24 5 29 L5 40 C16 27 32 18 42 6Z"), pair(oval(17, -3, 4, 3, 20))),
        fill(oval(0, 41, 5, 4)),
    ),
    "bee": lambda: (
        second(pair(oval(25, -14, 22, 13, -24)), pair(oval(22, 8, 15, 9, 18))),
        fill(both("M0 -30 C13 -30 19 -12 18 6 C17 26 8 40 0 46")),
        lines(5, "M-22 -6 L22 -6", "M-22 9 L22 9", "M-20 24 L20 24", role="cut"),
        fill(circle(0, -33, 10)),
        lines(2.6, pair("M4 -41 C6 -48 12 -50 15 -48")),
    ),
    "butterfly": lambda: (
        fill(pair("M2 -8 C10 -38 40 -48 48 -34 C54 -20 38 2 4 4Z"), pair("M3 6 C26 4 42 14 38 30 C34 46 12 44 3 14Z")),
        cut(pair(oval(30, -22, 9, 7, -35)), pair(oval(23, 24, 7, 6, 30))),
        second(pair(oval(31, -22, 5, 3.6, -35)), oval(0, 4, 3.2, 26)),
        lines(2.2, pair("M1 -20 C3 -32 8 -38 14 -40"), role="second"),
    ),
    "fish": lambda: (
        fill("M-49 0 C-30 -28 8 -27 26 -5 L48 -24 C44 -8 44 8 48 24 L26 5 C8 27 -30 28 -49 0Z"),
        cut(circle(-31, -4, 3.6)),
        lines(2.6, "M-18 -15 C-11 -5 -11 6 -18 16", "M0 -8 C3 -3 3 3 0 8", "M12 -5 C14 -2 14 2 12 5", role="cut"),
    ),
    "whale": lambda: (
        fill(
            "M-49 8 C-50 -18 -26 -28 -4 -22 C14 -17 22 -2 34 -6 C38 -14 34 -22 27 -30 C35 -32 41 -29 43 -24 "
            "C45 -29 50 -31 56 -28 C50 -20 48 -10 45 -2 C38 20 16 34 -12 34 C-34 34 -48 26 -49 8Z"
        ),
        cut(circle(-33, 8, 3)),
        lines(2.4, "M-47 17 C-34 24 -18 24 -6 17", "M-30 27 C-24 30 -16 30 -10 28", role="cut"),
        lines(3.4, "M-22 -30 C-22 -38 -28 -44 -34 -40", "M-22 -30 C-22 -38 -16 -44 -10 -40", role="second"),
    ),
    "octopus": lambda: (
        lines(9, pair("M20 4 C30 20 42 8 47 22 C49 28 45 33 40 31"),
            pair("M12 8 C14 28 32 22 33 40 C33 46 27 48 24 44")),
        lines(9, pair("M5 8 C4 26 14 30 11 46")),
        fill(both("M0 -47 C26 -47 36 -26 29 -6 C27 2 27 8 24 12 L0 12")),
        cut(pair(circle(12, -8, 5.2))),
        fill(pair(circle(11, -7, 2.2))),
        lines(2.4, "M-5 3 C-2 6 2 6 5 3", role="cut"),
    ),
    "bird": lambda: (
        fill(
            "M-50 -8 L-35 -14 C-30 -27 -12 -28 -4 -17 C10 -8 28 -10 50 -22 C48 2 34 24 4 26 C-22 27 -35 12 -36 -5Z"
        ),
        lines(2.6, "M-4 -2 C8 12 26 8 36 -6", role="cut"),
        cut(circle(-25, -13, 2.4)),
        lines(2.6, "M-6 26 L-8 42", "M6 26 L8 42", role="second"),
    ),
    "turtle": lambda: (
        second(pair("M14 -22 C34 -44 50 -34 44 -26 C38 -18 28 -14 20 -12Z"),
            pair("M16 22 C26 24 32 36 26 40 C20 42 14 34 10 28Z")),
        second(oval(0, -36, 8.5, 11), "M-4 30 L0 48 L4 30Z"),
        fill(oval(0, 2, 25, 31)),
        lines(2.4, both("M0 -14 L11 -7 L11 9 L0 17"), "M0 -14 L0 -30", "M0 17 L0 34", role="cut"),
        lines(2.4, pair("M11 -7 L24 -12"), pair("M11 9 L24 14"), role="cut"),
    ),
    "ghost": lambda: (
        fill(
            "M-30 44 L-30 -12 C-30 -36 -16 -47 0 -47 C16 -47 30 -36 30 -12 L30 44 C26 36 20 36 15 44 C11 36 4 36 0 44 "
            "C-4 36 -11 36 -15 44 C-20 36 -26 36 -30 44Z"
        ),
        cut(pair(oval(11, -14, 4.6, 7)), oval(0, 6, 5, 7)),
    ),
    "frog": lambda: (
        fill(oval(0, 12, 44, 28), pair(circle(22, -16, 15))),
        cut(pair(circle(22, -17, 9))),
        fill(pair(oval(22, -17, 5.5, 3.4))),
        lines(3, "M-28 14 C-16 27 16 27 28 14", role="cut"),
    ),
}  # fmt: skip
