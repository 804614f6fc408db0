"""Groups of offers that are one product. The same pairs give the same groups, in whatever order they were found.

The surest pairs come first, and two groups become one only where no two of their members are unlike each other. So a
chain of near likenesses never ties its two ends together.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

Node = TypeVar("Node", bound=Hashable)


@dataclass(frozen=True)
class Pair(Generic[Node]):
    """Of its two, the one whose place comes first is named first."""

    first: Node
    second: Node
    score: float


def group(
    pairs: Iterable[Pair[Node]], alike: Callable[[Node, Node], bool], place: Mapping[Node, Any]
) -> list[frozenset[Node]]:
    """Those of two or more. `alike` is asked of every two that a merger would bring together."""
    groups: dict[Node, set[Node]] = {}
    for pair in sorted(pairs, key=lambda pair: (-pair.score, place[pair.first], place[pair.second])):
        mine, theirs = (groups.setdefault(node, {node}) for node in (pair.first, pair.second))
        if mine is theirs or not all(alike(one, other) for one in mine for other in theirs):
            continue
        mine |= theirs
        groups.update(dict.fromkeys(theirs, mine))
    return list({frozenset(members) for members in groups.values() if len(members) > 1})


def seen_from(
    node: Node,
    beside: Mapping[Node, Sequence[Node]],
    apart: Callable[[Node, Node], bool],
) -> frozenset[Node]:
    """A node's group with what somebody said of it: all that it leads to, nearest first, but for who is kept apart from
    one that is there already. Two who are kept apart may so both share a third, each in the view from itself."""
    seen = [node]
    for here in seen:  # which grows as it is walked
        for other in beside.get(here, ()):
            if other not in seen and not any(apart(other, one) for one in seen):
                seen.append(other)
    return frozenset(seen)
