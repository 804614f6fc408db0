"""Models for where none is at hand: they cost nothing, ask nobody, and answer the same to the same."""

import hashlib
from random import Random
from typing import ClassVar

from wareloom.kit.ai import png
from wareloom.kit.ai.model import Drawn, Picture, Prompt, Shape, Usage, Written

LONGEST_EDGE = 1024
_NOTE = "Circles drawn from a seed by the offline model. No image model was asked."


class OfflineText:
    offline: ClassVar[bool] = True

    @property
    def name(self) -> str:
        return "offline"

    def most(self, prompt: Prompt[Shape]) -> Usage:  # noqa: ARG002 - the Protocol's
        return Usage()

    def write(self, prompt: Prompt[Shape]) -> Written[Shape]:
        chance = _chance(prompt.instructions, prompt.facts, prompt.shape.__qualname__, str(prompt.seed))
        return Written(prompt.offline(chance), Usage())


class OfflineImage:
    offline: ClassVar[bool] = True

    @property
    def name(self) -> str:
        return "offline"

    def most(self, picture: Picture) -> Usage:  # noqa: ARG002 - the Protocol's
        return Usage()

    def draw(self, picture: Picture) -> Drawn:
        """A few discs: a stand-in that is seen to be one. Its file says so too."""
        shrink = min(1.0, LONGEST_EDGE / max(picture.width, picture.height))
        width, height = max(1, round(picture.width * shrink)), max(1, round(picture.height * shrink))
        paper = b"\x00\x00\x00\x00" if picture.transparent else b"\xff\xff\xff\xff"
        rows = [bytearray(paper * width) for _ in range(height)]
        chance = _chance(picture.prompt, str(picture.seed))
        for _ in range(chance.randint(4, 7)):
            _disc(rows, chance, width)
        return Drawn(
            png.encode(width, height, [bytes(row) for row in rows], {"Comment": _NOTE}), width, height, Usage()
        )


def _disc(rows: list[bytearray], chance: Random, width: int) -> None:
    height = len(rows)
    radius = chance.uniform(0.08, 0.24) * min(width, height)
    x, y = chance.uniform(radius, width - radius), chance.uniform(radius, height - radius)
    colour = bytes([chance.randint(30, 225), chance.randint(30, 225), chance.randint(30, 225), 255])
    for line in range(max(0, int(y - radius)), min(height, int(y + radius) + 1)):
        half = max(0.0, radius**2 - (line - y) ** 2) ** 0.5
        left, right = max(0, round(x - half)), min(width, round(x + half))
        rows[line][4 * left : 4 * right] = colour * (right - left)


def _chance(*said: str) -> Random:
    digest = hashlib.sha256("\0".join(said).encode()).digest()
    return Random(int.from_bytes(digest[:8]))  # noqa: S311 - the same for the same prompt is what is wanted
