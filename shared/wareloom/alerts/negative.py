"""Whether more of what is said is negative than may be, and surely so."""

from wareloom.alerts.rule import Rule
from wareloom.alerts.tally import Watched
from wareloom.alerts.verdict import Verdict, is_quiet, place
from wareloom.market.proportion import Proportion


def judge_negative(watched: Watched, rule: Rule) -> Verdict:
    part, whole = watched.now.negative, watched.now.told
    if is_quiet(whole, rule.min_sample):
        return Verdict("under")
    share, least = part / whole, Proportion(part, whole).bounds()[0]
    return Verdict(
        place(over=whole >= rule.min_sample and least > rule.enter, under=share < rule.leave),
        f"{part:,} of the {whole:,} posts that say how they feel are negative: {share:.0%}, and surely over "
        f"{least:.0%}.",
        {"negative": part, "told": whole, "share": round(share, 4), "least": round(least, 4)},
    )
