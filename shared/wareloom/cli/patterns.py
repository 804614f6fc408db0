"""What the offers of a trend say alike, in lines for a terminal."""

from collections.abc import Sequence

from wareloom.cli.show import Item
from wareloom.cli.spell import count


def patterns(told: Sequence[Item]) -> list[tuple[str, str]]:
    """A line for each kind, with how many of its offers say so."""
    lines: dict[str, list[str]] = {}
    for one in told:
        lines.setdefault(one["kind"], []).append(f"{one['value']} ({count(one['offers'])} of {count(one['of'])})")
    return [(f"says: {kind}", ", ".join(said)) for kind, said in lines.items()]
