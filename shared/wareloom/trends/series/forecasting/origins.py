"""From where in a past its own back-test looks ahead: never from a place that has seen what it foretells."""

STEPS = 12
"""So far ahead everything here looks."""
MOST_ORIGINS = 10
_SHORTEST_PAST = 8
_LONGEST_PAST = 520
_SEASONS_KEPT = 3


def kept_length(periods: tuple[int, ...]) -> int:
    """What is older teaches less than it costs."""
    return max(_LONGEST_PAST, _SEASONS_KEPT * max(periods, default=1))


def usable(periods: tuple[int, ...], length: int) -> tuple[int, ...]:
    """The seasons of which a past of this length holds two, with room for a back-test of its own. Longest first."""
    return tuple(sorted((period for period in periods if length - 2 * STEPS >= 2 * period), reverse=True))


def origins(length: int, periods: tuple[int, ...]) -> tuple[int, ...]:
    """Lengths of the pasts that are looked ahead from, the oldest first, all but the whole.

    Each has twelve steps after it, unless the past is so short that fewer must do.
    """
    least = max(2 * max(periods, default=1), _SHORTEST_PAST)
    room = length - STEPS - least
    if room < 0:
        return tuple(range(least, length))[-MOST_ORIGINS:]
    apart = min(STEPS, max(1, room // (MOST_ORIGINS - 1)))
    newest = length - STEPS
    return tuple(range(newest, max(least, newest - apart * (MOST_ORIGINS - 1)) - 1, -apart))[::-1]
