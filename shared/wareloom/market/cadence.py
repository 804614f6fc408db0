"""How often a target is worth a visit: more often while it moves, less often while it does not, and why."""

from dataclasses import dataclass
from datetime import timedelta

SHORTEST = timedelta(hours=1)
LONGEST = timedelta(days=7)
_LIVELY = 0.15
"""Of what a visit saw, the share that must have moved for the next one to come sooner."""
_STILL = 0.03
_FEWEST = 5
"""Of fewer offers a share says little; then it takes one that moved, or none."""


@dataclass(frozen=True)
class Cadence:
    every: timedelta
    why: str


def first(every: timedelta) -> Cadence:
    return Cadence(every, "Not visited yet: how much it moves is unknown.")


def chosen(every: timedelta) -> Cadence:
    return Cadence(every, f"Somebody chose {spelled(every)}.")


def after_first_visit(every: timedelta, *, seen: int) -> Cadence:
    """Everything was new: nothing can have moved yet."""
    return Cadence(every, f"Visited once, {seen:,} offers seen: how much they move shows the next time.")


def after_visit(every: timedelta, *, seen: int, moved: int) -> Cadence:
    """`moved` counts the offers that were new or had changed."""
    if seen == 0:
        return _longer(every, "Nothing was found there")
    told = f"{moved:,} of {seen:,} offers moved"
    share = moved / seen
    if share >= _LIVELY or (seen < _FEWEST and moved):
        return _shorter(every, told)
    if share <= _STILL:
        return _longer(every, told if moved else "Nothing moved")
    return Cadence(every, f"{told}: still {spelled(every)}.")


def after_failure(every: timedelta) -> Cadence:
    return _longer(every, "The last visit failed")


def _shorter(every: timedelta, told: str) -> Cadence:
    sooner = max(SHORTEST, every / 2)
    if sooner >= every:
        return Cadence(every, f"{told}: still {spelled(every)}, which is as often as it gets.")
    return Cadence(sooner, f"{told}: more often, {spelled(sooner)} instead of {spelled(every)}.")


def _longer(every: timedelta, told: str) -> Cadence:
    later = min(LONGEST, every * 2)
    if later <= every:
        return Cadence(every, f"{told}: still {spelled(every)}, which is as rarely as it gets.")
    return Cadence(later, f"{told}: less often, {spelled(later)} instead of {spelled(every)}.")


def spelled(every: timedelta) -> str:
    hours, minutes = divmod(round(every.total_seconds() / 60), 60)
    if hours >= 48 and not minutes and hours % 24 == 0:
        return f"every {hours // 24} days"
    if hours and not minutes:
        return "every hour" if hours == 1 else f"every {hours} hours"
    return f"every {hours} h {minutes} min" if hours else f"every {minutes} minutes"
