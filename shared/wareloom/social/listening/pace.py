"""How soon a network is worth the next visit: sooner where much is said, later where nobody speaks."""

from datetime import timedelta

FIRST = timedelta(minutes=15)
SHORTEST, LONGEST = timedelta(minutes=2), timedelta(hours=6)
MANY = 20
"""New posts of one visit from which on the next one comes sooner."""


def paced(every: timedelta, new: int, *, more: bool) -> timedelta:
    """`more`: the network had not said all of it."""
    if more or new >= MANY:
        return max(SHORTEST, every / 2)
    return min(LONGEST, every * 2) if new == 0 else every
