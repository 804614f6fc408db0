"""What a layout is given to work with: everything chosen, nothing placed."""

from dataclasses import dataclass
from random import Random
from typing import Literal

from wareloom.designs.studios.typographic.faces import Face
from wareloom.designs.studios.typographic.inks import Inks
from wareloom.designs.studios.typographic.motifs.pen import Hand
from wareloom.designs.studios.typographic.motifs.piece import Motif

Dress = Literal["plain", "offset", "solid", "outlined", "halftone", "stripes", "hollow", "echo"]
Nature = Literal["peaks", "sea", "night", "desert"]


@dataclass(frozen=True)
class Brief:
    words: tuple[str, ...]
    display: Face
    script: Face
    small: Face
    inks: Inks
    subject: str
    motif: Motif
    """What the design is about."""
    spare: Motif
    """A neutral one, to fill a gap."""
    hand: Hand
    dress: Dress
    nature: Nature
    chance: Random

    @property
    def text(self) -> str:
        return " ".join(self.words)

    @property
    def length(self) -> int:
        return len(self.text)
