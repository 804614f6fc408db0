"""Whether people feel otherwise about it than they did."""

from statistics import fmean

from wareloom.alerts.chance import by_chance, chi_square, distance
from wareloom.alerts.rule import Rule
from wareloom.alerts.tally import EMOTIONS, Tally, Watched, total
from wareloom.alerts.verdict import Verdict, is_quiet, place

FEWEST_DAYS = 7
_TIMES_AS_MANY = 3
"""So much more must be known of before than of now."""
_RARELY = 1e-4
_EASILY = 0.05
_DAY_THAT_COUNTS = 20


def judge_mix(watched: Watched, rule: Rule) -> Verdict:
    now, before = watched.now, total(watched.before)
    if is_quiet(now.felt, rule.min_sample):
        return Verdict("under")
    if len(watched.before) < FEWEST_DAYS or before.felt < _TIMES_AS_MANY * rule.min_sample:
        return Verdict("between")
    apart = distance(now.emotions, before.emotions)
    statistic, freedom = chi_square(now.emotions, before.emotions)
    chance = by_chance(statistic / _unlikeness(watched.before, before), freedom)
    grew, was, is_now = _grew_most(now, before)
    return Verdict(
        place(
            over=now.felt >= rule.min_sample and apart >= rule.enter and chance <= _RARELY,
            under=apart < rule.leave or chance > _EASILY,
        ),
        f"{apart:.0%} of the {now.felt:,} posts feel otherwise than before; most of all there is {grew}: "
        f"{is_now:.0%}, where {was:.0%} was usual.",
        {"posts": now.felt, "before": before.felt, "distance": round(apart, 4), "chance": chance},
        grew,
    )


def _unlikeness(days: tuple[Tally, ...], before: Tally) -> float:
    """How much more days differ from the others than chance would have it: posts repeat one another."""
    found = list[float]()
    for day in days:
        if day.felt >= _DAY_THAT_COUNTS:
            others = [every - mine for every, mine in zip(before.emotions, day.emotions, strict=True)]
            statistic, freedom = chi_square(day.emotions, others)
            found += [statistic / freedom] if freedom else []
    return max(1.0, fmean(found)) if found else 1.0


def _grew_most(now: Tally, before: Tally) -> tuple[str, float, float]:
    shares = [
        (name, theirs / (before.felt or 1), mine / (now.felt or 1))
        for name, mine, theirs in zip(EMOTIONS, now.emotions, before.emotions, strict=True)
    ]
    return max(shares, key=lambda one: one[2] - one[1])
