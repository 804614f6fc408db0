"""Whether far more is said than in the same hours of the weeks before."""

from math import sqrt
from statistics import median

from wareloom.alerts.rule import Rule
from wareloom.alerts.tally import Watched
from wareloom.alerts.verdict import Verdict, is_quiet, place

FEWEST_DAYS = 7
"""With fewer to compare with nothing is said."""
LEAST_GROWTH = 2.0
"""What is certain and still too small to act on is not told."""
_WEEK = 7
_MAD_TO_SPREAD = 1.4826


def judge_burst(watched: Watched, rule: Rule) -> Verdict:
    posts, before = watched.now.posts, [day.posts for day in watched.before]
    if is_quiet(posts, rule.min_sample):
        return Verdict("under")
    if len(before) < FEWEST_DAYS:
        return Verdict("between")
    z, usual = unusual(posts, before), median(before)
    same_weekday = before[_WEEK - 1 :: _WEEK]
    grown = posts >= LEAST_GROWTH * usual and posts > max(same_weekday, default=0)
    return Verdict(
        place(over=posts >= rule.min_sample and grown and z >= rule.enter, under=z < rule.leave),
        f"{posts:,} posts within {rule.window_hours} hours, where {usual:,.0f} are usual at that time of day.",
        {"posts": posts, "usual": usual, "z": round(z, 2), "days": len(before)},
    )


def unusual(posts: int, before: list[int]) -> float:
    """How many usual spreads above the median. Counts are taken by their root, where chance alone spreads them by one
    whatever their size; days that differ by more than chance widen it."""
    roots = [2 * sqrt(count + 0.375) for count in before]
    middle = median(roots)
    spread = _MAD_TO_SPREAD * median(abs(root - middle) for root in roots)
    return (2 * sqrt(posts + 0.375) - middle) / max(1.0, spread)
