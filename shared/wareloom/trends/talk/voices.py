"""How many spoke of a trend, and how."""

from typing import NamedTuple


class Voices(NamedTuple):
    positive: int
    negative: int
    neutral: int
