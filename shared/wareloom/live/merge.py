"""What arrived together, as few messages: a message is a nudge, and one nudge for many rows is as good as many."""

from collections.abc import Iterable
from dataclasses import dataclass

Ids = dict[str, str]
MOST_IDS = 20
"""In one message, so that a frame stays small; what is more becomes another message."""


@dataclass(frozen=True)
class Merged:
    topic: str
    event: str
    ids: tuple[Ids, ...]


def merged(arrivals: Iterable[tuple[str, str, Ids]]) -> list[Merged]:
    """By topic and event, in the order in which each was first heard; the same ids are told once."""
    found: dict[tuple[str, str], dict[tuple[tuple[str, str], ...], Ids]] = {}
    for topic, event, ids in arrivals:
        found.setdefault((topic, event), {}).setdefault(tuple(sorted(ids.items())), ids)
    return [
        Merged(topic, event, tuple(each[start : start + MOST_IDS]))
        for (topic, event), distinct in found.items()
        for each in [list(distinct.values())]
        for start in range(0, len(each), MOST_IDS)
    ]
