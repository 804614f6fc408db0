"""What patterns there are, and how far each is believed."""

from typing import Literal, get_args

Kind = Literal["colour", "motif", "tone", "occasion", "recipient", "price"]
KINDS: tuple[Kind, ...] = get_args(Kind)

SAID_BY = 2
"""What one offer says alone is its own matter."""
TELLING = 0.1
"""A niche is for nurses, or for Christmas, where at least this part of its offers says so."""
