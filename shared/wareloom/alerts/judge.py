"""The rules by their kind."""

from collections.abc import Callable
from dataclasses import dataclass

from wareloom.alerts.burst import judge_burst
from wareloom.alerts.mix import judge_mix
from wareloom.alerts.negative import judge_negative
from wareloom.alerts.rule import Kind, Rule
from wareloom.alerts.tally import Watched
from wareloom.alerts.verdict import Verdict


@dataclass(frozen=True)
class Judge:
    judge: Callable[[Watched, Rule], Verdict]
    looks_back: bool
    """Then only networks count that have been heard for long enough: one that is new would be news every time."""


JUDGES: dict[Kind, Judge] = {
    "negative": Judge(judge_negative, looks_back=False),
    "burst": Judge(judge_burst, looks_back=True),
    "mix": Judge(judge_mix, looks_back=True),
}


def judge(watched: Watched, rule: Rule) -> Verdict:
    return JUDGES[rule.kind].judge(watched, rule)
