"""The typefaces at hand: files in this repository, so that the same order looks the same on every machine."""

from dataclasses import dataclass
from pathlib import Path as File

from wareloom.designs.studios.typographic import harfbuzz
from wareloom.kit.errors import Rejected

FOLDER = File(__file__).parents[2] / "fonts"


@dataclass(frozen=True)
class Face:
    name: str
    title: str
    capitals: bool = True
    """Set in capitals; scripts and rounded faces keep the slogan's own case."""
    tracking: float = 0.0
    """What it wants between letters at display size, in ems."""
    joins: bool = False
    """Its letters touch: no tracking, and no bending letter by letter."""

    @property
    def file(self) -> File:
        return FOLDER / f"{self.name}.ttf"


_EVERY = (
    Face("anton", "Anton", tracking=0.01),
    Face("alfa_slab_one", "Alfa Slab One", tracking=0.01),
    Face("titan_one", "Titan One", tracking=0.01),
    Face("pacifico", "Pacifico", capitals=False, joins=True),
    Face("shrikhand", "Shrikhand", capitals=False),
    Face("rye", "Rye", tracking=0.01),
    Face("abril_fatface", "Abril Fatface", tracking=0.02),
    Face("fredoka", "Fredoka Bold", capitals=False, tracking=0.01),
    Face("permanent_marker", "Permanent Marker"),
    Face("press_start_2p", "Press Start 2P"),
    Face("limelight", "Limelight", tracking=0.03),
    Face("jost", "Jost SemiBold", tracking=0.08),
)
FACES: dict[str, Face] = {face.name: face for face in _EVERY}
MOST_COVERING = FACES["jost"]


def face(name: str) -> Face:
    try:
        return FACES[name]
    except KeyError:
        raise Rejected(f"There is no font “{name[:40]}”. Known: {', '.join(FACES)}.") from None


def lacking(face: Face, text: str) -> str:
    """The characters that this face cannot show, each once."""
    shown = harfbuzz.characters(face.file)
    return "".join(dict.fromkeys(sign for sign in text if ord(sign) not in shown))


def able(text: str, wanted: Face) -> Face:
    """The face that is wanted if it can show the text, else one that can, else Rejected."""
    for candidate in (wanted, *FACES.values()):
        if not lacking(candidate, text):
            return candidate
    missing = lacking(MOST_COVERING, text)
    raise Rejected(f"None of the fonts can show “{missing[:12]}”. Latin, Cyrillic and Hebrew letters can be drawn.")
