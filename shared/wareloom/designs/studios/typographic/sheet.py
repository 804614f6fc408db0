"""What is drawn, in order: inks, and cuts that take away the ink below them. Fitted to the print area at the end."""

from dataclasses import dataclass, field

from wareloom.designs.studio import HEIGHT, WIDTH
from wareloom.designs.studios.typographic.path import NOTHING, Box, Path

MARGIN = 150
CUT = "cut"
"""In place of an ink's colour: the fabric shows here."""


@dataclass(frozen=True)
class Mark:
    path: Path
    ink: str
    stroke: float = 0.0
    """Width of a line along the outline; 0 draws none."""
    filled: bool = True
    evenodd: bool = False

    @property
    def box(self) -> Box:
        return self.path.box.grown(self.stroke / 2)


@dataclass
class Sheet:
    marks: list[Mark] = field(default_factory=list[Mark])

    def fill(self, path: Path, ink: str, *, evenodd: bool = False) -> None:
        self.marks.append(Mark(path, ink, evenodd=evenodd))

    def stroke(self, path: Path, ink: str, width: float, *, filled: bool = False) -> None:
        """A line along the outline; `filled` makes the shape fatter by half the width instead."""
        self.marks.append(Mark(path, ink, stroke=width, filled=filled))

    @property
    def box(self) -> Box:
        found: Box | None = None
        for mark in self.marks:
            if mark.ink != CUT and mark.path.commands:
                found = mark.box if found is None else found.joined(mark.box)
        return found or NOTHING

    @property
    def inks(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(mark.ink for mark in self.marks if mark.ink != CUT))

    def svgs(self) -> tuple[str, str | None]:
        """The inks; and what is cut from them, white on black, if anything is."""
        cuts = any(mark.ink == CUT for mark in self.marks)
        inks = self._svg([(mark, mark.ink) for mark in self.marks if mark.ink != CUT])
        if not cuts:
            return inks, None
        black = f'<path d="M0 0H{WIDTH}V{HEIGHT}H0Z"/>'
        return inks, self._svg([(mark, "#fff" if mark.ink == CUT else "#000") for mark in self.marks], black)

    def _svg(self, marks: list[tuple[Mark, str]], ground: str = "") -> str:
        box = self.box
        scale = min((WIDTH - 2 * MARGIN) / max(box.width, 1), (HEIGHT - 2 * MARGIN) / max(box.height, 1))
        x, y = box.middle
        drawn = "".join(_drawn(mark, colour) for mark, colour in marks)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">{ground}'
            f'<g stroke-linejoin="round" stroke-linecap="round" transform="translate({WIDTH / 2:.1f} {HEIGHT / 2:.1f}) '
            f'scale({scale:.5f}) translate({-x:.1f} {-y:.1f})">{drawn}</g></svg>'
        )


def _drawn(mark: Mark, colour: str) -> str:
    fill = colour if mark.filled else "none"
    rule = ' fill-rule="evenodd"' if mark.evenodd else ""
    line = f' stroke="{colour}" stroke-width="{mark.stroke:.1f}"' if mark.stroke else ""
    return f'<path fill="{fill}"{rule}{line} d="{mark.path.svg()}"/>'
